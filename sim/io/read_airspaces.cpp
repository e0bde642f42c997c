#include "sim/io/read_airspaces.h"

#include <filesystem>
#include <span>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ogrsf_frmts.h>

#include "sim/io/airspace_records.h"
#include "sim/io/geojson_airspaces.h"
#include "sim/io/ogr_airspaces.h"
#include "sim/io/ogr_fields.h"
#include "sim/io/ogr_rings.h"
#include "sim/io/ogr_session.h"
#include "sim/io/prepared_borders.h"
#include "sim/io/prepared_sections.h"
#include "sim/io/toml_spelling.h"

namespace incursion {

namespace {

/// What GDAL said becomes ours. `failures_matter` where a failure means that something was not read.
void tell(OgrMessages& messages, bool failures_matter, Findings& findings)
{
    for (const auto& message : messages.take()) {
        if (message.failure && failures_matter)
            findings.error("", "GDAL cannot read it: " + message.text);
        else
            findings.warning("", "GDAL says: " + message.text);
    }
}

OgrDataset open(const AirspaceSource& source, OgrMessages& messages, Findings& findings)
{
    std::error_code code;
    const bool on_disk = source.path.find(':') == std::string::npos && !source.path.starts_with("/vsi");
    if (source.path.empty() || (on_disk && !std::filesystem::exists(source.path, code))) {
        findings.error("", "there is no such file; check the path of the airspaces");
        return nullptr;
    }
    // Countries exceed the default of 200 MB that the GeoJSON driver allows for one object.
    const OgrOption any_size{"OGR_GEOJSON_MAX_OBJ_SIZE", "0"};
    // A span of activation begins like a date, which it would be taken for.
    const OgrOption dates{"OGR_GEOJSON_DATE_AS_STRING", source.activation.empty() ? "NO" : "YES"};
    OgrDataset dataset{GDALDataset::Open(source.path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)};
    tell(messages, !dataset, findings);
    if (!dataset && !findings.diagnostics.has_errors())
        findings.error("", "this is no file of airspaces that GDAL can read");
    return dataset;
}

OGRLayer* pick_layer(GDALDataset& dataset, const AirspaceSource& source, Findings& findings)
{
    std::vector<std::string> names;
    for (OGRLayer* layer : dataset.GetLayers())
        names.emplace_back(layer->GetName());
    if (names.empty()) {
        findings.error("", "the file holds no layer of features");
        return nullptr;
    }
    if (source.layer.empty()) {
        if (names.size() > 1)
            findings.note(fmt::format("of the layers {} the first is read; name another with 'layer'",
                                      fmt::join(names, ", ")));
        return dataset.GetLayer(0);
    }
    OGRLayer* layer = dataset.GetLayerByName(source.layer.c_str());
    if (layer == nullptr)
        findings.error("layer", fmt::format("there is no layer '{}'{}; the layers are: {}", source.layer,
                                            did_you_mean(source.layer, names), fmt::join(names, ", ")));
    return layer;
}

void tell_reference(const RingReader& reader, const OGRSpatialReference* reference, Findings& findings)
{
    if (reference == nullptr)
        findings.note("the source names no reference system; it is taken as WGS-84 longitude and latitude");
    else if (!reader.exact())
        findings.warning("", fmt::format("no exact way from {} to WGS-84 is installed; borders may be off by hundreds of "
                                         "metres", *reader.transformed()));
    else if (reader.transformed())
        findings.note(fmt::format("points are transformed from {}; sides between them are read in WGS-84",
                                  *reader.transformed()));
}

/// Leaves out the features that the source's filter does not name. False, with an error, where it is no filter.
bool set_filter(OGRLayer& layer, const AirspaceSource& source, OgrMessages& messages, Findings& findings)
{
    if (source.where.empty() || layer.SetAttributeFilter(source.where.c_str()) == OGRERR_NONE)
        return true;
    std::string reasons;
    for (const auto& message : messages.take())
        reasons += (reasons.empty() ? "" : "; ") + message.text;
    findings.error("where", fmt::format("'{}' is no filter for this layer ({}); write it as `field = 'text'` or as another "
                                        "condition of SQL", source.where, reasons.empty() ? "refused" : reasons));
    return false;
}

std::vector<Airspace> read_layer(OGRLayer& layer, const AirspaceSource& source, OgrMessages& messages,
                                 Findings& findings, std::span<const long> lines = {})
{
    const OGRSpatialReference* reference = layer.GetSpatialRef();
    auto reader = RingReader::make(reference);
    if (!reader) {
        messages.take();
        findings.error("", reader.problem());
        return {};
    }
    tell(messages, false, findings);
    tell_reference(*reader, reference, findings);
    if (!set_filter(layer, source, messages, findings))
        return {};
    layer.ResetReading();
    OGRFeatureUniquePtr feature{layer.GetNextFeature()};
    if (!feature) {
        tell(messages, true, findings);
        findings.error("", source.where.empty() ? "it holds no features; an airspace needs a polygon"
                                                : fmt::format("no feature meets the filter {}", source.where));
        return {};
    }
    const auto fields = find_airspace_fields(*layer.GetLayerDefn(), source, findings.diagnostics);
    if (!fields)
        return {};
    AirspaceBuilder builder{*fields, std::move(reader).value(), findings, lines};
    // Not forced to count: -1 where the format does not simply know.
    const GIntBig announced = layer.GetFeatureCount(FALSE);
    GIntBig count = 0;
    for (; feature; feature.reset(layer.GetNextFeature())) {
        builder.add(*feature);
        ++count;
    }
    tell(messages, true, findings);
    if (count < announced)
        findings.error("", fmt::format("only {} of {} features can be read; is the file cut off?", count, announced));
    return std::move(builder).finish();
}

/// What a format of our own found goes the way of any source, with the limits and times of activation that it knows.
std::vector<Airspace> read_records(std::vector<AirspaceRecord> records, AirspaceSource source, OgrMessages& messages,
                                   Findings& findings)
{
    if (records.empty()) {
        if (!findings.diagnostics.has_errors())
            findings.error("", "it holds no airspaces");
        return {};
    }
    for (const auto& [field, name] : {std::pair{&source.floor, "floor"}, std::pair{&source.ceiling, "ceiling"},
                                      std::pair{&source.activation, "activation"}})
        if (field->empty())
            *field = name;
    std::vector<long> lines;
    for (const AirspaceRecord& record : records)
        lines.push_back(record.line);
    const OgrDataset dataset = dataset_of(records);
    OGRLayer* layer = dataset ? pick_layer(*dataset, source, findings) : nullptr;
    if (!dataset)
        tell(messages, true, findings);
    return layer == nullptr ? std::vector<Airspace>{} : read_layer(*layer, source, messages, findings, lines);
}

std::optional<Airspaces> read_prepared(const AirspaceSource& source, Diagnostics& diagnostics)
{
    auto prepared = open_prepared_borders(source.path, ReadRings::yes);
    if (!prepared)
        diagnostics.error(source.path, std::nullopt, "", prepared.problem());
    else if (agree(source, prepared->from, diagnostics))
        return std::move(prepared).value().airspaces;
    return std::nullopt;
}

}  // namespace

std::optional<Airspaces> read_airspaces(const AirspaceSource& source, Diagnostics& diagnostics)
{
    if (is_prepared(source.path))
        return read_prepared(source, diagnostics);
    register_ogr_drivers();
    OgrMessages messages;
    Findings findings{source.path, {}};
    Airspaces airspaces;
    airspaces.edges = source.edges;
    auto records = read_airspace_records(source, findings.diagnostics);
    if (records)
        airspaces.list = read_records(std::move(*records), source, messages, findings);
    else if (findings.diagnostics.has_errors())
        airspaces.list.clear();  // no such format
    else if (auto plain = read_plain_geojson(source, findings))
        airspaces.list = std::move(*plain);
    else if (const OgrDataset dataset = open(source, messages, findings))
        if (OGRLayer* layer = pick_layer(*dataset, source, findings))
            airspaces.list = read_layer(*layer, source, messages, findings);
    messages.take();
    for (const Diagnostic& diagnostic : findings.diagnostics.list())
        diagnostics.add(diagnostic);
    return findings.diagnostics.has_errors() ? std::nullopt : std::optional{std::move(airspaces)};
}

}  // namespace incursion

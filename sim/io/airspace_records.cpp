#include "sim/io/airspace_records.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ogrsf_frmts.h>

#include "sim/io/input_bytes.h"
#include "sim/io/toml_spelling.h"

namespace incursion {

namespace {

const AirspaceFormat* format_named(const AirspaceSource& source, Diagnostics& diagnostics)
{
    const auto formats = airspace_formats();
    const auto found =
        std::find_if(formats.begin(), formats.end(), [&](const auto& each) { return each.name == source.format; });
    if (found != formats.end())
        return &*found;
    std::vector<std::string> names;
    for (const AirspaceFormat& format : formats)
        names.emplace_back(format.name);
    names.emplace_back("ogr");
    diagnostics.error(source.path, std::nullopt, "format",
                      fmt::format("there is no format '{}'{}; the formats are: {}", source.format,
                                  did_you_mean(source.format, names), fmt::join(names, ", ")));
    return nullptr;
}

const AirspaceFormat* format_fitting(InputBytes& input)
{
    const auto start = input.start();
    if (!start)
        return nullptr;
    const std::string ending = input.ending();
    const auto formats = airspace_formats();
    const auto found =
        std::find_if(formats.begin(), formats.end(), [&](const auto& each) { return each.fits(ending, *start); });
    return found == formats.end() ? nullptr : &*found;
}

bool is_file(const std::string& path)
{
    std::error_code code;
    return std::filesystem::is_regular_file(path, code);
}

/// Reads every file inside. Those of an archive that no format fits are passed over with a warning.
class RecordsOfMembers {
public:
    RecordsOfMembers(const AirspaceSource& source, const AirspaceFormat* format, Diagnostics& diagnostics)
        : source_{source}, format_{format}, diagnostics_{diagnostics}
    {
    }

    std::optional<std::vector<AirspaceRecord>> read()
    {
        auto opened = open_input(source_.path);
        if (!opened)
            return fail(opened.problem());
        const auto members = std::move(opened).value();
        for (;;) {
            auto next = members->next();
            if (!next)
                return fail(next.problem());
            const auto input = std::move(next).value();
            if (input == nullptr)
                break;
            take(*input);
        }
        for (const std::string& name : others_)
            if (read_ > 0)
                diagnostics_.warning(name, std::nullopt, "", "this is no file of airspaces and passed over");
        if (read_ > 1)  // lines of several files would say nothing
            for (AirspaceRecord& record : records_)
                record.line = 0;
        return read_ > 0 ? std::optional{std::move(records_)} : std::nullopt;
    }

private:
    void take(InputBytes& input)
    {
        const AirspaceFormat* format = format_ != nullptr ? format_ : format_fitting(input);
        if (format == nullptr) {
            others_.push_back(input.name());
            return;
        }
        ++read_;
        auto found = format->read(input, source_.edges, diagnostics_);
        std::move(found.begin(), found.end(), std::back_inserter(records_));
    }

    /// What cannot be opened is GDAL's, unless a format was named or something was read already.
    std::optional<std::vector<AirspaceRecord>> fail(const std::string& problem)
    {
        if (format_ == nullptr && read_ == 0)
            return std::nullopt;
        diagnostics_.error(source_.path, std::nullopt, "", problem);
        return std::move(records_);
    }

    const AirspaceSource& source_;
    const AirspaceFormat* format_;
    Diagnostics& diagnostics_;
    std::vector<AirspaceRecord> records_;
    std::vector<std::string> others_;
    long read_ = 0;
};

std::unique_ptr<OGRGeometry> geometry_of(std::vector<Ring> rings)
{
    auto polygon = std::make_unique<OGRPolygon>();
    for (const Ring& ring : rings) {
        auto line = std::make_unique<OGRLinearRing>();
        line->setNumPoints(static_cast<int>(ring.points.size()), FALSE);
        for (std::size_t i = 0; i < ring.points.size(); ++i)
            line->setPoint(static_cast<int>(i), ring.points[i].lon_deg, ring.points[i].lat_deg);
        line->closeRings();
        polygon->addRingDirectly(line.release());
    }
    return polygon;
}

}  // namespace

std::optional<std::vector<AirspaceRecord>> read_airspace_records(const AirspaceSource& source, Diagnostics& diagnostics)
{
    if (source.format == "ogr")
        return std::nullopt;
    const AirspaceFormat* format = source.format.empty() ? nullptr : format_named(source, diagnostics);
    if (!source.format.empty() && format == nullptr)
        return std::nullopt;
    if (format == nullptr && !is_file(source.path))
        return std::nullopt;
    return RecordsOfMembers{source, format, diagnostics}.read();
}

const AirspaceFormat* airspace_format_of(const std::string& path)
{
    if (!is_file(path))
        return nullptr;
    auto opened = open_input(path);
    if (!opened)
        return nullptr;
    const auto members = std::move(opened).value();
    const auto first = members->next();
    return first && *first != nullptr ? format_fitting(**first) : nullptr;
}

OgrDataset dataset_of(std::vector<AirspaceRecord>& records)
{
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("Memory");
    OgrDataset dataset{driver == nullptr ? nullptr : driver->Create("", 0, 0, 0, GDT_Unknown, nullptr)};
    if (!dataset)
        return nullptr;
    OGRSpatialReference wgs84;
    wgs84.SetWellKnownGeogCS("WGS84");
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayer* layer = dataset->CreateLayer("airspaces", &wgs84, wkbPolygon, nullptr);
    if (layer == nullptr)
        return nullptr;
    for (const char* name :
         {"key", "name", "designator", "type", "class", "country", "floor", "ceiling", "activation"}) {
        OGRFieldDefn field{name, OFTString};
        if (layer->CreateField(&field) != OGRERR_NONE)
            return nullptr;
    }
    for (std::size_t i = 0; i < records.size(); ++i) {
        AirspaceRecord& record = records[i];
        OGRFeature feature{layer->GetLayerDefn()};
        feature.SetFID(static_cast<GIntBig>(i));
        int place = 0;
        for (const std::string* text :
             {record.designator.empty() ? &record.name : &record.designator, &record.name, &record.designator,
              &record.type, &record.icao_class, &record.country, &record.floor, &record.ceiling, &record.activation})
            feature.SetField(place++, text->c_str());
        feature.SetGeometryDirectly(geometry_of(std::move(record.rings)).release());
        if (layer->CreateFeature(&feature) != OGRERR_NONE)
            return nullptr;
    }
    return dataset;
}

}  // namespace incursion

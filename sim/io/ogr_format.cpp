#include "sim/io/ogr_format.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/io/ogr_session.h"
#include "sim/io/ogr_track_layer.h"
#include "sim/io/toml_spelling.h"

namespace incursion {

namespace {

class OgrReader {
public:
    OgrReader(const InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics)
        : input_{input}, options_{options}, writer_{sink}, diagnostics_{diagnostics}
    {
    }

    void read()
    {
        register_ogr_drivers();
        const OgrDataset dataset{
            GDALDataset::Open(input_.gdal_path().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)};
        tell(!dataset);
        if (!dataset) {
            if (!diagnostics_.has_errors())
                fail("GDAL cannot read it");
            return;
        }
        std::vector<OGRLayer*> layers;
        for (OGRLayer* layer : dataset->GetLayers())
            layers.push_back(layer);
        // It keeps features in the order of their place on a curve that fills the plane, where it has an index.
        const bool is_unordered = std::string_view{dataset->GetDriverName()} == "FlatGeobuf";
        read_first(layers, is_unordered);
        tell(true);
    }

private:
    void fail(std::string message) { diagnostics_.error(input_.name(), std::nullopt, "", std::move(message)); }
    void note(std::string message) { diagnostics_.note(input_.name(), std::nullopt, "", std::move(message)); }

    /// What GDAL said becomes ours.
    void tell(bool failures_matter)
    {
        for (const auto& message : messages_.take()) {
            if (message.failure && failures_matter)
                fail("GDAL cannot read it: " + message.text);
            else
                diagnostics_.warning(input_.name(), std::nullopt, "", "GDAL says: " + message.text);
        }
    }

    /// The layer that is named, else the first that can hold tracks.
    void read_first(const std::vector<OGRLayer*>& layers, bool is_unordered)
    {
        std::vector<std::string> names;
        for (OGRLayer* layer : layers)
            names.emplace_back(layer->GetName());
        if (!options_.layer.empty() && std::find(names.begin(), names.end(), options_.layer) == names.end()) {
            fail(fmt::format("there is no layer '{}'{}; the layers are: {}", options_.layer,
                             did_you_mean(options_.layer, names), fmt::join(names, ", ")));
            return;
        }
        Diagnostics refused;
        for (OGRLayer* layer : layers) {
            if (!options_.layer.empty() && options_.layer != layer->GetName())
                continue;
            Diagnostics said;
            auto columns = track_columns_of(*layer, options_, input_.name(), said);
            for (const Diagnostic& each : said.list())
                (columns ? diagnostics_ : refused).add(each);
            if (!columns)
                continue;
            if (layers.size() > 1 && options_.layer.empty())
                note(fmt::format("of the layers {} '{}' is read", fmt::join(names, ", "), layer->GetName()));
            read_layer(*layer, std::move(*columns), is_unordered);
            return;
        }
        for (const Diagnostic& each : refused.list())
            diagnostics_.add(each);
        if (refused.list().empty())
            fail("the file holds no layer of features");
    }

    void read_layer(OGRLayer& layer, OgrTrackColumns columns, bool is_unordered)
    {
        const OGRSpatialReference* reference = layer.GetSpatialRef();
        auto way = ToWgs84::make(reference);
        if (!way)
            return fail(way.problem());
        tell_reference(*way);
        PartNames names{options_.default_id.value_or(input_.stem())};
        OgrTrackLayer reader{std::move(columns), std::move(way).value(), heights_of(reference), writer_, names};
        if (is_unordered)
            reader.sort_points();
        layer.ResetReading();
        // Not forced to count: -1 where the format does not simply know.
        const GIntBig announced = layer.GetFeatureCount(FALSE);
        std::int64_t number = 0;
        for (OGRFeatureUniquePtr feature{layer.GetNextFeature()}; feature && writer_.is_wanted();
             feature.reset(layer.GetNextFeature()))
            reader.read(*feature, ++number);
        reader.finish();
        tell(true);
        if (writer_.is_wanted() && number < announced)
            fail(fmt::format("only {} of {} features can be read; is the file cut off?", number, announced));
        if (reader.untimed() > 0)
            note(fmt::format("features that are no points in time and no lines with measures are not read: {}",
                             reader.untimed()));
    }

    void tell_reference(const ToWgs84& way)
    {
        if (!way.has_reference())
            note("the source names no reference system; it is taken as WGS-84 longitude and latitude");
        else if (!way.exact())
            diagnostics_.warning(
                input_.name(), std::nullopt, "",
                fmt::format("no exact way from {} to WGS-84 is installed; places may be off by hundreds "
                            "of metres",
                            *way.transformed()));
        else if (way.transformed())
            note(fmt::format("points are transformed from {}", *way.transformed()));
    }

    const InputBytes& input_;
    const TrackReadOptions& options_;
    PieceWriter writer_;
    Diagnostics& diagnostics_;
    OgrMessages messages_;
};

}  // namespace

bool fits_ogr(std::string_view ending, std::string_view start)
{
    using namespace std::string_view_literals;
    // SQLite (a GeoPackage is one), FlatGeobuf, Parquet, and the main file of a Shapefile (file code 9994).
    for (const auto magic : {"SQLite format 3\0"sv, "fgb\x03"sv, "PAR1"sv, "\0\0\x27\x0A"sv})
        if (start.starts_with(magic))
            return true;
    // GML, and MapInfo's two.
    return (ending == ".gml" && start.starts_with('<')) || start.starts_with("!table") ||
           (ending == ".mif" && (start.starts_with("Version") || start.starts_with("VERSION")));
}

void read_ogr(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics)
{
    if (input.gdal_path().empty()) {
        diagnostics.error(input.name(), std::nullopt, "",
                          "GDAL reads this format from files only, plain or in .gz, .zip or .tar; unpack it into one");
        return;
    }
    OgrReader{input, options, sink, diagnostics}.read();
}

}  // namespace incursion

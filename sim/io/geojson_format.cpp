#include "sim/io/geojson_format.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>

#include <fmt/format.h>
#include <simdjson.h>

#include "sim/io/bad_rows.h"
#include "sim/io/geojson_lines.h"
#include "sim/io/geojson_points.h"
#include "sim/io/json_objects.h"
#include "sim/io/json_values.h"
#include "sim/io/property_columns.h"

namespace incursion {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// The name of a reference system other than WGS-84 longitude and latitude, by the `crs` member of GeoJSON 2008 or
/// MF-JSON.
std::optional<std::string> foreign_reference(const object& root)
{
    std::string_view name;
    if (root["crs"]["properties"]["name"].get(name) != simdjson::SUCCESS)
        return std::nullopt;
    for (const char* const same : {"CRS84", "EPSG:4326", "EPSG::4326", "CRS83", "EPSG:4979", "EPSG::4979"})
        if (name.ends_with(same))
            return std::nullopt;
    return std::string{name.substr(0, 80)};
}

std::string id_of(const object& feature)
{
    std::string id;
    element value;
    if (feature["id"].get(value) == simdjson::SUCCESS)
        append_cell_text(value, id);
    return id;
}

class GeoJsonReader {
public:
    GeoJsonReader(const InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics)
        : writer_{sink},
          parts_{options.default_id.value_or(input.stem())},
          lines_{writer_, parts_},
          points_{writer_, options, input.name(), diagnostics},
          options_{options},
          file_{input.name()},
          diagnostics_{diagnostics}
    {
    }

    void read(JsonObjects& objects)
    {
        while (writer_.is_wanted() && !failed_) {
            const auto next = objects.next();
            if (!next)
                diagnostics_.error(file_, static_cast<int>(objects.line()), "", next.problem());
            if (!next || !*next)
                break;
            check_reference(objects.outer());
            read_text(**next);
        }
        check_reference(objects.outer());
        writer_.finish();
        points_.finish();
        if (untimed_ > 0)
            diagnostics_.note(
                file_, std::nullopt, "",
                fmt::format("lines and areas without times are no recording and are not read: {}", untimed_));
    }

private:
    void read_text(const JsonObjects::Object& text)
    {
        RowProblems& problems = writer_.problems();
        if (!text.is_whole) {
            problems.add(unreadable_kind, text.line, "the feature is cut off; dropped");
            return;
        }
        element root;
        object feature;
        const auto error = parser_.parse(text.text.data(), text.text.size()).get(root);
        if (error != simdjson::SUCCESS) {
            problems.add(unreadable_kind, text.line,
                         fmt::format("the feature is broken JSON ({}); dropped", simdjson::error_message(error)));
            return;
        }
        if (root.get(feature) == simdjson::SUCCESS)
            read_object(feature, text.line);
    }

    void read_object(const object& root, std::int64_t line)
    {
        const auto type = json_text(root, "type");
        fail_on_foreign(root);
        if (failed_)
            return;
        if (type == "Feature")
            read_feature(root, line);
        else if (type == "MovingPoint" || type == "MovingGeometryCollection")
            lines_.read_moving_point(root, "", line);
        else if (type != "FeatureCollection")
            writer_.problems().add(unreadable_kind, line, "this is no GeoJSON feature; dropped");
    }

    void read_feature(const object& feature, std::int64_t line)
    {
        object properties;
        const bool has_properties = feature["properties"].get(properties) == simdjson::SUCCESS;
        object moving;
        if (feature["temporalGeometry"].get(moving) == simdjson::SUCCESS) {
            lines_.read_moving_point(moving, has_properties ? name_of(feature, properties) : id_of(feature), line);
            return;
        }
        object geometry;
        element coordinates;
        if (feature["geometry"].get(geometry) != simdjson::SUCCESS ||
            geometry["coordinates"].get(coordinates) != simdjson::SUCCESS) {
            writer_.problems().add(no_position_kind, line, "the feature has no position; dropped");
            return;
        }
        const auto type = json_text(geometry, "type");
        if (type == "Point")
            read_point(feature, coordinates, has_properties ? std::optional{properties} : std::nullopt, line);
        else if (const auto times = has_properties ? TimedLines::times_of(properties) : std::nullopt)
            lines_.read(coordinates, *times, CoordinateValues::of(properties, options_.altitude),
                        name_of(feature, properties), line);
        else
            ++untimed_;
    }

    void read_point(const object& feature, const element& coordinates, const std::optional<object>& properties,
                    std::int64_t line)
    {
        const auto position = json_position(coordinates);
        if (!position)
            writer_.problems().add(bad_number_kind, line, "the position is no longitude and latitude; dropped");
        else if (!properties)
            writer_.problems().add(no_time_kind, line, "the feature has no time; dropped");
        else
            points_.read(*position, *properties, id_of(feature), line);
    }

    /// What the properties call a track, else the feature's id.
    std::string name_of(const object& feature, const object& properties) const
    {
        std::vector<std::string_view> names;
        for (const auto& [key, value] : properties)
            names.push_back(key);
        std::string name;
        if (const auto index = track_property(names, options_.columns))
            append_cell_text(properties[names[*index]], name);
        return name.empty() ? id_of(feature) : name;
    }

    /// What stands around the features, with what is still missing to make it whole.
    void check_reference(std::string_view outer)
    {
        if (failed_ || outer.size() == outer_size_)
            return;
        outer_size_ = outer.size();
        if (outer.find("\"crs\"") == std::string_view::npos)
            return;
        for (const char* const closing : {"", "]}"}) {
            object root;
            if (parser_.parse(std::string{outer} + closing).get(root) == simdjson::SUCCESS)
                fail_on_foreign(root);
        }
    }

    void fail_on_foreign(const object& root)
    {
        const auto foreign = foreign_reference(root);
        if (!foreign)
            return;
        failed_ = true;
        diagnostics_.error(file_, std::nullopt, "crs",
                           fmt::format("positions are in {}; transform them to WGS-84 longitude and latitude (ogr2ogr "
                                       "-t_srs EPSG:4326), as GeoJSON asks for",
                                       *foreign));
    }

    simdjson::dom::parser parser_;
    PieceWriter writer_;
    PartNames parts_;
    TimedLines lines_;
    TimedPoints points_;
    const TrackReadOptions& options_;
    const std::string& file_;
    Diagnostics& diagnostics_;
    std::size_t outer_size_ = 0;
    bool failed_ = false;
    long untimed_ = 0;
};

/// Does the first of several objects end on the first line, and another begin behind it?
bool is_line_by_line(std::string_view start)
{
    const std::size_t end = start.find('\n');
    if (end == std::string_view::npos)
        return false;
    const std::string_view first = start.substr(0, end);
    const std::size_t last = first.find_last_not_of(" \t\r");
    const std::size_t second = start.find_first_not_of(" \t\r\n", end);
    return last != std::string_view::npos && first[last] == '}' && second != std::string_view::npos &&
           start[second] == '{';
}

bool has_geojson_type(std::string_view start)
{
    for (const char* const type :
         {"\"Feature\"", "\"FeatureCollection\"", "\"MovingPoint\"", "\"MovingGeometryCollection\""})
        if (start.find(type) != std::string_view::npos)
            return true;
    return false;
}

bool is_one_of(std::string_view ending, std::initializer_list<std::string_view> usual)
{
    return std::find(usual.begin(), usual.end(), ending) != usual.end();
}

}  // namespace

bool fits_geojson(std::string_view ending, std::string_view start)
{
    const std::size_t first = start.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && start[first] == '{' && (has_geojson_type(start) || ending == ".geojson");
}

bool fits_geojson_sequence(std::string_view ending, std::string_view start)
{
    if (start.starts_with('\x1E'))
        return true;
    const bool by_ending = is_one_of(ending, {".geojsonl", ".geojsons", ".geojsonseq", ".ldgeojson"});
    return fits_geojson(by_ending ? ".geojson" : ending, start) && (by_ending || is_line_by_line(start));
}

void read_geojson(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics)
{
    JsonObjects objects{input, JsonObjects::Sequence::any};
    GeoJsonReader{input, options, sink, diagnostics}.read(objects);
}

void read_geojson_sequence(InputBytes& input, const TrackReadOptions& options, TrackSink& sink,
                           Diagnostics& diagnostics)
{
    const auto start = input.start();
    const bool has_separators = start && start->starts_with('\x1E');
    JsonObjects objects{input, has_separators ? JsonObjects::Sequence::any : JsonObjects::Sequence::lines};
    GeoJsonReader{input, options, sink, diagnostics}.read(objects);
}

}  // namespace incursion

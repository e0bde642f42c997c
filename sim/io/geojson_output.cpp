#include "sim/io/geojson_output.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "sim/io/geodesic_pieces.h"
#include "sim/io/text_output.h"
#include "sim/io/text_pieces.h"

namespace incursion {

namespace {

using Pieces = std::vector<std::vector<Fix>>;

/// A list with a value for each fix, nested where there are several pieces, as the coordinates are.
template <class AppendValue>
void append_values(fmt::memory_buffer& text, const Pieces& pieces, const AppendValue& append_value)
{
    const bool nested = pieces.size() > 1;
    if (nested)
        text.push_back('[');
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        append_piece(text, i > 0 ? ",[" : "[");
        for (std::size_t k = 0; k < pieces[i].size(); ++k) {
            if (k > 0)
                text.push_back(',');
            append_value(pieces[i][k]);
        }
        text.push_back(']');
    }
    if (nested)
        text.push_back(']');
}

void append_metres(fmt::memory_buffer& text, const std::optional<double>& length_m)
{
    if (length_m)
        append_decimal(text, *length_m, metre_decimals);
    else
        append_piece(text, "null");
}

void append_geometry(fmt::memory_buffer& text, const Pieces& pieces, bool with_heights)
{
    append_piece(text, pieces.size() > 1            ? "{\"type\":\"MultiLineString\",\"coordinates\":"
                       : pieces.front().size() == 1 ? "{\"type\":\"MultiPoint\",\"coordinates\":"
                                                    : "{\"type\":\"LineString\",\"coordinates\":");
    append_values(text, pieces, [&](const Fix& fix) {
        text.push_back('[');
        append_decimal(text, fix.place.lon_deg, place_decimals);
        text.push_back(',');
        append_decimal(text, fix.place.lat_deg, place_decimals);
        if (with_heights && fix.altitude_m) {
            text.push_back(',');
            append_decimal(text, *fix.altitude_m, metre_decimals);
        }
        text.push_back(']');
    });
    text.push_back('}');
}

bool has_altitude(const Fix& fix)
{
    return fix.altitude_m.has_value();
}

bool has_accuracy(const Fix& fix)
{
    return fix.accuracy_m.has_value();
}

/// What has no place among the coordinates.
void append_coordinate_properties(fmt::memory_buffer& text, const Track& track, const Pieces& pieces)
{
    const auto fixes = track.fixes();
    const bool altitudes =
        track.datum() != AltitudeDatum::ellipsoid && std::any_of(fixes.begin(), fixes.end(), has_altitude);
    const bool accuracies = std::any_of(fixes.begin(), fixes.end(), has_accuracy);
    if (!altitudes && !accuracies)
        return;
    append_piece(text, ",\"coordinateProperties\":{");
    if (altitudes) {
        append_piece(text, track.datum() == AltitudeDatum::msl ? "\"alt_m\":" : "\"alt_pressure_m\":");
        append_values(text, pieces, [&](const Fix& fix) { append_metres(text, fix.altitude_m); });
    }
    if (accuracies) {
        append_piece(text, altitudes ? ",\"accuracy_m\":" : "\"accuracy_m\":");
        append_values(text, pieces, [&](const Fix& fix) { append_metres(text, fix.accuracy_m); });
    }
    text.push_back('}');
}

void append_feature(fmt::memory_buffer& text, const Track& track)
{
    const Pieces pieces = geodesic_pieces(track.fixes());
    append_piece(text, "{\"type\":\"Feature\",\"properties\":{\"track_id\":");
    append_piece(text, nlohmann::json(track.id()).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    append_piece(text, ",\"coordTimes\":");
    append_values(text, pieces, [&](const Fix& fix) {
        text.push_back('"');
        append_time(text, fix.time);
        text.push_back('"');
    });
    append_coordinate_properties(text, track, pieces);
    append_piece(text, "},\"geometry\":");
    append_geometry(text, pieces, track.datum() == AltitudeDatum::ellipsoid);
    text.push_back('}');
}

std::optional<Problem> write_features(const TableTarget& target, std::span<const Track> tracks, bool in_collection)
{
    auto made = TextOutput::create(target);
    if (!made)
        return Problem{made.problem()};
    TextOutput output = std::move(made).value();
    if (in_collection)
        append_piece(output.text(), "{\"type\":\"FeatureCollection\",\"features\":[\n");
    bool any = false;
    for (const Track& track : tracks) {
        if (track.fixes().empty())
            continue;
        if (in_collection && std::exchange(any, true))
            append_piece(output.text(), ",\n");
        append_feature(output.text(), track);
        if (!in_collection)
            output.text().push_back('\n');
        if (auto problem = output.write_if_full())
            return problem;
    }
    if (in_collection)
        append_piece(output.text(), any ? "\n]}\n" : "]}\n");
    return output.finish();
}

}  // namespace

std::optional<Problem> write_geojson(const TableTarget& target, std::span<const Track> tracks, Diagnostics&)
{
    return write_features(target, tracks, true);
}

std::optional<Problem> write_geojson_sequence(const TableTarget& target, std::span<const Track> tracks, Diagnostics&)
{
    return write_features(target, tracks, false);
}

}  // namespace incursion

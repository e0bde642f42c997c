#include "sim/io/write_tracks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>
#include <vector>

#include "sim/io/write_visit_json.h"

namespace incursion {

namespace {

struct AltitudeColumn {
    AltitudeDatum datum;
    const char* name;
};
constexpr std::array altitude_columns{AltitudeColumn{AltitudeDatum::msl, "alt_m"},
                                      AltitudeColumn{AltitudeDatum::ellipsoid, "alt_hae_m"},
                                      AltitudeColumn{AltitudeDatum::pressure, "alt_pressure_m"}};

std::vector<AltitudeColumn> columns_needed(std::span<const Track> tracks)
{
    std::vector<AltitudeColumn> needed;
    for (const AltitudeColumn& column : altitude_columns)
        if (std::any_of(tracks.begin(), tracks.end(), [&](const Track& track) {
                return track.datum() == column.datum &&
                       std::any_of(track.fixes().begin(), track.fixes().end(),
                                   [](const Fix& fix) { return fix.altitude_m.has_value(); });
            }))
            needed.push_back(column);
    return needed;
}

TableLayout layout_of(const std::vector<AltitudeColumn>& altitudes, bool has_points)
{
    TableLayout layout{"fixes",
                       {{"time", CellType::time},
                        {"track_id", CellType::text},
                        {"lon", CellType::real},
                        {"lat", CellType::real}},
                       has_points ? RowShape::point : RowShape::none};
    for (const AltitudeColumn& altitude : altitudes)
        layout.columns.push_back({altitude.name, CellType::real});
    layout.columns.push_back({"accuracy_m", CellType::real});
    return layout;
}

/// The double nearest to the decimal, so that its shortest form has no more digits; never a negative zero.
double rounded(double number, double parts)
{
    return std::round(number * parts) / parts + 0.0;
}

TableCell metres(const std::optional<double>& length_m)
{
    return length_m ? TableCell{rounded(*length_m, 1e3)} : TableCell{};
}

std::optional<Problem> repeated_id(std::span<const Track> tracks)
{
    std::set<std::string_view> ids;
    for (const Track& track : tracks)
        if (!ids.insert(track.id()).second)
            return Problem{"two tracks would be called '" + track.id() + "', and readers would take them for one"};
    return std::nullopt;
}

std::optional<Problem> add_fixes(TableWriter& table, const Track& track, const std::vector<AltitudeColumn>& altitudes,
                                 bool has_points)
{
    std::vector<TableCell> cells;
    for (const Fix& fix : track.fixes()) {
        const LonLat place{rounded(reported_lon(fix.place), 1e8), rounded(fix.place.lat_deg, 1e8)};
        cells.assign({fix.time, std::string_view{track.id()}, place.lon_deg, place.lat_deg});
        for (const AltitudeColumn& altitude : altitudes)
            cells.push_back(altitude.datum == track.datum() ? metres(fix.altitude_m) : TableCell{});
        cells.push_back(metres(fix.accuracy_m));
        const PathPoint point{fix.time, place, fix.altitude_m};
        if (auto problem = table.add(cells, {&point, has_points ? 1U : 0U}))
            return problem;
    }
    return std::nullopt;
}

std::optional<Problem> fill(TableWriter& table, std::span<const Track> tracks,
                            const std::vector<AltitudeColumn>& altitudes, bool has_points)
{
    for (const Track& track : tracks)
        if (auto problem = add_fixes(table, track, altitudes, has_points))
            return problem;
    return table.finish();
}

}  // namespace

std::optional<Problem> write_tracks(const TableTarget& target, std::span<const Track> tracks)
{
    if (auto problem = repeated_id(tracks))
        return Problem{target.path + ": " + problem->message};
    const Result<std::string> format = table_format_of(target);
    if (!format)
        return Problem{format.problem()};
    const bool has_points = has_shapes(*format);
    const std::vector<AltitudeColumn> altitudes = columns_needed(tracks);
    Result<std::unique_ptr<TableWriter>> made = create_table(target, layout_of(altitudes, has_points));
    if (!made)
        return Problem{made.problem()};
    const std::unique_ptr<TableWriter> table = std::move(made).value();
    auto problem = fill(*table, tracks, altitudes, has_points);
    return table->broken_pipe() ? std::nullopt : problem;
}

}  // namespace incursion

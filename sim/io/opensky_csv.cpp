#include "sim/io/opensky_csv.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "sim/io/bad_rows.h"
#include "sim/io/comma_cells.h"
#include "sim/io/csv_time.h"
#include "sim/io/text_cells.h"
#include "sim/io/text_lines.h"

namespace incursion {

namespace {

constexpr std::size_t most_opensky_columns = 100;

/// Where the columns stand: opensky-network.org/datasets/states/README.txt.
struct OpenSkyColumns {
    std::size_t icao24 = 0, lat = 0, lon = 0, position_time = 0;
    std::optional<std::size_t> baro, geo, ground;
    std::size_t count = 0;  ///< up to the last of them
};

/// No cell of these holds a comma.
void split_cells(std::string_view line, std::vector<std::string_view>& cells)
{
    split_at_commas(line, most_opensky_columns, cells);
    for (std::string_view& cell : cells)
        if (cell.size() >= 2 && cell.starts_with('"') && cell.ends_with('"'))
            cell = cell.substr(1, cell.size() - 2);
}

std::optional<OpenSkyColumns> opensky_columns(const std::vector<std::string_view>& header)
{
    OpenSkyColumns columns;
    const auto find = [&](std::string_view name) -> std::optional<std::size_t> {
        const auto found = std::find(header.begin(), header.end(), name);
        if (found == header.end())
            return std::nullopt;
        const auto place = static_cast<std::size_t>(found - header.begin());
        columns.count = std::max(columns.count, place + 1);
        return place;
    };
    const auto icao24 = find("icao24"), lat = find("lat"), lon = find("lon"), time = find("lastposupdate");
    if (!icao24 || !lat || !lon || !time)
        return std::nullopt;
    columns.icao24 = *icao24;
    columns.lat = *lat;
    columns.lon = *lon;
    columns.position_time = *time;
    columns.baro = find("baroaltitude");
    columns.geo = find("geoaltitude");
    columns.ground = find("onground");
    return columns;
}

/// As a database writes it.
bool is_null_cell(std::string_view cell)
{
    return cell.empty() || cell == "NULL" || cell == "null" || cell == "None" || cell == "nan" || cell == "NaN";
}

void add_cells(const std::vector<std::string_view>& cells, const OpenSkyColumns& columns, std::int64_t line,
               OpenSkyStates& states)
{
    OpenSkyState state;
    bool has_bad_cell = false;
    const auto number = [&](std::optional<std::size_t> column) -> std::optional<double> {
        if (!column || is_null_cell(cells[*column]))
            return std::nullopt;
        const auto value = parse_decimal_number(cells[*column]);
        has_bad_cell = has_bad_cell || !value;
        return value;
    };
    state.icao24 = cells[columns.icao24];
    state.lat_deg = number(columns.lat);
    state.lon_deg = number(columns.lon);
    state.altitudes.pressure_m = number(columns.baro);
    state.altitudes.ellipsoid_m = number(columns.geo);
    if (const std::string_view cell = cells[columns.position_time];
        !is_null_cell(cell) && number(columns.position_time)) {
        const auto time = parse_time_cell(cell, {9, false});
        if (time)
            state.position_time = *time;
        has_bad_cell = has_bad_cell || !time;
    }
    if (columns.ground) {
        const std::string_view cell = cells[*columns.ground];
        state.is_on_ground = cell == "True" || cell == "true" || cell == "TRUE" || cell == "1";
    }
    states.add(state, has_bad_cell, line);
}

}  // namespace

bool is_opensky_header(std::string_view start)
{
    std::vector<std::string_view> cells;
    split_cells(start.substr(0, start.find('\n')), cells);
    return opensky_columns(cells).has_value();
}

void read_opensky_csv(InputBytes& input, OpenSkyStates& states, Diagnostics& diagnostics)
{
    TextLines lines{input};
    std::vector<std::string_view> cells;
    std::optional<OpenSkyColumns> columns;
    while (const auto line = states.is_wanted() ? lines.next() : std::nullopt) {
        if (trimmed(*line).empty())
            continue;
        split_cells(*line, cells);
        // Files put one behind the other bring their headers along.
        if (const auto header = !columns || cells[0] == "time" ? opensky_columns(cells) : std::nullopt)
            columns = header;
        else if (!columns)
            break;
        else if (cells.size() < columns->count)
            states.problems().add(unreadable_record_kind, lines.number(), "the row is cut off; dropped");
        else
            add_cells(cells, *columns, lines.number(), states);
    }
    if (lines.problem())
        diagnostics.error(input.name(), std::nullopt, "", *lines.problem());
}

}  // namespace incursion

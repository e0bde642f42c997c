#include "sim/io/property_columns.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sim/io/bad_rows.h"
#include "sim/io/csv_names.h"
#include "sim/io/text_cells.h"

namespace incursion {

namespace {

constexpr std::size_t longest_time_bytes = 100;

std::optional<MetreColumn> choose_altitude(const std::vector<MetreColumn>& altitudes, const PropertyText& text)
{
    if (altitudes.empty())
        return std::nullopt;
    const auto filled = std::find_if(altitudes.begin(), altitudes.end(),
                                     [&](const MetreColumn& column) { return !text(column.index).empty(); });
    return filled == altitudes.end() ? altitudes.front() : *filled;
}

/// Of a cell with a number in it: the metres; nothing inside where the cell is empty, nothing at all (told) where it
/// holds something else.
std::optional<std::optional<double>> metres_in(const MetreColumn& column, const PropertyText& text, const char* what,
                                               std::int64_t line, RowProblems& problems)
{
    const std::string_view cell = trimmed(text(column.index));
    if (cell.empty())
        return std::optional<double>{};
    const auto number = parse_decimal_number(cell);
    if (number)
        return std::optional{*number * column.metres};
    problems.add(bad_number_kind, line, fmt::format("'{}' is no {}; dropped", cell.substr(0, 40), what));
    return std::nullopt;
}

std::optional<Time> time_of(const PropertyColumns& columns, const FeaturePoint& point, const PropertyText& text,
                            RowProblems& problems)
{
    if (point.time)
        return point.time;
    const std::string_view cell = trimmed(text(columns.time));
    if (cell.empty()) {
        problems.add(no_time_kind, point.line, "the feature has no time; dropped");
        return std::nullopt;
    }
    const auto time = cell.size() > longest_time_bytes ? Result<Time>{Problem{"the time is far too long"}}
                                                 : parse_time_cell(cell, columns.time_cells);
    if (time)
        return *time;
    problems.add(bad_time_kind, point.line, time.problem() + "; dropped");
    return std::nullopt;
}

}  // namespace

std::optional<PropertyColumns> find_property_columns(const std::vector<std::string_view>& names,
                                                     const TrackReadOptions& options, bool has_third_coordinate,
                                                     const PropertyText& first_feature, const std::string& file,
                                                     Diagnostics& diagnostics)
{
    const auto found =
        find_track_columns(names, options.columns, file, 0, diagnostics, options.altitude,
                           has_third_coordinate ? GeometryHolds::place_and_altitude : GeometryHolds::place);
    if (!found)
        return std::nullopt;
    return PropertyColumns{
        found->time,  found->time_cells, choose_altitude(found->altitudes, first_feature), found->other_altitudes,
        found->track, found->accuracy};
}

std::optional<Fix> property_fix(const PropertyColumns& columns, const FeaturePoint& point, const PropertyText& text,
                                RowProblems& problems)
{
    const auto time = time_of(columns, point, text, problems);
    if (!time || !is_possible(point.place, point.line, problems))
        return std::nullopt;
    Fix fix{*time, point.place, point.altitude_m, std::nullopt};
    if (columns.altitude) {
        const auto altitude = metres_in(*columns.altitude, text, "altitude", point.line, problems);
        if (!altitude)
            return std::nullopt;
        fix.altitude_m = *altitude;
    }
    if (columns.accuracy) {
        const auto accuracy = metres_in(*columns.accuracy, text, "accuracy", point.line, problems);
        if (!accuracy)
            return std::nullopt;
        fix.accuracy_m = *accuracy;
        if (fix.accuracy_m && *fix.accuracy_m < 0) {
            problems.add(bad_number_kind, point.line, "an accuracy cannot be negative; dropped");
            return std::nullopt;
        }
    }
    return fix;
}

std::optional<std::size_t> track_property(const std::vector<std::string_view>& names,
                                          const std::map<std::string, std::string>& mapping)
{
    const auto place_of = [&](const auto& matches) -> std::optional<std::size_t> {
        const auto found = std::find_if(names.begin(), names.end(), matches);
        return found == names.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - names.begin())};
    };
    if (const auto mapped = mapping.find("track"); mapped != mapping.end())
        return place_of([&](std::string_view name) { return name == mapped->second; });
    for (const std::string& usual : track_names())
        if (const auto place = place_of([&](std::string_view name) { return plain_name(name) == usual; }))
            return place;
    return std::nullopt;
}

}  // namespace incursion

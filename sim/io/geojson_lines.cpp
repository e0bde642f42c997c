#include "sim/io/geojson_lines.h"

#include <iterator>

#include <fmt/format.h>

#include "sim/io/bad_rows.h"
#include "sim/io/json_values.h"

namespace incursion {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;
using Elements = std::vector<element>;

Elements elements_of(const element& list)
{
    array items;
    if (list.get(items) != simdjson::SUCCESS)
        return {};
    return {items.begin(), items.end()};
}

/// Is it a list of lists?
bool is_nested(const Elements& list)
{
    return !list.empty() && list.front().is_array();
}

/// Are the positions' elements positions again?
bool has_parts(const Elements& coordinates)
{
    return is_nested(coordinates) && is_nested(elements_of(coordinates.front()));
}

}  // namespace

std::optional<element> TimedLines::times_of(const object& properties)
{
    for (const char* const key : {"coordTimes", "times", "datetimes"}) {
        element times;
        if (properties[key].get(times) == simdjson::SUCCESS && times.is_array())
            return times;
    }
    element times;
    if (properties["coordinateProperties"]["times"].get(times) == simdjson::SUCCESS && times.is_array())
        return times;
    return std::nullopt;
}

void TimedLines::read(const element& coordinates, const element& times, const std::string& name, std::int64_t line)
{
    parts_.begin_line(name, AltitudeDatum::ellipsoid);
    const Elements outer = elements_of(coordinates);
    const Elements outer_times = elements_of(times);
    if (!has_parts(outer)) {
        add_part(outer, outer_times, line);
        return;
    }
    const bool nested = is_nested(outer_times);
    if (nested && outer_times.size() != outer.size()) {
        tell_unpaired(outer_times.size(), outer.size(), line);
        return;
    }
    std::vector<Elements> parts;
    std::size_t points = 0;
    for (const element& part : outer)
        points += parts.emplace_back(elements_of(part)).size();
    if (!nested && outer_times.size() != points) {
        tell_unpaired(outer_times.size(), points, line);
        return;
    }
    auto from = outer_times.begin();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (nested) {
            add_part(parts[i], elements_of(outer_times[i]), line);
            continue;
        }
        const auto until = from + std::ssize(parts[i]);
        add_part(parts[i], {from, until}, line);
        from = until;
    }
}

void TimedLines::read_moving_point(const object& moving, const std::string& name, std::int64_t line)
{
    for (const char* const key : {"prisms", "sequences"}) {
        array several;
        if (moving[key].get(several) != simdjson::SUCCESS)
            continue;
        for (const element each : several) {
            object inner;
            // Only these two levels exist; a prism holds no prisms.
            element deeper;
            if (each.get(inner) == simdjson::SUCCESS && inner[key].get(deeper) != simdjson::SUCCESS)
                read_moving_point(inner, name, line);
        }
        return;
    }
    element coordinates;
    element times;
    if (moving["coordinates"].get(coordinates) == simdjson::SUCCESS &&
        moving["datetimes"].get(times) == simdjson::SUCCESS)
        read(coordinates, times, name, line);
    else
        writer_->problems().add(unreadable_kind, line, "a moving point needs `coordinates` and `datetimes`; dropped");
}

void TimedLines::add_part(const Elements& positions, const Elements& times, std::int64_t line)
{
    if (positions.size() != times.size()) {
        tell_unpaired(times.size(), positions.size(), line);
        return;
    }
    RowProblems& problems = writer_->problems();
    parts_.begin_part();
    for (std::size_t i = 0; i < positions.size() && writer_->is_wanted(); ++i) {
        const auto time = json_time(times[i]);
        const auto position = json_position(positions[i]);
        if (!time) {
            problems.add(bad_time_kind, line, time.problem() + "; dropped");
            continue;
        }
        if (!position) {
            problems.add(bad_number_kind, line, "a position is no longitude and latitude; dropped");
            continue;
        }
        if (is_possible(position->place, line, problems))
            parts_.add({*time, position->place, position->altitude_m, std::nullopt}, line);
    }
}

void TimedLines::tell_unpaired(std::size_t times, std::size_t positions, std::int64_t line)
{
    writer_->problems().add(unpaired_kind, line,
                            fmt::format("the line has {} times and {} positions, so that nobody knows which belong "
                                        "together; dropped",
                                        times, positions));
}

}  // namespace incursion

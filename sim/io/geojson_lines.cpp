#include "sim/io/geojson_lines.h"

#include <algorithm>
#include <iterator>
#include <utility>

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

std::size_t size_of(const std::vector<Elements>& parts)
{
    std::size_t size = 0;
    for (const Elements& part : parts)
        size += part.size();
    return size;
}

/// A list with a value for each position as one list for each part. It may be nested as the positions are, or not at
/// all. Nothing where their numbers differ.
std::optional<std::vector<Elements>> shared_among(const Elements& list, const std::vector<Elements>& parts)
{
    std::vector<Elements> shared;
    if (is_nested(list)) {
        if (list.size() != parts.size())
            return std::nullopt;
        for (const element& part : list)
            shared.push_back(elements_of(part));
        return shared;
    }
    if (list.size() != size_of(parts))
        return std::nullopt;
    auto from = list.begin();
    for (const Elements& part : parts) {
        shared.emplace_back(from, from + std::ssize(part));
        from += std::ssize(part);
    }
    return shared;
}

/// Null and what is no number are unknown.
std::optional<double> metres_of(const element& value, double metres)
{
    const auto number = json_number(value);
    return number ? std::optional{*number * metres} : std::nullopt;
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

void TimedLines::read(const element& coordinates, const element& times, const CoordinateValues& values,
                      const std::string& name, std::int64_t line)
{
    parts_.begin_line(name, values.altitudes ? values.datum : AltitudeDatum::ellipsoid);
    const Elements outer = elements_of(coordinates);
    std::vector<Elements> parts;
    if (has_parts(outer))
        for (const element& part : outer)
            parts.push_back(elements_of(part));
    else
        parts.push_back(outer);
    const Elements outer_times = elements_of(times);
    const auto times_of_parts = shared_among(outer_times, parts);
    if (!times_of_parts) {
        tell_unpaired(outer_times.size(), is_nested(outer_times) ? parts.size() : size_of(parts), line);
        return;
    }
    const auto altitudes = values_of_parts(values.altitudes, parts, "altitudes", line);
    const auto accuracies = values_of_parts(values.accuracies, parts, "accuracies", line);
    for (std::size_t i = 0; i < parts.size(); ++i)
        add_part({parts[i], (*times_of_parts)[i], altitudes.empty() ? Elements{} : altitudes[i],
                  accuracies.empty() ? Elements{} : accuracies[i]},
                 values, line);
}

/// Nothing where there are none; told where they do not pair with the positions.
std::vector<TimedLines::Elements> TimedLines::values_of_parts(const std::optional<CoordinateValues::List>& list,
                                                              const std::vector<Elements>& parts, const char* what,
                                                              std::int64_t line)
{
    if (!list)
        return {};
    auto shared = shared_among(elements_of(list->values), parts);
    const auto pairs = [](const Elements& values, const Elements& positions) {
        return values.size() == positions.size();
    };
    if (shared && std::equal(shared->begin(), shared->end(), parts.begin(), parts.end(), pairs))
        return std::move(*shared);
    writer_->problems().add(
        unpaired_kind, line,
        fmt::format("the line has another number of {} than of positions; they are left out", what));
    return {};
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
        read(coordinates, times, {}, name, line);
    else
        writer_->problems().add(unreadable_kind, line, "a moving point needs `coordinates` and `datetimes`; dropped");
}

void TimedLines::add_part(const Part& part, const CoordinateValues& values, std::int64_t line)
{
    const Elements& positions = part.positions;
    if (positions.size() != part.times.size()) {
        tell_unpaired(part.times.size(), positions.size(), line);
        return;
    }
    RowProblems& problems = writer_->problems();
    parts_.begin_part();
    for (std::size_t i = 0; i < positions.size() && writer_->is_wanted(); ++i) {
        const auto time = json_time(part.times[i]);
        const auto position = json_position(positions[i]);
        if (!time) {
            problems.add(bad_time_kind, line, time.problem() + "; dropped");
            continue;
        }
        if (!position) {
            problems.add(bad_number_kind, line, "a position is no longitude and latitude; dropped");
            continue;
        }
        if (!is_possible(position->place, line, problems))
            continue;
        Fix fix{*time, position->place, values.altitudes ? std::nullopt : position->altitude_m, std::nullopt};
        if (!part.altitudes.empty())
            fix.altitude_m = metres_of(part.altitudes[i], values.altitudes->metres);
        if (!part.accuracies.empty())
            fix.accuracy_m = metres_of(part.accuracies[i], values.accuracies->metres);
        if (fix.accuracy_m && *fix.accuracy_m < 0)
            fix.accuracy_m.reset();
        parts_.add(fix, line);
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

#include "sim/io/openair_shape.h"

#include <array>
#include <cmath>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "sim/base/units.h"
#include "sim/geo/arc_points.h"
#include "sim/geo/geodesic.h"
#include "sim/io/openair_position.h"
#include "sim/io/text_cells.h"

namespace incursion {

namespace {

/// What ends and centre rounded to whole seconds can make of two equal radii: half a second of latitude and of
/// longitude for each of three places.
constexpr double explained_by_seconds_m = 50;
constexpr std::size_t most_shape_points = 1'000'000;

Problem no_place(std::string_view text)
{
    return Problem{fmt::format("'{}' is no place; write it as 53:47:06N 008:21:41E or 53:47.100N 008:21.683E",
                               trimmed(text).substr(0, 80))};
}

const Problem no_centre{"its centre is missing; set it before with V X=53:47:06N 008:21:41E"};

Result<double> radius_of(std::string_view text)
{
    const auto nautical_miles = parse_decimal_number(text);
    const double radius = nautical_miles.value_or(0) * metres_per_nautical_mile;
    if (!(radius > 0.01 && radius <= greatest_arc_radius_m))
        return Problem{fmt::format("'{}' is no radius; write it in nautical miles, without the unit",
                                   trimmed(text).substr(0, 80))};
    return radius;
}

/// Numbers apart by commas or blanks; nothing where there are not so many.
template <std::size_t n>
std::optional<std::array<std::string_view, n>> split_numbers(std::string_view text)
{
    std::array<std::string_view, n> parts;
    for (std::string_view& part : parts) {
        const std::size_t begin = text.find_first_not_of(" \t,;");
        if (begin == std::string_view::npos)
            return std::nullopt;
        text.remove_prefix(begin);
        part = text.substr(0, text.find_first_of(" \t,;"));
        text.remove_prefix(part.size());
    }
    return text.find_first_not_of(" \t,;") == std::string_view::npos ? std::optional{parts} : std::nullopt;
}

}  // namespace

Result<std::string> OpenAirShape::draw(std::string_view command, std::string_view rest)
{
    if (command == "V")
        return set_variable(rest);
    has_lines_ = true;
    if (points() > most_shape_points) {
        if (std::exchange(is_full_, true))
            return std::string{};
        return Problem{"the airspace has more than a million points; is it the right file?"};
    }
    if (command == "DP") {
        const auto place = parse_openair_position(rest);
        if (!place)
            return no_place(rest);
        add({*place});
        return std::string{};
    }
    if (command == "DY")
        return Problem{
            "airways by their middle (DY) are not read, as nobody has settled how they join and end; draw the "
            "airspace with DP"};
    if (!centre_ && (command == "DA" || command == "DB" || command == "DC"))
        return no_centre;
    return command == "DA"   ? arc_by_angles(rest)
           : command == "DB" ? arc_by_ends(rest)
           : command == "DC" ? circle(rest)
                             : Result<std::string>{Problem{fmt::format("there is no command '{}'", command)}};
}

std::vector<Ring> OpenAirShape::rings() &&
{
    std::vector<Ring> rings;
    if (!line_.points.empty())
        rings.push_back(std::move(line_));
    std::move(circles_.begin(), circles_.end(), std::back_inserter(rings));
    return rings;
}

Result<std::string> OpenAirShape::set_variable(std::string_view rest)
{
    const std::size_t equals = rest.find('=');
    const std::string_view name = trimmed(rest.substr(0, equals));
    const std::string_view value = equals == std::string_view::npos ? "" : trimmed(rest.substr(equals + 1));
    if (name == "X" || name == "x") {
        centre_ = parse_openair_position(value);
        if (!centre_)
            return no_place(value);
    } else if (name == "D" || name == "d") {
        if (value != "+" && value != "-")
            return Problem{fmt::format("'{}' is no direction; + is clockwise, - anticlockwise", value.substr(0, 80))};
        clockwise_ = value == "+";
    } else if (name.size() != 1 || std::string_view{"WZTwzt"}.find(name[0]) == std::string_view::npos) {
        // Widths of airways, zooms and times of labels draw nothing.
        return Problem{fmt::format("'{}' sets nothing that is known; write V D=+ or V X=53:47:06N 008:21:41E",
                                   rest.substr(0, 80))};
    }
    return std::string{};
}

double OpenAirShape::sweep(double from_deg, double to_deg) const
{
    double turn = std::fmod(clockwise_ ? to_deg - from_deg : from_deg - to_deg, 360.0);
    if (turn <= 0)
        turn += 360;
    return clockwise_ ? turn : -turn;
}

Result<std::string> OpenAirShape::arc_by_angles(std::string_view rest)
{
    const auto parts = split_numbers<3>(rest);
    if (!parts)
        return Problem{"an arc needs its radius, its first and its last bearing: DA 10, 270, 290"};
    const auto radius = radius_of((*parts)[0]);
    if (!radius)
        return Problem{radius.problem()};
    const auto from = parse_decimal_number((*parts)[1]), to = parse_decimal_number((*parts)[2]);
    constexpr double most_deg = 720;
    if (!from || !to || std::abs(*from) > most_deg || std::abs(*to) > most_deg)
        return Problem{fmt::format("'{}' and '{}' are no bearings in degrees", (*parts)[1], (*parts)[2])};
    std::vector<LonLat> points;
    append_arc({*centre_, *radius, *radius, *from, sweep(*from, *to)}, points);
    add(points);
    return std::string{};
}

Result<std::string> OpenAirShape::arc_by_ends(std::string_view rest)
{
    std::string_view left = rest;
    const auto from = take_openair_position(left);
    const auto to = from ? take_openair_position(left) : std::nullopt;
    if (!to || !trimmed(left).empty())
        return Problem{
            fmt::format("'{}' are not the two ends of an arc; write them as DB 39:36:40N 119:46:10W, 39:29:09N "
                        "119:36:10W",
                        trimmed(rest).substr(0, 80))};
    const Inverse first = inverse(*centre_, *from), last = inverse(*centre_, *to);
    for (const double radius : {first.distance_m, last.distance_m})
        if (!(radius > 0.01 && radius <= greatest_arc_radius_m))
            return Problem{fmt::format(
                "an end of the arc is {:.0f} m from its centre; is the centre (V X=) the right one?", radius)};
    std::vector<LonLat> points;
    append_arc({*centre_, first.distance_m, last.distance_m, first.azimuth.deg(),
                *from == *to ? (clockwise_ ? 360 : -360) : sweep(first.azimuth.deg(), last.azimuth.deg())},
               points);
    points.front() = *from;  // as they are written, to the bit
    points.back() = *to;
    add(points);
    const double apart = std::abs(first.distance_m - last.distance_m);
    return apart <= explained_by_seconds_m
               ? std::string{}
               : fmt::format(
                     "the ends of the arc are {:.0f} m and {:.0f} m from its centre; its radius runs evenly from one "
                     "to the other",
                     first.distance_m, last.distance_m);
}

Result<std::string> OpenAirShape::circle(std::string_view rest)
{
    const auto radius = radius_of(rest);
    if (!radius)
        return Problem{radius.problem()};
    circles_.push_back(circle_ring(*centre_, *radius));
    circle_points_ += circles_.back().points.size();
    return std::string{};
}

/// Places that follow each other are kept once: arcs begin and end on points.
void OpenAirShape::add(const std::vector<LonLat>& points)
{
    for (const LonLat place : points)
        if (line_.points.empty() || line_.points.back() != place)
            line_.points.push_back(place);
}

}  // namespace incursion

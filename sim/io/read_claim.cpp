#include "sim/io/read_claim.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "sim/geo/geodesic.h"
#include "sim/io/read_evidence.h"

namespace incursion {

namespace {

/// One reading, or an array of them.
std::optional<ClaimedFigure> read_readings(TomlReader& table, const char* key, Dimension dimension, Sign sign)
{
    if (!table.has_array(key)) {
        const auto value = table.quantity(key, dimension, sign);
        if (!value)
            return std::nullopt;
        const std::string text = table.text(key).value_or("");
        const auto stated = parse_stated_quantity(text, dimension);
        return ClaimedFigure{{{*value, stated ? stated->half_step : 0, text}}, ClaimBound::about};
    }
    ClaimedFigure figure;
    for (const std::string& text : table.texts(key)) {
        const auto stated = parse_stated_quantity(text, dimension);
        if (!stated)
            table.error(key, stated.problem());
        else if (sign == Sign::not_negative && stated->value < 0)
            table.error(key, fmt::format("'{}' must not be negative", text));
        else
            figure.readings.push_back({stated->value, stated->half_step, text});
    }
    if (figure.readings.empty()) {
        table.error(key, "give at least one reading, as a text with number and unit");
        return std::nullopt;
    }
    return figure;
}

/// `{ at_least = .. }`, `{ at_most = .. }` or `{ value = .., tolerance = .. }`.
std::optional<ClaimedFigure> read_bound(TomlReader table, Dimension dimension, Sign sign)
{
    table.at_most_one_of({"at_least", "at_most", "value"});
    if (!table.has("at_least") && !table.has("at_most") && !table.has("value"))
        table.error("", "give at_least, at_most or value");
    auto least = read_readings(table, "at_least", dimension, sign);
    auto most = read_readings(table, "at_most", dimension, sign);
    auto figure = read_readings(table, "value", dimension, sign);
    const auto tolerance = table.quantity("tolerance", dimension, Sign::not_negative);
    table.only_with("tolerance", {"value"});
    table.finish();
    if (least || most) {
        figure = least ? least : most;
        figure->bound = least ? ClaimBound::at_least : ClaimBound::at_most;
    }
    if (figure && tolerance)
        for (ClaimReading& reading : figure->readings)
            reading.half_step = *tolerance;
    return figure;
}

std::optional<ClaimedFigure> read_figure(TomlReader& table, const char* key, Dimension dimension, Sign sign)
{
    if (table.has_table(key))
        return read_bound(*table.table(key), dimension, sign);
    return read_readings(table, key, dimension, sign);
}

/// Half of what the last decimal of an instant is worth; of one without decimals half a second.
double half_step_s(Time time)
{
    std::int64_t step = 1'000'000'000;
    while (time.time_since_epoch().count() % step != 0)
        step /= 10;
    return static_cast<double>(step) / 2e9;
}

std::optional<Time> read_instant(TomlReader& table, const char* key, const TimeSpan& span)
{
    const auto time = table.time(key);
    if (time && !span.empty() && (*time < span.from || *time > span.to))
        table.warning(key, "this lies outside the scenario's start and end");
    return time;
}

void read_entry_time(TomlReader& table, Claim& claim, const TimeSpan& span)
{
    if (!table.has_table("entry_time")) {
        claim.entry_time = read_instant(table, "entry_time", span);
        claim.entry_time_half_step_s = claim.entry_time ? half_step_s(*claim.entry_time) : 0;
        return;
    }
    TomlReader stated = *table.table("entry_time");
    stated.need({"value", "tolerance"});
    claim.entry_time = read_instant(stated, "value", span);
    claim.entry_time_half_step_s = stated.quantity("tolerance", Dimension::time, Sign::not_negative).value_or(0);
    stated.finish();
}

/// To nine decimals, a tenth of a millimetre.
int decimals_of(double degrees)
{
    const std::string text = fmt::format("{:.9f}", degrees);
    return static_cast<int>(text.find_last_not_of('0') - text.find('.'));
}

/// From a position to the farthest corner of the cell that it was rounded to: the one nearer to the equator, where a
/// degree of longitude is longer.
double half_step_m(LonLat place)
{
    const int decimals = std::max(decimals_of(place.lon_deg), decimals_of(place.lat_deg));
    const double half_step_deg = std::pow(10.0, -decimals) / 2;
    return distance_m(place, {place.lon_deg + half_step_deg,
                              place.lat_deg - std::copysign(half_step_deg, place.lat_deg)});
}

void read_position(TomlReader& table, Claim& claim, const TimeSpan& span)
{
    if (table.has_table("position")) {
        TomlReader stated = *table.table("position");
        stated.need({"value", "tolerance"});
        claim.position = stated.position("value");
        claim.position_half_step_m = stated.quantity("tolerance", Dimension::length, Sign::not_negative).value_or(0);
        stated.finish();
    } else {
        claim.position = table.position("position");
        claim.position_half_step_m = claim.position ? half_step_m(*claim.position) : 0;
    }
    claim.position_time = read_instant(table, "position_time", span);
    table.only_with("position_time", {"position"});
}

void read_call_count(TomlReader& table, Claim& claim)
{
    const auto calls = table.integer("calls", Sign::not_negative);
    if (calls && *calls > std::numeric_limits<int>::max())
        table.error("calls", "so many calls cannot be counted");
    else if (calls)
        claim.calls = ClaimedFigure{{{static_cast<double>(*calls), 0, fmt::format("{}", *calls)}}, ClaimBound::about};
    claim.calls_span = read_figure(table, "calls_span", Dimension::time, Sign::not_negative);
    table.only_with("calls_span", {"calls"});
}

/// A claim names what it speaks of.
void check_claim(TomlReader& table)
{
    bool about_airspace = false;
    for (const char* key : {"dwell", "depth", "length", "min_distance", "entry_time"})
        about_airspace = table.has(key) || about_airspace;
    bool about_aircraft = about_airspace;
    for (const char* key : {"altitude", "speed", "position"})
        about_aircraft = table.has(key) || about_aircraft;
    if (about_airspace)
        table.need({"airspace"});
    if (about_aircraft)
        table.need({"aircraft"});
    if (!about_aircraft && !table.has("calls"))
        table.error("", "this claims nothing; give it dwell, depth, length, min_distance, altitude, speed, entry_time, "
                        "position or calls");
}

/// Readings go together, so figures that have several have equally many.
void check_readings(TomlReader& table, const Claim& claim)
{
    for (const auto* figure : {&claim.dwell, &claim.depth, &claim.length, &claim.min_distance, &claim.altitude,
                               &claim.speed, &claim.calls_span})
        if (*figure && (*figure)->readings.size() > 1 && (*figure)->readings.size() != claim.reading_count()) {
            table.error("", "figures with several readings must have equally many; the first of each go together");
            return;
        }
}

}  // namespace

Claim read_claim(TomlReader& table, const TimeSpan& span)
{
    Claim claim;
    claim.path = table.path();
    claim.account = table.text("account").value_or("");
    claim.aircraft = table.text("aircraft").value_or("");
    claim.airspace = table.text("airspace").value_or("");
    claim.dwell = read_figure(table, "dwell", Dimension::time, Sign::not_negative);
    claim.depth = read_figure(table, "depth", Dimension::length, Sign::not_negative);
    claim.length = read_figure(table, "length", Dimension::length, Sign::not_negative);
    claim.min_distance = read_figure(table, "min_distance", Dimension::length, Sign::not_negative);
    if (claim.min_distance && claim.min_distance->bound == ClaimBound::about)
        claim.min_distance->bound = ClaimBound::at_least;
    claim.altitude = read_figure(table, "altitude", Dimension::length, Sign::any);
    claim.speed = read_figure(table, "speed", Dimension::speed, Sign::not_negative);
    claim.depth_from = table.position("depth_from");
    table.only_with("depth_from", {"depth"});
    read_entry_time(table, claim, span);
    read_position(table, claim, span);
    read_call_count(table, claim);
    claim.evidence = read_evidence(table);
    check_claim(table);
    check_readings(table, claim);
    table.finish();
    return claim;
}

}  // namespace incursion

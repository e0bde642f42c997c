#include "sim/io/read_claim.h"

#include <limits>

#include <fmt/format.h>

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
    for (const char* key : {"dwell", "depth", "length", "min_distance"})
        about_airspace = table.has(key) || about_airspace;
    const bool about_aircraft = about_airspace || table.has("altitude") || table.has("speed");
    if (about_airspace)
        table.need({"airspace"});
    if (about_aircraft)
        table.need({"aircraft"});
    if (!about_aircraft && !table.has("calls"))
        table.error("", "this claims nothing; give it dwell, depth, length, min_distance, altitude, speed or calls");
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

Claim read_claim(TomlReader& table)
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
    if (claim.min_distance && claim.min_distance->bound == ClaimBound::about && !table.has_table("min_distance"))
        claim.min_distance->bound = ClaimBound::at_least;
    claim.altitude = read_figure(table, "altitude", Dimension::length, Sign::any);
    claim.speed = read_figure(table, "speed", Dimension::speed, Sign::not_negative);
    read_call_count(table, claim);
    claim.evidence = read_evidence(table);
    check_claim(table);
    check_readings(table, claim);
    table.finish();
    return claim;
}

}  // namespace incursion

#include "sim/io/read_statements.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <system_error>

#include <fmt/format.h>

#include "sim/io/read_aircraft.h"
#include "sim/io/read_evidence.h"
#include "sim/io/read_paths.h"
#include "sim/io/read_rules.h"

namespace incursion {

namespace {

Time read_time_within(TomlReader& table, const TimeSpan& span)
{
    const auto time = table.time("time");
    if (time && !span.empty() && (*time < span.from || *time > span.to))
        table.warning("time", "this lies outside the scenario's start and end");
    return time.value_or(Time{});
}

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

/// The shape of BCP 47 (RFC 5646, section 2.1): parts of letters and digits, at most eight long, a letter first.
/// Small letters only, so that one language has one spelling.
bool is_language(std::string_view tag)
{
    std::size_t part = 0;
    const bool known = std::all_of(tag.begin(), tag.end(), [&](char c) {
        part = c == '-' ? 0 : part + 1;
        return part <= 8 && (c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    });
    return known && !tag.empty() && tag.front() >= 'a' && tag.front() <= 'z' && tag.back() != '-' &&
           tag.find("--") == std::string_view::npos;
}

void read_voice(TomlReader& table, Call& call, std::vector<std::string>& inputs)
{
    if (const auto language = table.text("language")) {
        call.language = *language;
        if (!is_language(*language))
            table.error("language", fmt::format("'{}' names no language; write its tag in small letters, as en, tr or "
                                                "pt-br",
                                                *language));
    }
    if (const auto sound = table.text("sound")) {
        call.sound = path_beside(table.file(), *sound);
        std::error_code code;
        if (sound->empty() || !std::filesystem::is_regular_file(call.sound, code))
            table.error("sound", fmt::format("there is no recording '{}'; name a sound file as seen from the "
                                             "scenario's folder",
                                             call.sound));
        else
            add_input(inputs, call.sound);
    }
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

Account read_account(TomlReader& table)
{
    table.need({"id"});
    Account account;
    account.id = table.text("id").value_or("");
    account.title = table.text("title").value_or("");
    account.evidence = read_evidence(table);
    table.finish();
    return account;
}

Call read_call(TomlReader& table, const TimeSpan& span, std::vector<std::string>& inputs)
{
    table.need({"time", "from"});
    Call call;
    call.account = table.text("account").value_or("");
    call.time = read_time_within(table, span);
    call.from = table.text("from").value_or("");
    call.to = table.text("to").value_or("");
    call.channel = table.text("channel").value_or("");
    call.text = table.text("text").value_or("");
    read_voice(table, call, inputs);
    call.evidence = read_evidence(table);
    table.finish();
    return call;
}

Event read_event(TomlReader& table, const TimeSpan& span)
{
    table.need({"time", "title"});
    Event event;
    event.account = table.text("account").value_or("");
    event.time = read_time_within(table, span);
    event.title = table.text("title").value_or("");
    event.place = table.position("position");
    event.altitude_m = table.quantity("altitude", Dimension::length);
    read_event_action(table, event);
    event.evidence = read_evidence(table);
    table.finish();
    return event;
}

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

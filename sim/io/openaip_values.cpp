#include "sim/io/openaip_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "sim/io/airspace_times.h"
#include "sim/io/json_values.h"
#include "sim/model/activation.h"
#include "sim/model/activation_bounds.h"

namespace incursion {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// docs.openaip.net, schema of an airspace: `type`, by its number.
constexpr std::array openaip_types{
    "OTHER", "R",      "D",    "P",   "CTR",   "TMZ",     "RMZ",       "TMA",    "TRA",  "TSA", "FIR", "UIR", "ADIZ",
    "ATZ",   "MATZ",   "AWY",  "MTR", "ALERT", "WARNING", "PROTECTED", "HTZ",    "GSEC", "TRP", "TIZ", "TIA", "MTA",
    "CTA",   "ACCSEC", "ASRA", "OFR", "MRT",   "TRAFR",   "VFRSEC",    "FISSEC", "LTA",  "UTA", "MCTR"};

constexpr std::string_view openaip_classes = "ABCDEFG";

std::optional<std::size_t> code_of(const object& properties, const char* name)
{
    std::uint64_t code = 0;
    return properties[name].get(code) == simdjson::SUCCESS ? std::optional{static_cast<std::size_t>(code)}
                                                           : std::nullopt;
}

std::string text_of(const object& properties, const char* name)
{
    return std::string{json_text(properties, name).value_or("")};
}

bool is_true(const object& properties, const char* name)
{
    bool value = false;
    return properties[name].get(value) == simdjson::SUCCESS && value;
}

bool is_class_letter(std::string_view text)
{
    return text.size() == 1 && openaip_classes.find(text[0]) != std::string_view::npos;
}

std::optional<std::string_view> unit_of(const object& limit)
{
    if (const auto code = code_of(limit, "unit"))
        return *code == 0   ? std::optional{"m"}
               : *code == 1 ? std::optional{"ft"}
               : *code == 6 ? std::optional{"FL"}
                            : std::nullopt;
    const std::string text = text_of(limit, "unit");
    return text == "M" || text == "m"     ? std::optional{"m"}
           : text == "FT" || text == "ft" ? std::optional{"ft"}
           : text == "FL"                 ? std::optional{"FL"}
                                          : std::nullopt;
}

std::optional<std::string_view> datum_of(const object& limit)
{
    if (const auto code = code_of(limit, "referenceDatum"))
        return *code == 0   ? std::optional{"GND"}
               : *code == 1 ? std::optional{"MSL"}
               : *code == 2 ? std::optional{"STD"}
                            : std::nullopt;
    const std::string text = text_of(limit, "referenceDatum");
    return text == "GND" || text == "SFC" || text == "AGL" ? std::optional{"GND"}
           : text == "MSL" || text == "AMSL"               ? std::optional{"MSL"}
           : text == "STD" || text == "FL"                 ? std::optional{"STD"}
                                                           : std::nullopt;
}

/// An instant; where it is absent, null or an empty text, what is there stays.
std::optional<Problem> openaip_instant(const object& entry, const char* name, Time& time)
{
    element found;
    std::string_view text;
    if (entry[name].get(found) != simdjson::SUCCESS || found.is_null())
        return std::nullopt;
    if (found.get(text) != simdjson::SUCCESS)
        return Problem{fmt::format("{} is no text; write an instant as 2023-12-16T12:00:00Z", name)};
    if (text.empty())
        return std::nullopt;
    const auto read = parse_airspace_time(text, false);
    if (!read)
        return Problem{fmt::format("{}: {}", name, read.problem())};
    time = *read;
    return std::nullopt;
}

/// From one instant to another, either of which may be absent.
Result<TimeSpan> openaip_span(const object& entry, const char* from, const char* to)
{
    TimeSpan span = unbounded_span();
    for (const auto& [name, end] : {std::pair{from, &span.from}, std::pair{to, &span.to}})
        if (auto problem = openaip_instant(entry, name, *end))
            return std::move(*problem);
    if (span.empty())
        return Problem{fmt::format("{} is not after {}", to, from)};
    return span;
}

/// Adds the hours of a day; those of the same times are kept together.
void add_day(Activation& activation, std::size_t day, Duration from, Duration to)
{
    auto& weekly = activation.weekly;
    auto found =
        std::find_if(weekly.begin(), weekly.end(), [&](const auto& w) { return w.from == from && w.to == to; });
    if (found == weekly.end())
        found = weekly.insert(weekly.end(), WeeklyHours{0, from, to, {}});
    found->days = static_cast<std::uint8_t>(found->days | 1U << day);
}

/// `06:30` as a time of day; 24:00 too.
std::optional<Duration> time_of_day(const object& entry, const char* name)
{
    const auto time = parse_airspace_time("1970-01-01T" + text_of(entry, name), true);
    return time ? std::optional{time->time_since_epoch()} : std::nullopt;
}

std::optional<Problem> add_hours_entry(const object& entry, Activation& activation, OpenAipHours& hours)
{
    constexpr Duration midnight{0}, next_midnight{std::chrono::hours{24}};
    const auto day = code_of(entry, "dayOfWeek");
    if (!day || *day > 6)
        return Problem{"hoursOfOperation: an entry names no dayOfWeek from 0 (Monday) to 6"};
    hours.not_on_holidays = hours.not_on_holidays || is_true(entry, "publicHolidaysExcluded");
    if (is_true(entry, "byNotam")) {
        hours.by_notam = true;
        add_day(activation, *day, midnight, next_midnight);
        return std::nullopt;
    }
    const bool rises = is_true(entry, "sunrise"), sets = is_true(entry, "sunset");
    hours.by_sun = hours.by_sun || rises || sets;
    const auto from = rises ? std::optional{midnight} : time_of_day(entry, "startTime");
    const auto to = sets ? std::optional{next_midnight} : time_of_day(entry, "endTime");
    if (!from || !to || *from >= next_midnight)
        return Problem{fmt::format("hoursOfOperation: '{}' to '{}' are no hours of a day", text_of(entry, "startTime"),
                                   text_of(entry, "endTime"))};
    add_day(activation, *day, *from, *to);
    return std::nullopt;
}

}  // namespace

std::string openaip_type(const object& properties)
{
    if (const auto code = code_of(properties, "type"))
        return *code < openaip_types.size() ? openaip_types[*code] : fmt::format("{}", *code);
    const std::string type = text_of(properties, "type"), named = text_of(properties, "class");
    return type.empty() && !is_class_letter(named) ? named : type;
}

std::string openaip_class(const object& properties)
{
    const auto code = code_of(properties, "icaoClass");
    if (code)
        return *code < openaip_classes.size() ? std::string{openaip_classes[*code]} : "";
    for (const char* name : {"icaoClass", "class"})
        if (std::string text = text_of(properties, name); is_class_letter(text))
            return text;
    return {};
}

Result<LimitText> openaip_limit(const object& properties, const char* name, const char* other_name)
{
    element found;
    if (properties[name].get(found) != simdjson::SUCCESS && properties[other_name].get(found) != simdjson::SUCCESS)
        return LimitText{""};
    if (found.is_null())
        return LimitText{""};
    std::string_view text;
    if (found.get(text) == simdjson::SUCCESS)
        return parse_openair_limit(text);
    object limit;
    if (found.get(limit) != simdjson::SUCCESS)
        return Problem{fmt::format("{} is no limit", name)};
    element value;
    const auto number = limit["value"].get(value) == simdjson::SUCCESS ? json_number(value) : std::nullopt;
    const auto unit = unit_of(limit), datum = datum_of(limit);
    if (!number || !unit || !datum)
        return Problem{
            fmt::format("{} needs a value, a unit (0 m, 1 ft, 6 FL) and a referenceDatum (0 GND, 1 MSL, 2 STD)", name)};
    if (*unit == "FL")
        return *number == std::floor(*number) ? limit_text(*number * 100, false, "STD")
                                              : Result<LimitText>{Problem{"a flight level is a whole number"}};
    return limit_text(*number, *unit == "m", *datum);
}

Result<OpenAipHours> openaip_hours(const object& properties)
{
    OpenAipHours hours;
    hours.by_notam = is_true(properties, "byNotam");
    Activation activation;
    simdjson::dom::array entries;
    bool is_bound = false;
    if (properties["activationTimes"].get(entries) == simdjson::SUCCESS) {
        for (const element each : entries) {
            object entry;
            if (each.get(entry) != simdjson::SUCCESS)
                return Problem{"activationTimes: an entry is no object"};
            const auto span = openaip_span(entry, "start", "end");
            if (!span)
                return Problem{fmt::format("activationTimes: {}", span.problem())};
            is_bound = true;
            activation.spans.push_back(*span);
        }
    }
    if (properties["hoursOfOperation"]["operatingHours"].get(entries) == simdjson::SUCCESS) {
        for (const element each : entries) {
            object entry;
            if (each.get(entry) != simdjson::SUCCESS)
                return Problem{"hoursOfOperation: an entry is no object"};
            if (auto problem = add_hours_entry(entry, activation, hours))
                return std::move(*problem);
            is_bound = true;
        }
    }
    const auto validity = openaip_span(properties, "activeFrom", "activeUntil");
    if (!validity)
        return Problem{validity.problem()};
    if (*validity != unbounded_span())
        activation = bounded(is_bound ? std::optional{activation} : std::nullopt, *validity);
    if (is_bound || *validity != unbounded_span())
        hours.activation = format_activation(activation);
    return hours;
}

}  // namespace incursion

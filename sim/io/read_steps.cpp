#include "sim/io/read_steps.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "sim/io/language_tag.h"
#include "sim/io/text_cells.h"

namespace incursion {

namespace {

// Within these every sum of an instant and a time stays in the range of Time, and a tour comes to an end.
constexpr double longest_offset_s = 1000 * 3600, longest_pause_s = 3600;
// As the scope's own: see render/view/request.cpp.
constexpr double least_range_m = 500, greatest_range_m = 5e6, least_speed = 0.1, greatest_speed = 100;
constexpr std::size_t greatest_number = 1'000'000;

constexpr std::string_view forms = "write 2015-11-24T07:24:05Z without quotes, or one of start, end, entry, exit, "
                                   "closest, call, event in quotes, with a "
                                   "number (\"entry 2\") and a time added (\"exit + 5 s\") where wanted";

struct EventWord {
    std::string_view word;
    StepEvent event;
    bool is_counted;  ///< there may be several
};
constexpr std::array event_words{
    EventWord{"start", StepEvent::start, false},     EventWord{"end", StepEvent::end, false},
    EventWord{"entry", StepEvent::entry, true},      EventWord{"exit", StepEvent::exit, true},
    EventWord{"closest", StepEvent::closest, false}, EventWord{"call", StepEvent::call, true},
    EventWord{"event", StepEvent::event, true}};

std::vector<std::string_view> words_of(std::string_view text)
{
    std::vector<std::string_view> words;
    for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
        const std::size_t end = std::min(text.find(' '), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

std::optional<std::size_t> number_of(std::string_view text)
{
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool fits = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return fits && number >= 1 && number <= greatest_number ? std::optional{number} : std::nullopt;
}

/// `entry`, `first entry`, `entry 2`.
std::optional<StepInstant> named_event(std::string_view text)
{
    std::vector<std::string_view> words = words_of(text);
    const bool is_first = words.size() == 2 && words.front() == "first";
    if (is_first)
        words.erase(words.begin());
    if (words.empty() || words.size() > 2)
        return std::nullopt;
    const auto* known = std::find_if(event_words.begin(), event_words.end(),
                                     [&](const EventWord& word) { return word.word == words.front(); });
    if (known == event_words.end() || (!known->is_counted && (is_first || words.size() == 2)))
        return std::nullopt;
    StepInstant instant;
    instant.event = known->event;
    if (words.size() == 1)
        return instant;
    const std::optional<std::size_t> number = number_of(words.back());
    instant.number = number.value_or(1);
    return number ? std::optional{instant} : std::nullopt;
}

std::optional<StepInstant> instant_in_words(TomlReader& table, const std::string& text)
{
    const std::size_t sign = text.find_first_of("+-");
    std::optional<StepInstant> instant = named_event(std::string_view{text}.substr(0, sign));
    if (!instant) {
        table.error("at", fmt::format("'{}' is no instant of a step; {}", text, forms));
        return std::nullopt;
    }
    if (sign == std::string::npos)
        return instant;
    const Result<double> added = parse_quantity(trimmed(std::string_view{text}.substr(sign + 1)), Dimension::time);
    if (!added || !(added.value() >= 0 && added.value() <= longest_offset_s)) {
        table.error("at", fmt::format("'{}': {}", text,
                                      added ? "a time of 0 to 1000 h can be added or taken off" : added.problem()));
        return std::nullopt;
    }
    instant->later = seconds(text[sign] == '-' ? -added.value() : added.value());
    return instant;
}

/// Where it does not depend on what happens.
std::optional<Time> known_time(const StepInstant& at, const TimeSpan& span)
{
    if (at.time)
        return at.time;
    if (at.event == StepEvent::start)
        return span.from + at.later;
    if (at.event == StepEvent::end)
        return span.to + at.later;
    return std::nullopt;
}

StepInstant read_instant(TomlReader& table, const TimeSpan& span)
{
    StepInstant at;
    if (table.as_written("at").empty()) {
        at.time = table.time("at");
        if (!at.time)
            return at;
    } else if (const auto text = table.text("at")) {
        const std::optional<StepInstant> read = instant_in_words(table, *text);
        if (!read)
            return at;
        at = *read;
    }
    const std::optional<Time> time = known_time(at, span);
    if (time && !span.empty() && (*time < span.from || *time > span.to))
        table.error("at", "this lies outside the scenario's start and end");
    return at;
}

void add_text(TomlReader& table, std::string_view key, std::string language, Texts& texts)
{
    const auto text = table.text(key);
    if (!text)
        return;
    if (text->find_first_not_of(" \t\r\n") == std::string::npos)
        table.error(key, "the text is empty; write some words, or leave the key out");
    texts.list.push_back({std::move(language), *text});
}

/// `key = "words"`, or `key.en = "words"`.
Texts read_texts(TomlReader& table, std::string_view key)
{
    Texts texts;
    if (!table.has_table(key)) {
        add_text(table, key, "", texts);
        return texts;
    }
    auto languages = table.table(key);
    const std::vector<std::string> tags = languages->keys_in_file();
    if (tags.empty())
        table.error(key, "there is no text here; write some words");
    for (const std::string& tag : tags) {
        if (!is_language_tag(tag))
            languages->error(
                tag, fmt::format("'{}' names no language; write its tag in small letters, as en, tr or pt-br", tag));
        add_text(*languages, tag, tag, texts);
    }
    return texts;
}

PointAtThing read_point_at(TomlReader& step)
{
    auto table = step.table("point_at");
    if (!table)
        return {};
    PointAtThing thing;
    table->at_most_one_of({"aircraft", "position", "border", "panel"});
    if (const auto aircraft = table->text("aircraft"))
        thing = PointAtAircraft{*aircraft};
    if (const auto position = table->position("position"))
        thing = PointAtPlace{*position};
    if (const auto border = table->text("border"))
        thing = PointAtBorder{*border};
    if (const auto panel = table->choice(
            "panel", {"clock", "tracks", "selected", "radio", "charts", "figures", "accounts", "timeline"}))
        thing = PointAtPanel{static_cast<StepPanel>(*panel)};
    if (table->keys_in_file().empty())
        table->error("", "say what to point at: aircraft, position, border or panel");
    table->finish();
    return thing;
}

void read_centre(TomlReader& table, StepView& view)
{
    if (!table.has("centre") || table.has_array("centre")) {
        view.centre = table.position("centre");
        return;
    }
    const auto text = table.text("centre");
    view.centre_on_aircraft = text == "aircraft";
    if (text && !view.centre_on_aircraft)
        table.error("centre", fmt::format("'{}' is no place; write [longitude, latitude], or \"aircraft\"", *text));
}

StepView read_view(TomlReader& step)
{
    StepView view;
    auto table = step.table("view");
    if (!table)
        return view;
    view.range_m = table->quantity("range", Dimension::length, Sign::positive);
    if (view.range_m && (*view.range_m < least_range_m || *view.range_m > greatest_range_m))
        table->error("range", "the scope looks between 0.5 km and 5000 km far");
    read_centre(*table, view);
    view.account = table->text("account");
    view.speed = table->number("speed", Sign::positive);
    if (view.speed && (*view.speed < least_speed || *view.speed > greatest_speed))
        table->error("speed", "a tour runs 0.1 to 100 times as fast as the incident");
    if (const auto page = table->choice("page", {"charts", "figures"}))
        view.shows_figures = *page == 1;
    table->finish();
    return view;
}

void read_pause(TomlReader& table, Step& step)
{
    if (table.as_written("pause").empty()) {
        step.pauses = table.flag("pause").value_or(true);
        return;
    }
    step.pause_s = table.quantity("pause", Dimension::time, Sign::positive);
    if (step.pause_s && *step.pause_s > longest_pause_s)
        table.error("pause", "a pause lasts an hour at most");
}

}  // namespace

Step read_step(TomlReader& table, const TimeSpan& span)
{
    table.need({"at", "title"});
    Step step;
    step.path = table.path();
    step.at = read_instant(table, span);
    step.aircraft = table.text("aircraft").value_or("");
    step.title = read_texts(table, "title");
    step.text = read_texts(table, "text");
    step.point_at = read_point_at(table);
    step.view = read_view(table);
    read_pause(table, step);
    table.finish();
    return step;
}

}  // namespace incursion

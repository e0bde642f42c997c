#include "render/view/desk.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "render/view/desk_parts.h"
#include "render/view/nice_ticks.h"
#include "render/view/training_picture.h"
#include "render/view/wording.h"
#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr std::size_t keys = 9;
constexpr int desk_tick_steps = 10;
constexpr double spoken_s = 3;         // as long as a call's bar is
constexpr double unheard_told_s = 15;  // so long a call that was not heard is complained of

bool is_call(const Action& action)
{
    return action.kind == ActionKind::call || action.kind == ActionKind::order;
}

/// The part of a track that was shown up to an instant: how many fixes.
std::size_t fixes_until(const Track& track, Time now)
{
    const auto fixes = track.fixes();
    return static_cast<std::size_t>(
        std::upper_bound(fixes.begin(), fixes.end(), now, [](Time t, const Fix& f) { return t < f.time; }) -
        fixes.begin());
}

/// What its last two fixes tell.
void tell_motion(const Track& track, std::size_t count, const DeskView& view, DeskTrack& row)
{
    const auto fixes = track.fixes();
    const Fix& last = fixes[count - 1];
    if (last.altitude_m)
        row.level = level_number(view.unit, *last.altitude_m);
    if (count < 2)
        return;
    const Fix& before = fixes[count - 2];
    const double between_s = to_seconds(last.time - before.time);
    if (last.altitude_m && before.altitude_m)
        row.level += trend_arrow((*last.altitude_m - *before.altitude_m) / between_s);
    const Inverse way = inverse(before.place, last.place);
    row.speed = speed_number(view.unit, way.distance_m / between_s);
    row.heading = bearing_number(way.azimuth_end, view.north, view.declination);
}

std::string since_call(const Course& course, const DeskView& view)
{
    if (view.selected.empty())
        return "no track is selected";
    const Action* last = nullptr;
    for (const Action& action : course.actions)
        if (is_call(action) && action.track == view.selected && action.time <= view.now)
            last = &action;
    if (last == nullptr)
        return view.selected + " has not been called";
    return fmt::format("{} since the last call to {}",
                       short_duration(std::floor(to_seconds(view.now - last->time) * 10) / 10), view.selected);
}

std::vector<DeskDeed> deeds_of(const Course& course, Time now)
{
    std::vector<DeskDeed> deeds;
    for (const Action& action : course.actions)
        if (action.kind != ActionKind::inject && action.time <= now)
            deeds.push_back({format_time_of_day(action.time, 0), deed_words(action)});
    std::reverse(deeds.begin(), deeds.end());
    return deeds;
}

/// Of the last call, where nobody heard it.
std::string unheard(const Course& course, Time now)
{
    std::string words;
    for (const MadeCall& call : course.calls) {
        const Action& action = course.actions[call.action];
        if (action.time > now)
            break;
        words = call.was_heard || now - action.time > seconds(unheard_told_s)
                    ? ""
                    : fmt::format("no side tone: the call to {} did not go out", action.track);
    }
    return words;
}

std::optional<TimelineMark> mark_of(const Action& action)
{
    switch (action.kind) {
    case ActionKind::log_entry: return TimelineMark{0, StyleId::entry, MomentKind::entry, false, 0, action.time, ""};
    case ActionKind::log_exit: return TimelineMark{0, StyleId::exit, MomentKind::exit, false, 0, action.time, ""};
    case ActionKind::take_up:
    case ActionKind::classify:
    case ActionKind::report: return TimelineMark{0, StyleId::event, MomentKind::event, false, 0, action.time, ""};
    default: return std::nullopt;
    }
}

float share_of_span(TimeSpan span, Time t)
{
    return static_cast<float>(std::clamp(to_seconds(t - span.from) / to_seconds(span.length()), 0.0, 1.0));
}

}  // namespace

std::vector<DeskTrack> desk_tracks(const Course& course, const DeskView& view)
{
    std::vector<DeskTrack> rows;
    for (const ShownTrack& shown : course.shown) {
        const std::size_t fixes = fixes_until(shown.system, view.now), plots = fixes_until(shown.plots, view.now);
        if (!shown.shown.contains(view.now) || fixes == 0)
            continue;
        DeskTrack row;
        row.number = shown.number;
        row.age = row.level = row.speed = row.heading = "-";
        if (plots > 0)
            row.age = number_text(to_seconds(view.now - shown.plots.fixes()[plots - 1].time), 0);
        tell_motion(shown.system, fixes, view, row);
        row.category = category_of(course, shown.number, view.now);
        row.is_taken_up = is_taken_up(course, shown.number, view.now);
        row.is_selected = shown.number == view.selected;
        rows.push_back(std::move(row));
    }
    return rows;
}

TimelineData desk_strip(TimeSpan span, const Course& course, Time now)
{
    TimelineData strip;
    strip.span = span;
    if (span.empty())
        return strip;
    strip.cursor = share_of_span(span, now);
    for (const TimeTick& tick : time_ticks(span, desk_tick_steps))
        strip.ticks.push_back({share_of_span(span, tick.time), tick.text});
    for (const Action& action : course.actions) {
        if (action.time > now)
            continue;
        const std::string hint = brief_time(action.time) + "  " + deed_words(action);
        if (is_call(action)) {
            const Time end = action.time + seconds(spoken_s);
            strip.calls.push_back({share_of_span(span, action.time), share_of_span(span, end), 0,
                                   now < end ? StyleId::call_now : StyleId::call, action.time, hint});
        } else if (auto mark = mark_of(action)) {
            mark->at = share_of_span(span, action.time);
            mark->hint = hint;
            strip.marks.push_back(std::move(*mark));
        }
    }
    return strip;
}

DeskData build_desk(const Exercise& exercise, const Course& course, const DeskView& view)
{
    const Lesson& lesson = exercise.lesson();
    DeskData desk;
    desk.clock = format_time_of_day(view.now, 0);
    desk.selected = view.selected;
    desk.superior = lesson.superior;
    desk.tasks = desk_tasks(lesson, course, view.now);
    desk.rules = desk_rules(lesson.rules, view.unit);
    desk.level_unit = level_unit(view.unit);
    desk.speed_unit = speed_unit(view.unit);
    desk.tracks = desk_tracks(course, view);
    desk.categories = lesson.categories;
    for (std::size_t i = 0; i < lesson.phrases.size(); ++i)
        desk.phrases.push_back({i < keys ? std::to_string(i + 1) : "",
                                phrase_text(lesson.phrases[i], view.selected.empty() ? "…" : view.selected)});
    desk.since_call = since_call(course, view);
    desk.deeds = deeds_of(course, view.now);
    desk.figures = desk_figures(lesson);
    desk.message = unheard(course, view.now);
    desk.is_warning = !desk.message.empty();
    if (desk.message.empty())
        desk.message = view.message;
    desk.strip = desk_strip(lesson.span, course, view.now);
    return desk;
}

std::vector<std::string> numbers_shown(const Course& course, Time now)
{
    std::vector<std::string> numbers;
    for (const ShownTrack& shown : course.shown)
        if (shown.shown.contains(now) && fixes_until(shown.system, now) > 0)
            numbers.push_back(shown.number);
    return numbers;
}

std::string next_number(const std::vector<std::string>& numbers, const std::string& from, int by)
{
    if (numbers.empty())
        return "";
    const auto at = std::find(numbers.begin(), numbers.end(), from);
    const auto count = static_cast<int>(numbers.size());
    const int place = at == numbers.end() ? (by > 0 ? -1 : 0) : static_cast<int>(at - numbers.begin());
    return numbers[static_cast<std::size_t>(((place + by) % count + count) % count)];
}

}  // namespace incursion

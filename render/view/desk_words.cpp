#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

#include <fmt/format.h>

#include "render/view/desk_parts.h"
#include "render/view/wording.h"
#include "sim/training/score.h"

namespace incursion {

namespace {

std::string figures_words(const Action& action)
{
    std::string words;
    for (const auto& [name, value] : action.figures)
        if (!value.empty())
            words += (words.empty() ? "" : ", ") + name + " " + value;
    return words.empty() ? "nothing entered" : words;
}

/// The kind of action that does a task once and for all; none where the whole exercise does.
std::optional<ActionKind> deed_of(TaskKind task)
{
    switch (task) {
    case TaskKind::take_up: return ActionKind::take_up;
    case TaskKind::classify: return ActionKind::classify;
    case TaskKind::first_call:
    case TaskKind::interval:
    case TaskKind::least_calls:
    case TaskKind::before_last_turn: return ActionKind::call;
    case TaskKind::order_heading: return ActionKind::order;
    case TaskKind::log_entry: return ActionKind::log_entry;
    case TaskKind::log_exit: return ActionKind::log_exit;
    case TaskKind::report: return ActionKind::report;
    case TaskKind::right_aircraft:
    case TaskKind::keep_out: break;
    }
    return std::nullopt;
}

/// The most calls that were made to one track.
std::size_t most_calls(const Course& course, Time now)
{
    std::map<std::string, std::size_t> calls;
    std::size_t most = 0;
    for (const Action& action : course.actions)
        if ((action.kind == ActionKind::call || action.kind == ActionKind::order) && action.time <= now)
            most = std::max(most, ++calls[action.track]);
    return most;
}

/// How many tracks it was done to. A call that orders a heading is a call as well; reports are of no track.
std::size_t count_of(const Course& course, ActionKind kind, Time now)
{
    std::set<std::string> tracks;
    std::size_t reports = 0;
    for (const Action& action : course.actions) {
        const bool is_call = kind == ActionKind::call && action.kind == ActionKind::order;
        if ((action.kind != kind && !is_call) || action.time > now)
            continue;
        tracks.insert(action.track);
        ++reports;
    }
    return kind == ActionKind::report ? reports : tracks.size();
}

std::string prompt_of(ReportFigureKind kind)
{
    switch (kind) {
    case ReportFigureKind::calls: return "calls made";
    case ReportFigureKind::dwell_s: return "time inside, s";
    case ReportFigureKind::depth_m: return "greatest depth, m";
    case ReportFigureKind::entry_time: return "entry, HH:MM:SS";
    case ReportFigureKind::exit_time: return "exit, HH:MM:SS";
    }
    return "";
}

}  // namespace

std::string deed_words(const Action& action)
{
    switch (action.kind) {
    case ActionKind::begin: return "exercise begun";
    case ActionKind::take_up: return action.track + " taken up";
    case ActionKind::classify: return fmt::format("{} classified as {}", action.track, action.text);
    case ActionKind::call:
    case ActionKind::order:
        return action.text.starts_with(action.track) ? action.text
                                                     : fmt::format("to {}: {}", action.track, action.text);
    case ActionKind::log_entry: return "entry of " + action.track + " logged";
    case ActionKind::log_exit: return "exit of " + action.track + " logged";
    case ActionKind::report: return "reported: " + figures_words(action);
    case ActionKind::finish: return "exercise finished";
    case ActionKind::pause: return "paused";
    case ActionKind::resume: return "resumed";
    case ActionKind::rewind: return "stepped back";
    case ActionKind::inject: return "inject " + action.id;
    case ActionKind::clock: break;
    }
    return "";
}

Result<double> heading_written(const std::string& text)
{
    const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    const Problem not_one{"a heading is degrees from 0 to 360, as 180"};
    double deg = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), deg);
    if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit) || error != std::errc{} ||
        end != text.data() + text.size() || deg > 360)
        return not_one;
    return deg == 360 ? 0 : deg;
}

std::vector<DeskTask> desk_tasks(const Lesson& lesson, const Course& course, Time now)
{
    std::vector<DeskTask> tasks;
    std::array<std::size_t, static_cast<std::size_t>(TaskKind::keep_out) + 1> told{};
    for (const Task& task : lesson.tasks) {
        const std::optional<ActionKind> deed = deed_of(task.kind);
        // The second of two tasks of one kind is ticked by the second track: whose it is, is not told.
        const std::size_t place = ++told[static_cast<std::size_t>(task.kind)];
        const bool is_counted = task.kind == TaskKind::least_calls;
        const std::size_t wanted = task.count > 0 ? task.count : lesson.rules.least_calls.value_or(1);
        const bool is_done =
            deed && (is_counted ? most_calls(course, now) >= wanted : count_of(course, *deed, now) >= place);
        tasks.push_back({task.title, deed.has_value(), is_done});
    }
    return tasks;
}

std::vector<DeskRule> desk_rules(const WarningRules& rules, LengthUnit unit)
{
    std::vector<DeskRule> list;
    if (rules.buffer_m)
        list.push_back({"to be called", "nearer than " + length_text(unit, *rules.buffer_m) + " to " + rules.airspace});
    if (rules.first_call_m)
        list.push_back({"first call", "before " + length_text(unit, *rules.first_call_m) + " from " + rules.airspace});
    if (rules.first_call_s)
        list.push_back({rules.first_call_m ? "or" : "first call",
                        fmt::format("before {} from {}", short_duration(*rules.first_call_s), rules.airspace)});
    if (rules.interval_s)
        list.push_back({"then a call", "every " + short_duration(*rules.interval_s)});
    if (rules.least_calls)
        list.push_back({"at least", count_text(*rules.least_calls, "call", "calls")});
    if (rules.response_time_s > 0)
        list.push_back({"time to act", short_duration(rules.response_time_s)});
    return list;
}

std::vector<DeskFigure> desk_figures(const Lesson& lesson)
{
    std::set<ReportFigureKind> asked;
    for (const Task& task : lesson.tasks)
        for (const ReportFigure& figure : task.figures)
            asked.insert(figure.kind);
    std::vector<DeskFigure> figures;
    for (const ReportFigureKind kind : asked)
        figures.push_back({std::string{name_of(kind)}, prompt_of(kind)});
    return figures;
}

}  // namespace incursion

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "sim/base/quantity.h"
#include "sim/training/task_marks.h"

namespace incursion {

namespace {

/// The truth that a figure is set against: a number in the figure's unit or, of an instant, in seconds since the
/// exercise began; none where there is nothing to report.
std::optional<double> truth_of(ReportFigureKind kind, const TaskQuestion& question)
{
    const FlightFacts& facts = question.facts;
    const std::string& airspace = question.lesson().rules.airspace;
    const Time start = question.lesson().span.from;
    Duration dwell{};
    double depth_m = 0;
    for (const Visit& visit : facts.report->visits)
        if (visit.foreign && visit.airspace == airspace) {
            dwell += visit.duration();
            depth_m = std::max(depth_m, visit.max_depth_m);
        }
    switch (kind) {
    case ReportFigureKind::calls: return static_cast<double>(facts.calls.size());
    case ReportFigureKind::dwell_s: return to_seconds(dwell);
    case ReportFigureKind::depth_m: return depth_m;
    case ReportFigureKind::entry_time:
        return facts.entries.empty() ? std::nullopt
                                     : std::optional{to_seconds(facts.entries.front().entry.time - start)};
    case ReportFigureKind::exit_time:
        return facts.exits.empty() ? std::nullopt : std::optional{to_seconds(facts.exits.front().exit.time - start)};
    }
    return std::nullopt;
}

bool is_left_empty(const std::string& text)
{
    return text.find_first_not_of(" \t") == std::string::npos || text == "-";
}

std::optional<double> number_of(const std::string& text)
{
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// A bare number is in the figure's unit.
std::optional<double> quantity_of(const std::string& text, Dimension dimension)
{
    if (const auto bare = number_of(text))
        return bare;
    const auto quantity = parse_quantity(text, dimension);
    return quantity ? std::optional{quantity.value()} : std::nullopt;
}

/// An instant, or a time of day of the first day of the exercise on which it lies in it.
std::optional<double> time_of(const std::string& text, TimeSpan span)
{
    if (const auto instant = parse_time(text))
        return to_seconds(instant.value() - span.from);
    const auto first_day = std::chrono::floor<std::chrono::days>(span.from);
    const auto last_day = std::chrono::floor<std::chrono::days>(span.to);
    std::optional<double> found;
    for (auto day = first_day; day <= last_day; day += std::chrono::days{1}) {
        const auto instant = parse_time(format_time(day).substr(0, 11) + text + "Z");
        if (!instant)
            return std::nullopt;
        if (!found || span.contains(instant.value()))
            found = to_seconds(instant.value() - span.from);
        if (span.contains(instant.value()))
            break;
    }
    return found;
}

std::optional<double> entered(ReportFigureKind kind, const std::string& text, TimeSpan span)
{
    switch (kind) {
    case ReportFigureKind::calls: return number_of(text);
    case ReportFigureKind::dwell_s: return quantity_of(text, Dimension::time);
    case ReportFigureKind::depth_m: return quantity_of(text, Dimension::length);
    case ReportFigureKind::entry_time:
    case ReportFigureKind::exit_time: return time_of(text, span);
    }
    return std::nullopt;
}

std::string figure_text(ReportFigureKind kind, std::optional<double> value, Time start)
{
    if (!value)
        return "none";
    switch (kind) {
    case ReportFigureKind::calls: return fmt::format("{:.0f}", *value);
    case ReportFigureKind::dwell_s: return fmt::format("{:.1f} s", *value);
    case ReportFigureKind::depth_m: return fmt::format("{:.0f} m", *value);
    case ReportFigureKind::entry_time:
    case ReportFigureKind::exit_time: return clock_text(start + seconds(*value));
    }
    return {};
}

std::string spoken(ReportFigureKind kind)
{
    switch (kind) {
    case ReportFigureKind::calls: return "calls";
    case ReportFigureKind::dwell_s: return "dwell";
    case ReportFigureKind::depth_m: return "depth";
    case ReportFigureKind::entry_time: return "entry";
    case ReportFigureKind::exit_time: return "exit";
    }
    return {};
}

bool is_right(const ReportFigure& figure, const std::string& text, std::optional<double> truth, TimeSpan span)
{
    // Nothing, told as nothing.
    const bool is_nothing = !truth || (*truth == 0 && figure.kind != ReportFigureKind::calls);
    if (is_left_empty(text))
        return is_nothing;
    const auto value = entered(figure.kind, text, span);
    return truth && value && std::abs(*value - *truth) <= figure.tolerance;
}

}  // namespace

TaskScore mark_report(const TaskQuestion& question)
{
    const TimeSpan span = question.lesson().span;
    const Action* report = nullptr;
    for (const Action& action : question.course.actions)
        if (action.kind == ActionKind::report)
            report = &action;
    TaskScore score;
    std::string expected, done;
    std::size_t right = 0;
    for (const ReportFigure& figure : question.task.figures) {
        const auto truth = truth_of(figure.kind, question);
        expected += fmt::format("{}{} {}", expected.empty() ? "" : ", ", spoken(figure.kind),
                                figure_text(figure.kind, truth, span.from));
        if (report == nullptr)
            continue;
        std::string text;
        for (const auto& [name, value] : report->figures)
            if (name == name_of(figure.kind))
                text = value;
        const bool fits = is_right(figure, text, truth, span);
        right += fits ? 1U : 0U;
        done += fmt::format("{}{} {}{}", done.empty() ? "" : ", ", spoken(figure.kind),
                            is_left_empty(text) ? "none" : text, fits ? "" : " (wrong)");
    }
    score.expected = fmt::format("a report on {}: {}", question.facts.name, expected);
    if (report == nullptr) {
        score.done = "no report";
        return score;
    }
    score.at = report->time;
    score.done = fmt::format("reported at {}: {}", clock_text(report->time), done);
    if (!question.task.figures.empty())
        score.points =
            question.task.points * static_cast<double>(right) / static_cast<double>(question.task.figures.size());
    return score;
}

}  // namespace incursion

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "sim/analysis/span_sum.h"
#include "sim/evidence/approaches.h"
#include "sim/training/call_threshold.h"
#include "sim/training/task_marks.h"
#include "sim/training/time_spans.h"

namespace incursion {

namespace {

/// When it was shown that the aircraft has to be called.
std::optional<Time> shown_threshold(const FlightFacts& facts)
{
    return facts.threshold ? first_shown(facts, *facts.threshold) : std::nullopt;
}

std::string not_called(const FlightFacts& facts)
{
    return facts.was_called_in_vain ? "called, but not heard: the radio had failed" : "not called";
}

/// `within 25.0 km of TUR`: what the rules make the threshold of.
std::string threshold_text(const WarningRules& rules)
{
    const auto near = rules.first_call_m || rules.first_call_s ? rules.first_call_m : rules.buffer_m;
    std::string text = near ? fmt::format("within {:.1f} km", *near / 1000) : "";
    if (rules.first_call_s)
        text += fmt::format("{}within {:g} s", near ? " or " : "", *rules.first_call_s);
    return fmt::format("{} of {}", text, rules.airspace);
}

/// Whether something is to be said at the threshold; where it turned before, it was said in time.
std::optional<TaskScore> nothing_to_say(const TaskQuestion& question, std::optional<Time> could)
{
    const FlightFacts& facts = question.facts;
    const std::string threshold = threshold_text(question.lesson().rules);
    if (!facts.threshold_undisturbed)
        return does_not_apply(fmt::format("nothing: {} would not have come {}", facts.name, threshold));
    if (facts.shown.empty() || (facts.threshold && !could))
        return does_not_apply(fmt::format("nothing: {} was not shown {}", facts.name, threshold));
    return std::nullopt;
}

std::string when_due(const TaskScore& score, const WarningRules& rules)
{
    if (!score.due)
        return fmt::format("before it came {}, where it never was", threshold_text(rules));
    return fmt::format("by {} (shown {} at {})", clock_text(*score.due), threshold_text(rules),
                       clock_text(*score.could));
}

std::string heading_text(Angle heading)
{
    return fmt::format("{:03.0f}", std::fmod(std::round(wrapped_to_circle(heading).deg()), 360.0));
}

/// Spans in which the aircraft had to be called: shown, the radio working, each with `within_s` to begin with.
std::vector<TimeSpan> spans_to_keep(const TaskQuestion& question)
{
    const FlightFacts& facts = question.facts;
    const WarningRules& rules = question.lesson().rules;
    const auto could = has_call_threshold(rules) ? shown_threshold(facts) : first_shown(facts, Time::min());
    if (!could)
        return {};
    std::vector<TimeSpan> spans, shown;
    for (const Approach& approach :
         find_approaches(*facts.track, *facts.report, rules.airspace, rules.buffer_m, question.exercise.ground()))
        for (const TimeSpan& span : spans_to_call(approach, *facts.track, question.exercise.ground()))
            spans.push_back(span);
    for (const ShownTrack* track : facts.shown)
        shown.push_back(track->shown);
    std::vector<TimeSpan> possible = without(within(shown, {{*could, question.lesson().span.to}}), facts.failures);
    for (TimeSpan& span : possible)
        span.from += seconds(question.task.within_s);
    return within(spans, possible);
}

}  // namespace

TaskScore mark_first_call(const TaskQuestion& question)
{
    const FlightFacts& facts = question.facts;
    const auto could = shown_threshold(facts);
    if (auto nothing = nothing_to_say(question, could))
        return *nothing;
    TaskScore score;
    mark_in_time(score, question.task, could,
                 facts.calls.empty() ? std::nullopt : std::optional{facts.calls.front()->time}, facts.failures);
    score.expected = fmt::format("a first call to {} {}", facts.name, when_due(score, question.lesson().rules));
    score.done = score.at ? fmt::format("{} called at {}", facts.calls.front()->track, clock_text(*score.at))
                          : not_called(facts);
    return score;
}

TaskScore mark_order_heading(const TaskQuestion& question)
{
    const FlightFacts& facts = question.facts;
    const auto could = shown_threshold(facts);
    if (auto nothing = nothing_to_say(question, could))
        return *nothing;
    const Angle wanted = question.task.heading.value_or(Angle{});
    std::optional<Time> at;
    std::optional<Angle> ordered;
    for (const Action* call : facts.calls)
        if (const auto heading = heading_ordered(question.lesson(), *call); heading && !at) {
            ordered = heading;
            // A hair more than the tolerance: headings are entered in degrees.
            if (std::abs(wrapped_to_half_turn(*heading - wanted).rad()) <= question.task.tolerance_rad + 1e-9)
                at = call->time;
        }
    TaskScore score;
    mark_in_time(score, question.task, could, at, facts.failures);
    score.expected = fmt::format("heading {} (give or take {:.0f} degrees) ordered to {} {}", heading_text(wanted),
                                 Angle::radians(question.task.tolerance_rad).deg(), facts.name,
                                 when_due(score, question.lesson().rules));
    if (at)
        score.done = fmt::format("heading {} ordered at {}", heading_text(*ordered), clock_text(*at));
    else
        score.done = ordered ? fmt::format("heading {} ordered, which is another one", heading_text(*ordered))
                     : facts.calls.empty() ? not_called(facts)
                                           : "called, but no heading ordered";
    return score;
}

TaskScore mark_interval(const TaskQuestion& question)
{
    const FlightFacts& facts = question.facts;
    const double interval_s = question.lesson().rules.interval_s.value_or(0);
    const std::vector<TimeSpan> to_call = spans_to_keep(question);
    const double to_call_s = to_seconds(total_length(to_call));
    TaskScore score;
    score.expected =
        fmt::format("no call to {} older than {:g} s (and {:g} s to act) in the {:.1f} s in which it had to be called",
                    facts.name, interval_s, question.task.within_s, to_call_s);
    if (to_call.empty()) {
        if (!facts.has_turned)
            return does_not_apply(fmt::format("nothing: {} was never to be called again", facts.name));
        score.points = question.task.points;
        score.done = "it turned away and never had to be called again";
        return score;
    }
    score.could = to_call.front().from;
    std::vector<TimeSpan> covered;
    for (const Action* call : facts.calls)
        covered.push_back({call->time, call->time + seconds(interval_s + question.task.within_s)});
    const std::vector<TimeSpan> missed = without(to_call, covered);
    const double kept_s = to_call_s - to_seconds(total_length(missed));
    score.points = question.task.points * kept_s / to_call_s;
    score.done = fmt::format("kept for {:.1f} s of {:.1f} s, with {} {}", kept_s, to_call_s, facts.calls.size(),
                             facts.calls.size() == 1 ? "call" : "calls");
    if (!missed.empty()) {
        score.due = missed.front().from;
        score.done += fmt::format("; not at {}", clock_text(missed.front().from));
    }
    return score;
}

TaskScore mark_least_calls(const TaskQuestion& question)
{
    const FlightFacts& facts = question.facts;
    const std::size_t least =
        question.task.count > 0 ? question.task.count : question.lesson().rules.least_calls.value_or(1);
    TaskScore score;
    if (!facts.entries.empty())
        score.due = facts.entries.front().entry.time;
    const auto made = static_cast<std::size_t>(std::count_if(
        facts.calls.begin(), facts.calls.end(), [&](const Action* c) { return !score.due || c->time < *score.due; }));
    if (facts.shown.empty())
        return does_not_apply(fmt::format("nothing: no radar track of {} came up", facts.id));
    if (made > 0)
        score.at = facts.calls[std::min(made, least) - 1]->time;
    score.points = question.task.points * static_cast<double>(std::min(made, least)) / static_cast<double>(least);
    score.expected =
        fmt::format("{} {} to {}{}", least, least == 1 ? "call" : "calls", facts.name,
                    score.due ? fmt::format(" before it entered at {}", clock_text(*score.due)) : std::string{});
    score.done = fmt::format("{} made and heard", made);
    return score;
}

TaskScore mark_before_last_turn(const TaskQuestion& question)
{
    const FlightFacts& facts = question.facts;
    const WarningRules& rules = question.lesson().rules;
    if (!facts.last_turn || !facts.last_turn->call)
        return does_not_apply(fmt::format("nothing: no turn would have kept {} out of {}, or none was needed",
                                          facts.name, rules.airspace));
    const Time call_by = *facts.last_turn->call - seconds(rules.response_time_s);
    if (facts.shown.empty() || facts.shown.front()->shown.from >= call_by + seconds(question.task.zero_after_s))
        return does_not_apply(fmt::format("nothing: {} was not shown before its last turn", facts.name));
    TaskScore score;
    score.due = call_by + seconds(question.task.within_s);
    const double to_respond_s = rules.response_time_s + facts.last_turn->reaction_s;
    score.expected = fmt::format("a call to {} by {} (the last turn away was at {}{})", facts.name,
                                 clock_text(*score.due), clock_text(*facts.last_turn->turn),
                                 to_respond_s > 0 ? fmt::format(", with {:g} s to respond", to_respond_s) : std::string{});
    if (facts.calls.empty()) {
        score.done = not_called(facts);
        return score;
    }
    score.at = facts.calls.front()->time;
    score.points = question.task.points * grade(question.task, to_seconds(*score.at - call_by));
    score.done = fmt::format("{} called at {}", facts.calls.front()->track, clock_text(*score.at));
    return score;
}

TaskScore mark_right_aircraft(const Task& task, const Exercise& exercise, const Course& course)
{
    std::set<std::string> right;
    for (const Task& other : exercise.lesson().tasks)
        switch (other.kind) {
        case TaskKind::first_call:
        case TaskKind::interval:
        case TaskKind::least_calls:
        case TaskKind::before_last_turn:
        case TaskKind::order_heading: right.insert(other.aircraft); break;
        default: break;
        }
    const auto went_right =
        static_cast<std::size_t>(std::count_if(course.calls.begin(), course.calls.end(), [&](const MadeCall& call) {
            return call.aircraft && right.contains(exercise.world().aircraft[*call.aircraft].id);
        }));
    TaskScore score;
    std::string names;
    for (const std::string& id : right)
        names += (names.empty() ? "" : ", ") + id;
    score.expected = fmt::format("calls to {} and to nobody else", names.empty() ? "nobody" : names);
    score.done = course.calls.empty() ? "no calls" : fmt::format("{} of {} calls", went_right, course.calls.size());
    if (!course.calls.empty())
        score.points = task.points * static_cast<double>(went_right) / static_cast<double>(course.calls.size());
    for (const MadeCall& call : course.calls)
        if (!score.at && !(call.aircraft && right.contains(exercise.world().aircraft[*call.aircraft].id)))
            score.at = course.actions[call.action].time;
    return score;
}

}  // namespace incursion

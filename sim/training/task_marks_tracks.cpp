#include <algorithm>

#include <fmt/format.h>

#include "sim/training/task_marks.h"

namespace incursion {

namespace {

/// Actions of one kind about the aircraft, in the order of time.
std::vector<const Action*> actions_about(const TaskQuestion& question, ActionKind kind)
{
    std::vector<const Action*> found;
    for (const Action& action : question.course.actions)
        if (action.kind == kind && aircraft_of(question.course, action) == question.facts.aircraft)
            found.push_back(&action);
    return found;
}

TaskScore never_shown(const TaskQuestion& question)
{
    return does_not_apply(fmt::format("nothing: no radar track of {} came up", question.facts.id));
}

}  // namespace

TaskScore mark_take_up(const TaskQuestion& question)
{
    if (question.facts.shown.empty())
        return never_shown(question);
    const std::vector<const Action*> taken = actions_about(question, ActionKind::take_up);
    TaskScore score;
    mark_in_time(score, question.task, question.facts.shown.front()->shown.from,
                 taken.empty() ? std::nullopt : std::optional{taken.front()->time}, {});
    score.expected = fmt::format("{} taken up by {} (shown since {})", question.facts.name, clock_text(*score.due),
                                 clock_text(*score.could));
    score.done =
        taken.empty() ? "not taken up" : fmt::format("{} taken up at {}", taken.front()->track, clock_text(*score.at));
    return score;
}

TaskScore mark_classify(const TaskQuestion& question)
{
    if (question.facts.shown.empty())
        return never_shown(question);
    const std::vector<const Action*> classified = actions_about(question, ActionKind::classify);
    std::optional<Time> at;
    // The last one decides; those of the same words just before it had said it already.
    for (auto one = classified.rbegin(); one != classified.rend() && (*one)->text == classified.back()->text; ++one)
        at = (*one)->time;
    TaskScore score;
    mark_in_time(score, question.task, question.facts.shown.front()->shown.from, at, {});
    score.expected = fmt::format("{} classified as {} by {} (shown since {})", question.facts.name,
                                 question.task.category, clock_text(*score.due), clock_text(*score.could));
    if (!at) {
        score.done = "not classified";
        return score;
    }
    score.done =
        fmt::format("{} classified as {} at {}", classified.back()->track, classified.back()->text, clock_text(*at));
    if (classified.back()->text != question.task.category) {
        score.points = 0;
        score.done += fmt::format(", which it is not: it is {}", question.task.category);
    }
    return score;
}

namespace {

/// One logged instant beside a true one.
struct Pair {
    Duration apart{};
    std::size_t truth = 0, logged = 0;
};

/// One to one, nearest in time first.
std::vector<Pair> nearest_pairs(const std::vector<Time>& truths, const std::vector<Time>& logged)
{
    std::vector<Pair> all;
    for (std::size_t i = 0; i < truths.size(); ++i)
        for (std::size_t k = 0; k < logged.size(); ++k)
            all.push_back({std::chrono::abs(logged[k] - truths[i]), i, k});
    std::stable_sort(all.begin(), all.end(), [](const Pair& a, const Pair& b) { return a.apart < b.apart; });
    std::vector<char> has_log(truths.size(), 0), is_used(logged.size(), 0);
    std::vector<Pair> pairs;
    for (const Pair& pair : all)
        if (has_log[pair.truth] == 0 && is_used[pair.logged] == 0) {
            has_log[pair.truth] = is_used[pair.logged] = 1;
            pairs.push_back(pair);
        }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.truth < b.truth; });
    return pairs;
}

std::string clock_texts(const std::vector<Time>& times)
{
    std::string text;
    for (std::size_t i = 0; i < times.size(); ++i)
        text += (i == 0 ? "" : i + 1 == times.size() ? " and " : ", ") + clock_text(times[i]);
    return text;
}

/// `what` is "entry" or "exit".
TaskScore mark_log(const TaskQuestion& question, ActionKind kind, const std::vector<Time>& truths,
                   const std::string& what, const std::string& whats)
{
    std::vector<Time> logged;
    for (const Action* action : actions_about(question, kind))
        logged.push_back(action->time);
    const std::string& airspace = question.lesson().rules.airspace;
    if (truths.empty() && logged.empty())
        return does_not_apply(fmt::format("nothing: {} made no {} of {}", question.facts.name, what, airspace));
    const std::vector<Pair> pairs = nearest_pairs(truths, logged);
    TaskScore score;
    double grades = 0;
    for (const Pair& pair : pairs)
        grades += grade(question.task, to_seconds(pair.apart));
    score.points = question.task.points * grades / static_cast<double>(std::max(truths.size(), logged.size()));
    if (!truths.empty()) {
        score.could = first_shown(question.facts, truths.front()).value_or(truths.front());
        score.due = truths.front() + seconds(question.task.within_s);
    }
    if (!pairs.empty())
        score.at = logged[pairs.front().logged];
    else if (!logged.empty())
        score.at = logged.front();
    if (score.at && !pairs.empty() && pairs.front().truth == 0)
        score.reaction_s = to_seconds(*score.at - *score.could);
    score.expected = truths.empty()
                         ? fmt::format("no {} logged: {} made none of {}", what, question.facts.name, airspace)
                         : fmt::format("{} of {} logged within {:g} s of {}", truths.size() > 1 ? whats : what,
                                       question.facts.name, question.task.within_s, clock_texts(truths));
    score.done = logged.empty() ? "not logged" : fmt::format("logged at {}", clock_texts(logged));
    return score;
}

}  // namespace

TaskScore mark_log_entry(const TaskQuestion& question)
{
    std::vector<Time> truths;
    for (const Visit& visit : question.facts.entries)
        truths.push_back(visit.entry.time);
    return mark_log(question, ActionKind::log_entry, truths, "entry", "entries");
}

TaskScore mark_log_exit(const TaskQuestion& question)
{
    std::vector<Time> truths;
    for (const Visit& visit : question.facts.exits)
        truths.push_back(visit.exit.time);
    return mark_log(question, ActionKind::log_exit, truths, "exit", "exits");
}

TaskScore mark_keep_out(const TaskQuestion& question)
{
    const FlightFacts& facts = question.facts;
    const std::string& airspace = question.lesson().rules.airspace;
    if (!facts.entry_undisturbed)
        return does_not_apply(fmt::format("nothing: {} would not have entered {}", facts.name, airspace));
    TaskScore score;
    score.due = *facts.entry_undisturbed;
    score.expected = fmt::format("{} kept out of {}, which it would have entered at {}", facts.name, airspace,
                                 clock_text(*score.due));
    if (facts.entries.empty()) {
        score.points = question.task.points;
        score.done = "it stayed out";
    } else {
        score.at = facts.entries.front().entry.time;
        score.done = fmt::format("it entered at {}", clock_text(*score.at));
    }
    return score;
}

}  // namespace incursion

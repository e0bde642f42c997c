#include "sim/io/write_debrief_json.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "sim/io/action_json.h"
#include "sim/io/json_parts.h"
#include "sim/io/read_lesson_parts.h"
#include "sim/io/sha256.h"
#include "sim/io/write_json.h"
#include "sim/io/write_scenario_json.h"
#include "sim/io/write_visit_json.h"

namespace incursion {

namespace {

using nlohmann::ordered_json;

std::string id_of(const Debrief& debrief, std::size_t aircraft)
{
    return debrief.exercise->world().aircraft[aircraft].id;
}

ordered_json aircraft_or_null(const Debrief& debrief, const std::optional<std::size_t>& aircraft)
{
    return aircraft ? ordered_json(id_of(debrief, *aircraft)) : ordered_json(nullptr);
}

ordered_json lesson_json(const Debrief& debrief, Diagnostics& diagnostics)
{
    const Lesson& lesson = debrief.exercise->lesson();
    ordered_json inputs = ordered_json::array();
    for (const std::string& path : lesson.inputs) {
        const Result<std::string> sum = sha256_of_file(path);
        if (!sum)
            diagnostics.warning(path, std::nullopt, "", sum.problem() + "; the debrief lists it without one");
        inputs.push_back({{"path", path}, {"sha256", sum ? ordered_json(*sum) : ordered_json(nullptr)}});
    }
    return {{"path", lesson.path},
            {"title", lesson.title},
            {"sha256", or_null(debrief.lesson_sha256)},
            {"scenario", lesson.scenario_path},
            {"seed", debrief.exercise->world().seed},
            {"start", format_time(lesson.span.from)},
            {"end", format_time(lesson.span.to)},
            {"inputs", std::move(inputs)}};
}

ordered_json log_json(const ActionLog& log, const std::string& sha256)
{
    return {{"path", log.path},
            {"sha256", or_null(sha256)},
            {"trainee", or_null(log.trainee)},
            {"lesson", log.lesson},
            {"lesson_sha256", or_null(log.lesson_sha256)},
            {"version", or_null(log.version)}};
}

ordered_json rules_json(const WarningRules& rules)
{
    return {{"airspace", rules.airspace},
            {"buffer_m", or_null(rules.buffer_m)},
            {"first_call_m", or_null(rules.first_call_m)},
            {"first_call_s", or_null(rules.first_call_s)},
            {"interval_s", or_null(rules.interval_s)},
            {"least_calls", or_null(rules.least_calls)},
            {"response_time_s", rules.response_time_s}};
}

ordered_json score_json(const Score& score)
{
    return {{"points", score.points},
            {"out_of", score.out_of},
            {"share", score.share()},
            {"finished", score.is_finished},
            {"ended", format_time(score.ended)}};
}

ordered_json tasks_json(const Debrief& debrief)
{
    ordered_json list = ordered_json::array();
    for (const TaskScore& score : debrief.score.tasks) {
        const Task& task = debrief.exercise->lesson().tasks[score.task];
        list.push_back({{"id", task.id},
                        {"title", task.title},
                        {"kind", name_of(task.kind)},
                        {"aircraft", or_null(task.aircraft)},
                        {"applies", score.applies},
                        {"points", score.points},
                        {"out_of", score.out_of},
                        {"expected", score.expected},
                        {"done", score.done},
                        {"could", time_or_null(score.could)},
                        {"due", time_or_null(score.due)},
                        {"at", time_or_null(score.at)},
                        {"reaction_s", or_null(score.reaction_s)},
                        {"moment", format_time(score.moment)}});
    }
    return list;
}

ordered_json visits_json(const Report& report)
{
    ordered_json list = ordered_json::array();
    for (const TrackReport& track : report.tracks)
        for (const Visit& visit : track.visits)
            list.push_back(visit_json(visit, track.track));
    return list;
}

ordered_json shown_json(const Debrief& debrief)
{
    ordered_json list = ordered_json::array();
    for (const ShownTrack& shown : debrief.course.shown)
        list.push_back({{"track", shown.number},
                        {"aircraft", id_of(debrief, shown.aircraft)},
                        {"from", format_time(shown.shown.from)},
                        {"to", format_time(shown.shown.to)},
                        {"plots", shown.plots.fixes().size()}});
    return list;
}

/// What the analysis has of a call; null where it was not heard.
const CallReport* report_of(const Debrief& debrief, const MadeCall& call)
{
    if (!call.aircraft)
        return nullptr;
    const Time time = debrief.course.actions[call.action].time;
    const std::string id = id_of(debrief, *call.aircraft);
    const std::vector<CallReport>& list = debrief.incident.report.calls.list;
    const auto found = std::find_if(list.begin(), list.end(), [&](const CallReport& report) {
        return report.call.time == time && report.call.to == id;
    });
    return found == list.end() ? nullptr : &*found;
}

ordered_json calls_json(const Debrief& debrief)
{
    ordered_json list = ordered_json::array();
    for (const MadeCall& call : debrief.course.calls) {
        const Action& action = debrief.course.actions[call.action];
        const CallReport* report = report_of(debrief, call);
        list.push_back(
            {{"time", format_time(action.time)},
             {"track", action.track},
             {"aircraft", aircraft_or_null(debrief, call.aircraft)},
             {"heard", call.was_heard},
             {"phrase", or_null(action.id)},
             {"heading_deg", action.heading ? ordered_json(written_deg(*action.heading)) : ordered_json(nullptr)},
             {"text", action.text},
             {"distance_to_border_m",
              report != nullptr ? or_null(report->distance_to_border_m) : ordered_json(nullptr)},
             {"time_to_border_s", report != nullptr ? or_null(report->time_to_border_s) : ordered_json(nullptr)}});
    }
    return list;
}

ordered_json turns_json(const Debrief& debrief)
{
    ordered_json list = ordered_json::array();
    for (const Turned& turn : debrief.course.turns)
        list.push_back({{"time", format_time(turn.from)},
                        {"aircraft", id_of(debrief, turn.aircraft)},
                        {"call", turn.call + 1},
                        {"heading_deg", written_deg(turn.heading)}});
    return list;
}

ordered_json injects_json(const Debrief& debrief)
{
    ordered_json list = ordered_json::array();
    for (const Injected& injected : debrief.course.injected) {
        const Inject& inject = debrief.exercise->lesson().injects[injected.inject];
        list.push_back({{"id", inject.id},
                        {"title", or_null(inject.title)},
                        {"kind", kind_name(inject.kind)},
                        {"aircraft", or_null(inject.aircraft)},
                        {"from", format_time(injected.span.from)},
                        {"to", format_time(injected.span.to)}});
    }
    return list;
}

ordered_json actions_json(const std::vector<Action>& actions)
{
    ordered_json list = ordered_json::array();
    for (const Action& action : actions)
        list.push_back(action_json(action));
    return list;
}

}  // namespace

std::string debrief_json(const Debrief& debrief, Diagnostics& diagnostics)
{
    const ordered_json document{{"schema", "incursion.debrief/1"},
                                {"incursion", versions_json()},
                                {"lesson", lesson_json(debrief, diagnostics)},
                                {"log", log_json(debrief.log, debrief.log_sha256)},
                                {"rules", rules_json(debrief.exercise->lesson().rules)},
                                {"score", score_json(debrief.score)},
                                {"tasks", tasks_json(debrief)},
                                {"visits", visits_json(debrief.incident.report)},
                                {"shown", shown_json(debrief)},
                                {"calls", calls_json(debrief)},
                                {"turns", turns_json(debrief)},
                                {"injects", injects_json(debrief)},
                                {"actions", actions_json(debrief.course.actions)}};
    return json_text(document);
}

}  // namespace incursion

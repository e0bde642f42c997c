#include "tools/incursion/text_debrief.h"

#include <fmt/format.h>

#include "sim/base/time_text.h"
#include "tools/incursion/text_debrief_words.h"
#include "tools/incursion/text_page.h"
#include "tools/incursion/text_units.h"
#include "tools/incursion/text_words.h"

namespace incursion {

namespace {

struct DebriefText {
    const Debrief& debrief;
    TextPage& page;
    Clock clock;
};

std::string id_of(const Debrief& debrief, const std::optional<std::size_t>& aircraft)
{
    return aircraft ? debrief.exercise->world().aircraft[*aircraft].id : std::string{"-"};
}

void write_head(DebriefText& text)
{
    const Debrief& debrief = text.debrief;
    const Score& score = debrief.score;
    const Lesson& lesson = debrief.exercise->lesson();
    text.page.title(lesson.title);
    text.page.blank();
    text.page.paragraph(fmt::format("{}: {} of {} points, {}", trainee_of(debrief), points_text(score.points),
                                    points_text(score.out_of), share_text(score.share())),
                        TextStyle::heading);
    text.page.paragraph(fmt::format("Exercise as {}, {}, {} to {}. All times are UTC. {}", lesson.role,
                                    date_text(lesson.span.from), brief_time(lesson.span.from),
                                    brief_time(lesson.span.to), end_words(debrief)));
}

std::string points_cell(const TaskScore& score)
{
    return score.applies ? fmt::format("{} of {}", points_text(score.points), points_text(score.out_of))
                         : std::string{"does not apply"};
}

void write_tasks(DebriefText& text)
{
    text.page.heading("Task by task");
    Table table;
    table.columns = {{"task", TextAlign::left, 12},
                     {"points", TextAlign::left, 8},
                     {"expected", TextAlign::left, 16},
                     {"done", TextAlign::left, 14},
                     {"after", TextAlign::right}};
    for (const TaskScore& score : text.debrief.score.tasks) {
        const Task& task = text.debrief.exercise->lesson().tasks[score.task];
        const bool lost = score.applies && score.points < score.out_of;
        table.rows.push_back({{task.title},
                              {points_cell(score), lost ? TextStyle::alarm : TextStyle::plain},
                              {score.expected},
                              {score.done},
                              {reaction_text(score.reaction_s)}});
    }
    text.page.table(std::move(table));
    text.page.paragraph("After: from when it could be seen that a thing was to be done to when it was done.",
                        TextStyle::faint);
}

std::string end_cell(const DebriefText& text, const VisitEnd& end)
{
    const std::string at = text.clock(end.time);
    return end.by == CrossedBy::side ? at : at + "\nby " + std::string{name_of(end.by)};
}

void write_visits(DebriefText& text)
{
    text.page.heading("What was flown");
    const std::string& airspace = text.debrief.exercise->lesson().rules.airspace;
    Table table;
    table.columns = {{"aircraft", TextAlign::left, 6}, {"airspace"}, {"in"}, {"out"}, {"inside", TextAlign::right},
                     {"deepest", TextAlign::right}};
    for (const TrackReport& track : text.debrief.incident.report.tracks)
        for (const Visit& visit : track.visits)
            if (visit.foreign)
                table.rows.push_back({{track.track},
                                      {visit.airspace},
                                      {end_cell(text, visit.entry)},
                                      {end_cell(text, visit.exit)},
                                      {duration_text(visit.duration()), TextStyle::alarm},
                                      {metric_length(visit.max_depth_m)}});
    if (table.rows.empty())
        text.page.paragraph(fmt::format("Nobody who may not came into {} or any other foreign airspace.", airspace));
    else
        text.page.table(std::move(table));
    for (const Turned& turn : text.debrief.course.turns)
        text.page.paragraph(fmt::format("{} turned to {:.0f}° from {} on, after call {}.",
                                        id_of(text.debrief, turn.aircraft), turn.heading.deg(),
                                        text.clock.brief(turn.from), turn.call + 1));
    for (const Injected& injected : text.debrief.course.injected)
        text.page.paragraph("Inject: " + inject_words(text.debrief, injected) + ".");
}

void write_calls(DebriefText& text)
{
    if (text.debrief.course.calls.empty())
        return;
    text.page.heading("Calls");
    Table table;
    table.columns = {
        {"#", TextAlign::right},       {"time"}, {"track"}, {"aircraft", TextAlign::left, 6}, {"to the\nborder", TextAlign::right},
        {"words", TextAlign::left, 16}};
    std::size_t number = 0;
    for (const MadeCall& call : text.debrief.course.calls) {
        const Action& action = text.debrief.course.actions[call.action];
        const CallReport* report = report_of(text.debrief, call);
        std::string distance = "-";
        if (report != nullptr && report->distance_to_border_m)
            distance = *report->distance_to_border_m < 0 ? "inside" : metric_length(*report->distance_to_border_m);
        const std::string fate = call_fate(text.debrief, call);
        std::string words = action.heading ? fmt::format("{:.0f}°. ", action.heading->deg()) : std::string{};
        words += action.text + (fate.empty() ? "" : " (" + fate + ")");
        table.rows.push_back({{fmt::format("{}", ++number)},
                              {text.clock.brief(action.time)},
                              {action.track},
                              {id_of(text.debrief, call.aircraft)},
                              {distance},
                              {words, fate.empty() ? TextStyle::plain : TextStyle::alarm}});
    }
    text.page.table(std::move(table));
}

void write_actions(DebriefText& text)
{
    text.page.heading("Everything that was done");
    Table table;
    table.columns = {{"time"}, {"what", TextAlign::left, 20}};
    for (const Action& action : text.debrief.course.actions)
        table.rows.push_back({{text.clock.brief(action.time)}, {action_words(action)}});
    if (table.rows.empty())
        text.page.paragraph("Nothing.");
    else
        text.page.table(std::move(table));
}

void write_inputs(DebriefText& text)
{
    const Debrief& debrief = text.debrief;
    const Lesson& lesson = debrief.exercise->lesson();
    text.page.heading("How this was computed");
    text.page.paragraph(fmt::format("Lesson {}, scenario {}, seed {}.", lesson.path, lesson.scenario_path,
                                    debrief.exercise->world().seed),
                        TextStyle::faint);
    if (!debrief.lesson_sha256.empty())
        text.page.paragraph("SHA-256 of the lesson " + debrief.lesson_sha256, TextStyle::faint);
    text.page.paragraph(fmt::format("Log {}, written by version {}.", debrief.log.path,
                                    debrief.log.version.empty() ? "unknown" : debrief.log.version),
                        TextStyle::faint);
    if (!debrief.log_sha256.empty())
        text.page.paragraph("SHA-256 of the log " + debrief.log_sha256, TextStyle::faint);
}

}  // namespace

std::string text_debrief(const Debrief& debrief, const TextOptions& options)
{
    TextPage page{options.width, options.colour};
    DebriefText text{debrief, page, Clock{debrief.exercise->lesson().span}};
    write_head(text);
    write_tasks(text);
    write_visits(text);
    write_calls(text);
    write_actions(text);
    write_inputs(text);
    return page.text();
}

}  // namespace incursion

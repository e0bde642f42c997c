#include "tools/incursion/html_debrief.h"

#include <algorithm>

#include <fmt/format.h>

#include "sim/base/time_text.h"
#include "tools/incursion/html_debrief_parts.h"
#include "tools/incursion/html_style.h"
#include "tools/incursion/html_text.h"
#include "tools/incursion/text_debrief_words.h"

namespace incursion {

std::string html_debrief(const Debrief& debrief, const DebriefPage& page)
{
    DebriefHtml html{debrief, page, {}};
    const std::string title = fmt::format("{}: {}, {}", debrief.exercise->lesson().title, trainee_of(debrief),
                                          share_text(debrief.score.share()));
    html.text = html_page_begin(title, std::string{html_style()} + std::string{html_debrief_style()});
    write_html_head(html);
    html.text += "<main>\n";
    write_html_tasks(html);
    write_html_timeline(html);
    write_html_distances(html);
    write_html_pictures(html);
    write_html_actions(html);
    write_html_inputs(html);
    html.text += "</main>\n";
    html.text += html_page_end();
    return html.text;
}

void write_html_head(DebriefHtml& html)
{
    const Lesson& lesson = html.debrief.exercise->lesson();
    const Score& score = html.debrief.score;
    html.text += fmt::format(
        "<header>\n<div>\n<h1>{}</h1>\n<p><strong>{}</strong>, {}</p>\n<p class=\"soft\">{}, {} to {} UTC. {} {}</p>\n"
        "</div>\n<div class=\"score\"><b>{}</b>{} of {} points</div>\n</header>\n",
        html_escaped(lesson.title), html_escaped(trainee_of(html.debrief)), html_escaped(lesson.role),
        date_text(lesson.span.from), clock_words(lesson.span.from), clock_words(lesson.span.to),
        html_escaped(end_words(html.debrief)),
        html.debrief.log.version.empty() ? std::string{}
                                         : html_escaped("Logged by version " + html.debrief.log.version + "."),
        share_text(score.share()), points_text(score.points), points_text(score.out_of));
}

std::string anchor_of(const DebriefHtml& html, const TaskScore& score)
{
    for (std::size_t i = 0; i < html.page.pictures.size(); ++i) {
        const std::vector<std::size_t>& tasks = html.page.pictures[i].moment.tasks;
        if (std::find(tasks.begin(), tasks.end(), score.task) != tasks.end())
            return fmt::format("#moment-{}", i + 1);
    }
    const std::vector<Action>& actions = html.debrief.course.actions;
    for (std::size_t i = 0; i < actions.size(); ++i)
        if (score.at && actions[i].time == *score.at)
            return fmt::format("#action-{}", i + 1);
    return "#timeline";
}

namespace {

std::string points_cell(const TaskScore& score)
{
    if (!score.applies)
        return "<span class=\"soft\">does not apply</span>";
    const bool lost = score.points < score.out_of;
    return fmt::format("{} of {}<span class=\"bar{}\"><i style=\"width:{:.0f}%\"></i></span>",
                       points_text(score.points), points_text(score.out_of), lost ? " lost" : "",
                       score.out_of > 0 ? 100 * score.points / score.out_of : 0.0);
}

std::string task_row(const DebriefHtml& html, const TaskScore& score)
{
    const Task& task = html.debrief.exercise->lesson().tasks[score.task];
    return fmt::format("<tr id=\"task-{0}\"><th scope=\"row\">{0}. <a href=\"{1}\">{2}</a></th>"
                       "<td class=\"points\" data-label=\"points\">{3}</td><td data-label=\"expected\">{4}</td>"
                       "<td data-label=\"done\">{5}</td><td class=\"time\" data-label=\"at\">{6}</td>"
                       "<td class=\"number\" data-label=\"after\">{7}</td></tr>\n",
                       score.task + 1, anchor_of(html, score), html_escaped(task.title), points_cell(score),
                       html_escaped(score.expected), html_escaped(score.done), score.at ? clock_words(*score.at) : "",
                       reaction_text(score.reaction_s));
}

}  // namespace

void write_html_tasks(DebriefHtml& html)
{
    html.text += "<h2 id=\"tasks\">Task by task</h2>\n<table class=\"cards\">\n<thead><tr><th scope=\"col\">task</th>"
                 "<th scope=\"col\">points</th><th scope=\"col\">expected</th><th scope=\"col\">done</th>"
                 "<th scope=\"col\">at</th><th scope=\"col\" class=\"number\">after</th></tr></thead>\n<tbody>\n";
    for (const TaskScore& score : html.debrief.score.tasks)
        html.text += task_row(html, score);
    html.text +=
        "</tbody>\n</table>\n<p class=\"soft\">After: from when it could be seen that a thing was to be done to "
        "when it was done.</p>\n";
}

}  // namespace incursion

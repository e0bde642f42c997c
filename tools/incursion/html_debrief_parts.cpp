#include "tools/incursion/html_debrief_parts.h"

#include <fmt/format.h>

#include "tools/incursion/html_distance.h"
#include "tools/incursion/html_text.h"
#include "tools/incursion/html_timeline.h"
#include "tools/incursion/text_debrief_words.h"
#include "tools/incursion/text_units.h"

// The lower parts of the page: html_debrief.cpp has its head and the tasks.

namespace incursion {

namespace {

std::vector<DistanceLimit> limits_of(const WarningRules& rules)
{
    std::vector<DistanceLimit> limits;
    if (rules.first_call_m)
        limits.push_back({"first call, " + metric_length(*rules.first_call_m), *rules.first_call_m});
    if (rules.buffer_m)
        limits.push_back({"buffer, " + metric_length(*rules.buffer_m), *rules.buffer_m});
    return limits;
}

/// A chart that a narrow screen moves sideways, by keys too.
std::string chart(const std::string& label, const std::string& svg)
{
    return fmt::format("<div class=\"chart\" role=\"region\" aria-label=\"{}\" tabindex=\"0\">\n{}</div>\n",
                       html_escaped(label), svg);
}

std::string call_note(const Debrief& debrief, std::size_t action)
{
    for (const MadeCall& call : debrief.course.calls) {
        if (call.action != action)
            continue;
        std::string note = call_fate(debrief, call);
        if (!note.empty())
            return fmt::format("<span class=\"lost-mark\">{}</span>", html_escaped(note));
        const CallReport* report = report_of(debrief, call);
        if (report == nullptr || !report->distance_to_border_m)
            return {};
        return *report->distance_to_border_m < 0 ? "inside"
                                                 : html_escaped(metric_length(*report->distance_to_border_m));
    }
    return {};
}

}  // namespace

void write_html_timeline(DebriefHtml& html)
{
    html.text +=
        "<h2>Time line</h2>\n" +
        chart("Time line", timeline_chart(html.debrief.exercise->lesson().span, timeline_lanes(html.debrief))) +
        "<p class=\"soft\">Grey: shown on the scope. Red: inside. Blue: calls, hollow ones were not heard. Red "
        "rings among what was done: entries and exits as logged. Numbers below: until when which task was due, a "
        "ring where points were lost.</p>\n";
}

void write_html_distances(DebriefHtml& html)
{
    const std::vector<DistanceLine> lines = distance_lines(html.debrief);
    if (lines.empty())
        return;
    const Lesson& lesson = html.debrief.exercise->lesson();
    html.text +=
        fmt::format("<h2>Distance to the border of {}</h2>\n", html_escaped(lesson.rules.airspace)) +
        chart("Distance to the border", distance_chart(lesson.span, lesson.rules.airspace, lines,
                                                       distance_marks(html.debrief, lines), limits_of(lesson.rules))) +
        "<p class=\"soft\">As flown. Blue and numbered: calls. Red: true entry and exit; red rings: as logged. "
        "Below zero: inside.</p>\n";
}

void write_html_pictures(DebriefHtml& html)
{
    if (html.page.pictures.empty() && html.page.why_no_pictures.empty())
        return;
    html.text += "<h2>Decisive moments</h2>\n";
    if (html.page.pictures.empty()) {
        html.text += fmt::format("<p class=\"soft\">{}</p>\n", html_escaped(html.page.why_no_pictures));
        return;
    }
    html.text += "<div class=\"pictures\">\n";
    for (std::size_t i = 0; i < html.page.pictures.size(); ++i) {
        const DebriefPicture& picture = html.page.pictures[i];
        const std::string caption = html_escaped(picture.moment.caption);
        html.text +=
            fmt::format("<figure id=\"moment-{}\"><img width=\"{}\" height=\"{}\" alt=\"Radar scope at {}: {}\" "
                        "src=\"data:image/png;base64,{}\"/><figcaption><strong>{}</strong> {}</figcaption></figure>\n",
                        i + 1, picture.width_px, picture.height_px, clock_words(picture.moment.time), caption,
                        base64(picture.png), clock_words(picture.moment.time), caption);
    }
    html.text += "</div>\n";
}

void write_html_actions(DebriefHtml& html)
{
    html.text += "<h2>Everything that was done</h2>\n";
    const std::vector<Action>& actions = html.debrief.course.actions;
    if (actions.empty()) {
        html.text += "<p>Nothing.</p>\n";
        return;
    }
    html.text += "<table class=\"cards\">\n<thead><tr><th scope=\"col\">time</th><th scope=\"col\">what</th>"
                 "<th scope=\"col\" class=\"number\">to the border</th></tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < actions.size(); ++i)
        html.text += fmt::format("<tr id=\"action-{}\"><td class=\"time\">{}</td><td>{}</td><td class=\"number\" "
                                 "data-label=\"to the border\">{}</td></tr>\n",
                                 i + 1, clock_words(actions[i].time), html_escaped(action_words(actions[i])),
                                 call_note(html.debrief, i));
    html.text += "</tbody>\n</table>\n";
    for (const Turned& turn : html.debrief.course.turns)
        html.text += fmt::format("<p>{} turned to {:.0f}° from {} on, after call {}.</p>\n",
                                 html_escaped(html.debrief.exercise->world().aircraft[turn.aircraft].id),
                                 turn.heading.deg(), clock_words(turn.from), turn.call + 1);
    for (const Injected& injected : html.debrief.course.injected)
        html.text += fmt::format("<p>Inject: {}.</p>\n", html_escaped(inject_words(html.debrief, injected)));
}

void write_html_inputs(DebriefHtml& html)
{
    html.text += "<h2>What this rests on</h2>\n" + html_inputs(html.page.inputs);
    html.text +=
        fmt::format("<footer><p>{} Seed {}. Positions are WGS-84, times UTC, distances "
                    "geodesic. Simulated aircraft, simulated radar: a reconstruction for training.</p></footer>\n",
                    html_escaped(html.page.versions), html.debrief.exercise->world().seed);
}

}  // namespace incursion

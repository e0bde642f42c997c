#include "tools/incursion/text_report_parts.h"

#include <algorithm>

#include <fmt/format.h>

namespace incursion {

namespace {

std::string head_of(const TrackReport& track)
{
    std::string text = track.track;
    if (!track.title.empty())
        text += ": " + track.title;
    return text;
}

/// What it is, whose, and what is known of its motion.
std::string track_line(const ReportText& text, const TrackReport& track)
{
    std::string line;
    if (!track.type.empty())
        line += "Type " + track.type + ". ";
    if (!track.state.empty())
        line += "State " + track.state + ". ";
    if (!track.account.empty())
        line += "Account " + track.account + ". ";
    line += track.flown ? "Flown from a plan: " : "From a track file: ";
    line += fmt::format("{} to {}, {}, {}", text.clock.brief(track.span.from), text.clock.brief(track.span.to),
                        counted(track.fixes, "fix", "fixes"), length_text(track.path_m));
    line += track.gap == Duration{0} ? ", no gap."
                                     : fmt::format("; observed {}, unknown {} (gaps).", duration_text(track.observed),
                                                   duration_text(track.gap));
    return line;
}

void write_visits(ReportText& text, const TrackReport& track)
{
    if (track.visits.empty()) {
        text.page.paragraph("In no airspace at any time.");
        return;
    }
    Table table;
    table.columns = {{"airspace"},
                     {"entry"},
                     {"exit"},
                     {"inside", TextAlign::right},
                     {"path", TextAlign::right},
                     {"deepest", TextAlign::right}};
    for (const Visit& visit : track.visits) {
        const auto end = [&](const VisitEnd& e) {
            const bool observed = e.by == CrossedBy::start || e.by == CrossedBy::end;
            return fmt::format("{}\n{}{}", text.clock(e.time), name_of(e.by),
                               observed ? "" : " ± " + error_text(e.error_s));
        };
        const TextStyle style = visit.foreign ? TextStyle::alarm : TextStyle::plain;
        table.rows.push_back({{visit.airspace + (visit.foreign ? "\nforeign" : ""), style},
                              {end(visit.entry)},
                              {end(visit.exit)},
                              {duration_text(visit.duration()), style},
                              {length_lines(visit.path_m)},
                              {length_lines(visit.max_depth_m)}});
    }
    text.page.blank();
    text.page.table(table);
    text.page.blank();
}

/// Where it came in and went out, and where it was deepest: for foreign visits only.
void write_visit_places(ReportText& text, const TrackReport& track)
{
    for (const Visit& visit : track.visits) {
        if (!visit.foreign)
            continue;
        const auto end = [](const VisitEnd& e) {
            return place_text(e.place) + (e.altitude_m ? " at " + altitude_text(*e.altitude_m) : "");
        };
        text.page.paragraph(fmt::format("{}: in at {}; out at {}; deepest at {}, {} from the border.", visit.airspace,
                                        end(visit.entry), end(visit.exit), text.clock(visit.max_depth_time),
                                        metric_length(visit.max_depth_m)),
                            TextStyle::plain, 2);
    }
}

void write_dwell(ReportText& text, const TrackReport& track)
{
    std::vector<std::string> parts;
    for (const auto& [key, dwell] : track.dwell)
        if (!key.empty() && dwell != Duration{0})
            parts.push_back(fmt::format("{} {}", key, duration_text(dwell)));
    for (const auto& [key, dwell] : track.dwell)
        if (key.empty() && dwell != Duration{0})
            parts.push_back("outside all " + duration_text(dwell));
    if (track.gap != Duration{0})
        parts.push_back("in gaps " + duration_text(track.gap));
    if (!parts.empty())
        text.page.paragraph(fmt::format("Dwell: {}. In foreign airspace: {}.", listed(parts),
                                        track.foreign == Duration{0} ? "never" : duration_text(track.foreign)),
                            TextStyle::plain, 2);
}

/// The nearest first.
void write_closest_approach(ReportText& text, const TrackReport& track)
{
    std::vector<ClosestApproach> approaches = track.closest_approach;
    std::stable_sort(approaches.begin(), approaches.end(), [](const ClosestApproach& a, const ClosestApproach& b) {
        return a.distance_m < b.distance_m;
    });
    std::string line;
    for (const ClosestApproach& approach : approaches)
        line += fmt::format("{}{} {} {}", line.empty() ? "Closest to foreign airspace: " : "; ", approach.airspace,
                            approach.distance_m == 0 ? "inside, from" : length_text(approach.distance_m) + " at",
                            text.clock(approach.time));
    if (!line.empty())
        text.page.paragraph(line + ".", TextStyle::plain, 2);
}

void write_limits(ReportText& text, const TrackReport& track)
{
    if (track.limits.empty())
        return;
    text.page.paragraph(fmt::format("Asked for more than the type can do, {}; flown at the limit:",
                                    track.limits.size() == 1 ? "once" : fmt::format("{} times", track.limits.size())),
                        TextStyle::alarm);
    Table table;
    table.columns = {{"from"}, {"for", TextAlign::right}, {"limit", TextAlign::left, 8}, {"asked", TextAlign::left, 10},
                     {"possible", TextAlign::left, 10}, {"where in the scenario", TextAlign::left, 12}};
    for (const LimitReached& limit : track.limits)
        table.rows.push_back({{text.clock(limit.span.from)},
                              {duration_text(limit.span.length())},
                              {limit.limit},
                              {limit.asked},
                              {limit.possible},
                              {limit.path, TextStyle::faint}});
    text.page.table(table);
}

}  // namespace

void write_aircraft(ReportText& text)
{
    if (text.report.tracks.empty())
        return;
    text.page.heading("The aircraft");
    for (const TrackReport& track : text.report.tracks) {
        const std::string cited = text.sources.cite(track.evidence, track.track);
        text.page.subheading(head_of(track));
        text.page.paragraph(track_line(text, track) + cited);
        write_visits(text, track);
        write_visit_places(text, track);
        write_dwell(text, track);
        write_closest_approach(text, track);
        write_limits(text, track);
    }
}

}  // namespace incursion

#include <algorithm>

#include <fmt/format.h>

#include "sim/analysis/nearest_approach.h"
#include "tools/incursion/html_report_parts.h"
#include "tools/incursion/html_text.h"

// The head of the page and its answer in plain words.

namespace incursion {

namespace {

constexpr std::size_t most_told = 12;  ///< aircraft that have sentences of their own; and as many that have a line

std::string title_of(const Report& report)
{
    return report.title.empty() ? report.path : report.title;
}

std::vector<std::string> names_of(const ReportHtml& html, bool flown)
{
    std::vector<std::string> names;
    for (const PageFlight& flight : html.flights)
        if (flight.report.flown == flown)
            names.push_back(flight.report.track);
    return names;
}

bool is_told_as_reconstructed(const PageFlight& flight)
{
    return flight.report.evidence.note.starts_with("reconstructed");
}

std::string several(const std::vector<std::string>& names)
{
    return names.size() > most_told ? fmt::format("{} aircraft", names.size()) : listed(names);
}

/// What kind of thing the reader has before him.
std::pair<std::string, std::string> kind_of(const ReportHtml& html)
{
    const std::vector<std::string> flown = names_of(html, true), recorded = names_of(html, false);
    std::string drawn;
    std::vector<std::string> by_hand;
    for (const PageFlight& flight : html.flights)
        if (!flight.report.flown && is_told_as_reconstructed(flight))
            by_hand.push_back(flight.report.track);
    if (!by_hand.empty())
        drawn = fmt::format(" The notes call the {} of {} reconstructed: see below.",
                            by_hand.size() == 1 ? "track" : "tracks", several(by_hand));
    if (html.flights.empty())
        return {"No aircraft", "Nothing flies here: the scenario has calls and statements only."};
    if (recorded.empty())
        return {
            "Reconstructed",
            "Every aircraft here was flown by a simulation, along plans made to fit what was published. These are no "
            "recordings. What nobody published, and was filled in, is listed below."};
    if (flown.empty())
        return {by_hand.empty() ? "Recorded" : "From track files",
                "The motion of every aircraft was read from a track file; between two positions it is taken to run "
                "straight on at an even speed." +
                    drawn};
    return {
        "Partly reconstructed",
        fmt::format("{} flown by a simulation, along plans made to fit what was published. {} read from track files.",
                    several(flown) + (flown.size() == 1 ? " was" : " were"),
                    several(recorded) + (recorded.size() == 1 ? " was" : " were")) +
            drawn};
}

const Uncertainty* uncertainty_of(const Report& report, const TrackReport& track, const std::string& airspace)
{
    for (const Uncertainty& u : report.uncertainties)
        if (u.track == track.track && u.airspace == airspace)
            return &u;
    return nullptr;
}

std::string sureness_words(const ReportHtml& html, const TrackReport& track, const std::string& airspace)
{
    const Uncertainty* u = uncertainty_of(html.report(), track, airspace);
    if (u == nullptr)
        return {};
    std::string words =
        fmt::format(" How sure: {} (the probability that it was ever inside is {}, given the stated errors "
                    "of positions and border)",
                    name_of(u->verdict), percent_text(u->inside.value));
    if (u->dwell_if_inside_s.count > 0)
        words += fmt::format("; where it came in, nine in ten of the flights within those errors stayed {} to {}",
                             seconds_text(u->dwell_if_inside_s.p05, 1), seconds_text(u->dwell_if_inside_s.p95, 1));
    return words + ".";
}

std::string span_words(const VisitEnd& entry, const VisitEnd& exit, const Clock& clock)
{
    const std::string from = clock.brief(entry.time), to = clock.brief(exit.time);
    return (entry.by == CrossedBy::start ? "from the beginning of its observation at " : "from ") + from +
           (exit.by == CrossedBy::end ? " UTC until its observation ended at " + to : " to " + to + " UTC");
}

/// All visits of one aircraft to one foreign airspace in a sentence.
std::string visits_words(const ReportHtml& html, const PageFlight& flight, const std::string& airspace)
{
    std::vector<const Visit*> visits;
    for (const Visit& visit : flight.report.visits)
        if (visit.foreign && visit.airspace == airspace)
            visits.push_back(&visit);
    Duration dwell{};
    double depth_m = 0;
    for (const Visit* visit : visits) {
        dwell += visit->duration();
        depth_m = std::max(depth_m, visit->max_depth_m);
    }
    const std::string often = visits.size() == 1 ? "" : fmt::format(" {} times,", visits.size());
    return fmt::format("It was inside the airspace of {}{} {}: {}{}, at the deepest {} from the border.", airspace,
                       often, span_words(visits.front()->entry, visits.back()->exit, html.clock), duration_text(dwell),
                       visits.size() == 1 ? "" : " in all", length_text(depth_m)) +
           sureness_words(html, flight.report, airspace);
}

std::string outside_words(const ReportHtml& html, const PageFlight& flight)
{
    const ClosestApproach* nearest = nearest_approach(flight.report);
    if (nearest == nullptr)
        return flight.report.fixes < 2 ? "Its track has no motion that could be set against a border."
                                       : "No airspace here is foreign to it.";
    return fmt::format("It was never inside foreign airspace. The nearest it came was {} from {}, at {} UTC.",
                       length_text(nearest->distance_m), nearest->airspace, html.clock.brief(nearest->time)) +
           sureness_words(html, flight.report, nearest->airspace);
}

std::string answer_of(const ReportHtml& html, const PageFlight& flight)
{
    std::vector<std::string> airspaces;
    for (const Visit& visit : flight.report.visits)
        if (visit.foreign && std::find(airspaces.begin(), airspaces.end(), visit.airspace) == airspaces.end())
            airspaces.push_back(visit.airspace);
    if (airspaces.empty())
        return outside_words(html, flight);
    std::string words;
    for (const std::string& airspace : airspaces)
        words += (words.empty() ? "" : " ") + visits_words(html, flight, airspace);
    return words;
}

/// `SU24-2: Plane 2, as told by Türkiye`.
std::string about(const ReportHtml& html, const PageFlight& flight)
{
    const TrackReport& report = flight.report;
    std::string words = report.track + (report.title.empty() ? "" : ": " + report.title);
    const auto& accounts = html.report().accounts;
    const auto account =
        std::find_if(accounts.begin(), accounts.end(), [&](const Account& a) { return a.id == report.account; });
    if (account != accounts.end())
        words += ", as told by " + (account->title.empty() ? account->id : account->title);
    return words;
}

std::string block_of(const ReportHtml& html, const PageFlight& flight)
{
    return fmt::format("<div class=\"answer {}\">\n<h3>{}</h3>\n<p>{}</p>\n</div>\n", side_class(flight.side),
                       html_inline(about(html, flight)), html_inline(answer_of(html, flight)));
}

/// Of one that stayed out, on a line; what is sure beyond doubt is not told again.
std::string line_of(const ReportHtml& html, const PageFlight& flight)
{
    const ClosestApproach* nearest = nearest_approach(flight.report);
    std::string words = about(html, flight);
    if (nearest == nullptr)
        return words + ": " + outside_words(html, flight);
    words += fmt::format(": {} from {} at {}", length_text(nearest->distance_m), nearest->airspace,
                         html.clock.brief(nearest->time));
    const Uncertainty* u = uncertainty_of(html.report(), flight.report, nearest->airspace);
    if (u != nullptr && u->verdict != Verdict::outside)
        words += fmt::format("; {}, by the stated errors", name_of(u->verdict));
    return words + ".";
}

/// Those that stayed out, below those that did not.
void write_outsiders(ReportHtml& html, const std::vector<std::size_t>& outsiders)
{
    if (outsiders.empty())
        return;
    html.writer.subheading("Never inside foreign airspace");
    html.writer.markup("<ul class=\"outside\">\n");
    for (std::size_t i = 0; i < outsiders.size() && i < most_told; ++i)
        html.writer.markup("<li>" + html_inline(line_of(html, html.flights[outsiders[i]])) + "</li>\n");
    html.writer.markup("</ul>\n");
    if (outsiders.size() > most_told)
        html.writer.paragraph(
            fmt::format("Nor were {} more.", counted(outsiders.size() - most_told, "aircraft", "aircraft")));
}

}  // namespace

void write_page_head(ReportHtml& html)
{
    const Report& report = html.report();
    const TimeSpan span = report.span;
    const std::string last_day = date_text(span.from) == date_text(span.to) ? "" : date_text(span.to) + ", ";
    const auto [kind, words] = kind_of(html);
    html.head.markup("<a class=\"skip\" href=\"#report\">Skip to the report</a>\n<header>\n");
    html.head.markup(fmt::format("<p class=\"kicker\">{}, {} to {}{} UTC</p>\n", date_text(span.from),
                                 brief_time(span.from), last_day, brief_time(span.to)));
    html.head.title(title_of(report));
    if (!report.description.empty())
        html.head.markup(fmt::format("<p class=\"standfirst\">{}</p>\n", html_inline(report.description)));
    html.head.markup(fmt::format("<p class=\"kind\"><b>{}.</b> {} All times are UTC.</p>\n", kind, html_inline(words)));
}

void write_page_contents(ReportHtml& html)
{
    std::string links;
    for (const HtmlWriter::Part& part : html.writer.parts())
        links += fmt::format("<a href=\"#{}\">{}</a> ", part.id, html_inline(part.heading));
    html.head.markup("<nav aria-label=\"Contents\">" + links + "</nav>\n");
}

void write_page_answer(ReportHtml& html)
{
    html.writer.heading("What was found");
    std::vector<std::size_t> outsiders;
    std::size_t told = 0, left = 0;
    for (const std::size_t place : html.ranking) {
        const PageFlight& flight = html.flights[place];
        if (!flight.intrudes && told > 0)
            outsiders.push_back(place);
        else if (told++ < most_told)
            html.writer.markup(block_of(html, flight));
        else
            ++left;
    }
    if (left > 0)
        html.writer.paragraph(fmt::format("{} more came into foreign airspace: see the aircraft one by one below.",
                                          counted(left, "aircraft", "aircraft")));
    write_outsiders(html, outsiders);
    if (html.flights.empty())
        html.writer.paragraph("No aircraft flies here, so nothing was set against a border.");
}

}  // namespace incursion

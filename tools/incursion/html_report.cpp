#include "tools/incursion/html_report.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/analysis/nearest_approach.h"
#include "tools/incursion/html_report_parts.h"
#include "tools/incursion/html_style.h"
#include "tools/incursion/html_text.h"

namespace incursion {

namespace {

std::size_t side_of(const Report& report, const TrackReport& track, std::size_t place)
{
    const auto account = std::find_if(report.accounts.begin(), report.accounts.end(),
                                      [&](const Account& a) { return a.id == track.account; });
    if (account != report.accounts.end())
        return static_cast<std::size_t>(account - report.accounts.begin()) % sides;
    return (report.accounts.size() + place) % sides;
}

std::vector<PageFlight> flights_of(const Scenario& scenario, const Incident& incident, const AnalysisGround& ground)
{
    std::vector<PageFlight> flights;
    for (std::size_t i = 0; i < incident.tracks.size(); ++i) {
        const TrackReport& report = incident.report.tracks[i];
        const ClosestApproach* nearest = nearest_approach(report);
        flights.push_back(
            {report, incident.tracks[i],
             std::make_unique<TrackOutlook>(incident.tracks[i], belonging_of(scenario.aircraft[i]), ground),
             side_of(incident.report, report, i), first_foreign_entry(report).has_value(),
             nearest == nullptr ? std::nullopt : std::optional{nearest->distance_m}});
    }
    return flights;
}

std::vector<std::size_t> ranking_of(const std::vector<PageFlight>& flights)
{
    std::vector<std::size_t> ranking(flights.size());
    for (std::size_t i = 0; i < ranking.size(); ++i)
        ranking[i] = i;
    const auto rank = [&](std::size_t i) {
        return std::tuple{!flights[i].intrudes, !flights[i].nearest_m.has_value(), flights[i].nearest_m.value_or(0)};
    };
    std::stable_sort(ranking.begin(), ranking.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return ranking;
}

/// The words of the text report, part by part.
void write_words(ReportHtml& html)
{
    ReportText text{html.report(), html.writer, html.sources, html.clock};
    write_parts(text);
}

}  // namespace

std::string side_class(std::size_t side)
{
    return fmt::format("side-{}", side % sides);
}

AirspaceSet foreign_to(const ReportHtml& html, std::size_t flight)
{
    return foreign_airspaces(html.ground.airspaces, belonging_of(html.scenario.aircraft[flight]));
}

bool is_in_any(const ReportHtml& html, LonLat place, const AirspaceSet& airspaces)
{
    const AirspaceSet holders = html.ground.index.airspaces_at(place);
    return std::any_of(holders.begin(), holders.end(),
                       [&](AirspaceId id) { return std::binary_search(airspaces.begin(), airspaces.end(), id); });
}

std::string legend_markup(const ReportHtml& html)
{
    std::set<std::size_t> flown;
    for (const PageFlight& flight : html.flights)
        flown.insert(flight.side);
    const std::vector<Account>& accounts = html.report().accounts;
    if (accounts.empty() || flown.size() < 2)
        return {};
    std::string text = "<ul class=\"legend\" aria-label=\"Lines by account\">\n";
    for (std::size_t i = 0; i < accounts.size() && i < sides; ++i)
        if (flown.contains(i))
            text += fmt::format("<li><svg viewBox=\"0 0 44 12\" aria-hidden=\"true\" class=\"{0}\"><line class=\"track "
                                "side track-{1}\" x1=\"1\" y1=\"6\" x2=\"43\" y2=\"6\"/></svg>{2}</li>\n",
                                side_class(i), i,
                                html_inline(accounts[i].title.empty() ? accounts[i].id : accounts[i].title));
    return text + "</ul>\n";
}

std::string html_report(const Scenario& scenario, const Incident& incident, const AnalysisGround& ground,
                        const std::vector<AlternativeBorders>& alternatives, const ReportPage& page)
{
    std::vector<PageFlight> flights = flights_of(scenario, incident, ground);
    std::vector<std::size_t> ranking = ranking_of(flights);
    const TimeSpan span = whole_span(incident.report);
    ReportHtml html{scenario,           incident,          ground, alternatives, page, Clock{span}, span,
                    std::move(flights), std::move(ranking)};
    write_page_head(html);
    write_page_answer(html);
    write_page_maps(html);
    write_page_timeline(html);
    write_page_charts(html);
    write_words(html);
    write_page_sources(html);
    write_page_making(html);
    write_page_contents(html);
    const Report& report = incident.report;
    std::string text = html_page_begin(report.title.empty() ? report.path : report.title,
                                       std::string{html_style()} + std::string{html_report_style()});
    text.replace(text.rfind("<body>"), 6, "<body class=\"report\">");
    text += html.head.finished() + "</header>\n<main id=\"report\">\n" + html.writer.finished();
    text += "</main>\n";
    text += html_page_end();
    return text;
}

}  // namespace incursion

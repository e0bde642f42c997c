#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include <fmt/format.h>

#include "sim/base/units.h"
#include "tools/incursion/html_chart.h"
#include "tools/incursion/html_report_parts.h"

// Charts of what the engine computes of each aircraft at evenly spaced instants, and at those that matter.

namespace incursion {

namespace {

constexpr double most_samples = 480;   ///< a chart is no wider
constexpr std::size_t most_lines = 6;  ///< in a panel: as many as there are dashes
constexpr std::size_t most_panels = 6;

using Value = std::function<std::optional<double>(const PageFlight&, Time)>;

/// Evenly spaced, and the ends, entries, exits, deepest and nearest instants.
std::vector<Time> instants_of(const PageFlight& flight)
{
    const TimeSpan span = flight.track.span();
    const Duration step = std::max(
        Duration{1},
        Duration{static_cast<Duration::rep>(std::ceil(static_cast<double>(span.length().count()) / most_samples))});
    std::set<Time> times;
    for (Time t = span.from; t < span.to; t += step)
        times.insert(t);
    times.insert(span.to);
    for (const Visit& visit : flight.report.visits)
        if (visit.foreign)
            times.insert({visit.entry.time, visit.exit.time, visit.max_depth_time});
    for (const ClosestApproach& nearest : flight.report.closest_approach)
        times.insert(nearest.time);
    for (auto t = times.begin(); t != times.end();)
        t = *t < span.from || *t > span.to ? times.erase(t) : std::next(t);
    return {times.begin(), times.end()};
}

PageLine line_of(const PageFlight& flight, const Value& value)
{
    PageLine line{flight.report.track, {}};
    if (flight.report.fixes < 2)
        return line;
    line.parts.emplace_back();
    for (const Time t : instants_of(flight)) {
        if (const auto known = value(flight, t))
            line.parts.back().push_back({t, *known});
        else if (!line.parts.back().empty())
            line.parts.emplace_back();
    }
    std::erase_if(line.parts, [](const auto& part) { return part.empty(); });
    return line;
}

/// A panel for each account that flies anything; one for all where there are no accounts.
std::vector<PagePanel> empty_panels(const ReportHtml& html)
{
    std::vector<PagePanel> panels;
    const auto& accounts = html.report().accounts;
    for (std::size_t i = 0; i < accounts.size() && i < most_panels; ++i)
        panels.push_back({accounts[i].title.empty() ? accounts[i].id : accounts[i].title, i % sides, {}, {}, {}});
    if (panels.empty())
        panels.emplace_back();
    return panels;
}

PagePanel* panel_of(std::vector<PagePanel>& panels, const Report& report, const std::string& account)
{
    for (std::size_t i = 0; i < report.accounts.size(); ++i)
        if (report.accounts[i].id == account)
            return i < panels.size() ? &panels[i] : nullptr;
    return report.accounts.empty() ? &panels.front() : nullptr;
}

std::vector<PagePanel> panels_of(const ReportHtml& html, const Value& value)
{
    std::vector<PagePanel> panels = empty_panels(html);
    for (const std::size_t place : html.ranking) {
        const PageFlight& flight = html.flights[place];
        PagePanel* panel = panel_of(panels, html.report(), flight.report.account);
        if (panel == nullptr || panel->lines.size() >= most_lines)
            continue;
        PageLine line = line_of(flight, value);
        if (line.parts.empty())
            continue;
        panel->lines.push_back(std::move(line));
        for (const Visit& visit : flight.report.visits)
            if (visit.foreign)
                panel->visits.push_back({visit.entry.time, visit.exit.time});
    }
    for (const CallReport& call : html.report().calls.list)
        if (PagePanel* panel = panel_of(panels, html.report(), call.call.account))
            panel->calls.push_back(call.call.time);
    std::erase_if(panels, [](const PagePanel& panel) { return panel.lines.empty(); });
    if (panels.size() == 1 && html.report().accounts.size() < 2)
        panels.front().title.clear();
    return panels;
}

/// The extremes of each line, for who cannot see it.
std::string extremes_words(const TimeChart& chart, const Clock& clock)
{
    std::string words;
    for (const PagePanel& panel : chart.panels)
        for (const PageLine& line : panel.lines) {
            PagePoint least = line.parts.front().front(), most = least;
            for (const auto& part : line.parts)
                for (const PagePoint& point : part) {
                    least = point.value < least.value ? point : least;
                    most = point.value > most.value ? point : most;
                }
            words += fmt::format(" {}: least {:.2f} {} at {}, most {:.2f} {} at {}.", line.name, least.value,
                                 chart.first.name, clock.brief(least.time), most.value, chart.first.name,
                                 clock.brief(most.time));
        }
    return words;
}

void add_chart(ReportHtml& html, TimeChart chart, const std::string& heading, std::string caption)
{
    chart.span = html.span;
    chart.title = heading;
    if (chart.panels.empty())
        return;
    std::size_t drawn = 0;
    bool shaded = false, called = false;
    for (const PagePanel& panel : chart.panels) {
        drawn += panel.lines.size();
        shaded |= !panel.visits.empty();
        called |= !panel.calls.empty();
    }
    chart.description += extremes_words(chart, html.clock);
    if (shaded)
        caption += " Shaded: in foreign airspace.";
    if (called)
        caption += " Strokes at the foot: calls.";
    if (drawn < html.flights.size() && html.flights.size() > most_lines)
        caption +=
            fmt::format(" Shown are {} of {} aircraft, those nearest to foreign airspace.", drawn, html.flights.size());
    html.writer.markup(figure_markup(
        heading, caption, [&](double width, const std::string& id_end) { return time_chart(chart, width, id_end); }));
}

/// What altitudes count from, where all aircraft drawn count from the same.
std::string datum_words(const ReportHtml& html)
{
    std::set<AltitudeDatum> data;
    const auto has_altitude = [](const Fix& fix) { return fix.altitude_m.has_value(); };
    for (const PageFlight& flight : html.flights)
        if (std::any_of(flight.track.fixes().begin(), flight.track.fixes().end(), has_altitude))
            data.insert(flight.report.datum);
    if (data.size() != 1)
        return "Each counts from its own zero: see the aircraft one by one.";
    switch (*data.begin()) {
    case AltitudeDatum::msl: return "Metres and feet above mean sea level.";
    case AltitudeDatum::pressure:
        return "Pressure altitude: metres and feet in the standard atmosphere, 1013.25 hPa at zero.";
    case AltitudeDatum::ellipsoid: return "Metres and feet above the WGS-84 ellipsoid.";
    }
    return {};
}

}  // namespace

void write_page_charts(ReportHtml& html)
{
    if (html.span.empty() || html.flights.empty())
        return;
    html.writer.heading("How far, how high, how fast");
    TimeChart distance;
    distance.id = "distance";
    distance.first = {"km", 1};
    distance.second = {"NM", 1000 / metres_per_nautical_mile};
    distance.inside_below = true;
    distance.description = "Distance to the nearest foreign border over time; below zero inside.";
    distance.panels = panels_of(html, [](const PageFlight& flight, Time t) -> std::optional<double> {
        const auto border = flight.outlook->border_at(t);
        return border ? std::optional{border->distance_m / 1000} : std::nullopt;
    });
    add_chart(html, std::move(distance), "Distance to the nearest foreign border", "Below the red line: inside.");

    TimeChart altitude;
    altitude.id = "altitude";
    altitude.first = {"m", 1};
    altitude.second = {"ft", 1 / metres_per_foot};
    altitude.from_zero = true;
    altitude.description = "Altitude over time.";
    altitude.panels = panels_of(html, [](const PageFlight& flight, Time t) -> std::optional<double> {
        const auto motion = flight.outlook->motion_at(t);
        return motion ? motion->altitude_m : std::nullopt;
    });
    if (altitude.panels.empty())
        html.writer.paragraph("No track here has altitudes.");
    add_chart(html, std::move(altitude), "Altitude", datum_words(html));

    TimeChart speed;
    speed.id = "speed";
    speed.first = {"km/h", 1};
    speed.second = {"kt", mps_per_kmh / mps_per_knot};
    speed.from_zero = true;
    speed.description = "Speed over the ground over time.";
    speed.panels = panels_of(html, [](const PageFlight& flight, Time t) -> std::optional<double> {
        const auto motion = flight.outlook->motion_at(t);
        return motion ? std::optional{motion->speed_mps / mps_per_kmh} : std::nullopt;
    });
    add_chart(html, std::move(speed), "Speed over the ground", "");
}

}  // namespace incursion

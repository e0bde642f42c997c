#include <algorithm>

#include <fmt/format.h>

#include "tools/incursion/html_lanes.h"
#include "tools/incursion/html_report_parts.h"

// The time line: aircraft, calls, events and what radars showed, one below the other.

namespace incursion {

namespace {

constexpr std::size_t most_lanes = 16;                     ///< of aircraft
constexpr std::size_t most_marks = 400;                    ///< in one lane
constexpr Duration call_length = std::chrono::seconds{4};  // about as long as a short sentence; nobody timed it

TimelineLane lane_of(const ReportHtml& html, const PageFlight& flight)
{
    TimelineLane lane;
    lane.title = flight.report.track;
    for (const TimeSpan span : observed_spans(flight.track, html.ground.options.max_gap))
        lane.bars.push_back(
            {span, "shown side " + side_class(flight.side),
             fmt::format("observed from {} to {}", html.clock.brief(span.from), html.clock.brief(span.to))});
    for (const Visit& visit : flight.report.visits)
        if (visit.foreign)
            lane.bars.push_back({{visit.entry.time, visit.exit.time},
                                 "visit",
                                 fmt::format("inside {} from {} to {}", visit.airspace, html.clock(visit.entry.time),
                                             html.clock(visit.exit.time))});
    return lane;
}

/// A lane of calls for each account that made any.
std::vector<TimelineLane> lanes_of_calls(const ReportHtml& html)
{
    std::vector<std::pair<std::string, TimelineLane>> lanes;
    const auto& list = html.report().calls.list;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Call& call = list[i].call;
        auto found =
            std::find_if(lanes.begin(), lanes.end(), [&](const auto& lane) { return lane.first == call.account; });
        if (found == lanes.end()) {
            found = lanes.insert(lanes.end(), {call.account, {}});
            found->second.title = call.account.empty() ? "calls" : "calls, " + call.account;
        }
        const TimeSpan span{call.time, std::min(call.time + call_length, std::max(html.span.to, call.time))};
        found->second.bars.push_back(
            {span, "call", fmt::format("call {} at {}, {} to {}", i + 1, html.clock(call.time), call.from, call.to)});
    }
    std::vector<TimelineLane> result;
    for (auto& [account, lane] : lanes)
        result.push_back(std::move(lane));
    return result;
}

/// A lane of events for each account, numbered as in their table.
std::vector<TimelineLane> lanes_of_events(const ReportHtml& html)
{
    std::vector<std::pair<std::string, TimelineLane>> lanes;
    const auto& events = html.report().events;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event& event = events[i];
        auto found =
            std::find_if(lanes.begin(), lanes.end(), [&](const auto& lane) { return lane.first == event.account; });
        if (found == lanes.end()) {
            found = lanes.insert(lanes.end(), {event.account, {}});
            found->second.title = event.account.empty() ? "events" : "events, " + event.account;
        }
        std::size_t side = 0;
        for (std::size_t account = 0; account < html.report().accounts.size(); ++account)
            if (html.report().accounts[account].id == event.account)
                side = account;
        found->second.marks.push_back({event.time, "side event " + side_class(side),
                                       fmt::format("{}: {}", html.clock.brief(event.time), event.title),
                                       fmt::format("{}", i + 1)});
    }
    std::vector<TimelineLane> result;
    for (auto& [account, lane] : lanes) {
        std::stable_sort(lane.marks.begin(), lane.marks.end(),
                         [](const auto& a, const auto& b) { return a.time < b.time; });
        result.push_back(std::move(lane));
    }
    return result;
}

/// What the radars showed of intruders, plot by plot; those of too many plots are left to the tables.
std::vector<TimelineLane> lanes_of_radars(const ReportHtml& html)
{
    std::vector<TimelineLane> lanes;
    for (const SeenAircraft& seen : html.incident.seen) {
        const auto plots = seen.plots.fixes();
        if (!html.flights[seen.track].intrudes || plots.size() > most_marks || lanes.size() >= most_lanes)
            continue;
        const AirspaceSet foreign = foreign_to(html, seen.track);
        TimelineLane lane;
        lane.title = seen.plots.id();
        std::size_t inside_count = 0;
        for (const Fix& plot : plots) {
            const bool inside = is_in_any(html, plot.place, foreign);
            inside_count += inside ? 1 : 0;
            lane.bars.push_back({{plot.time, plot.time + Duration{1}},
                                 inside ? "seen in" : "seen",
                                 fmt::format("plot at {}{}", html.clock(plot.time), inside ? ", inside" : "")});
        }
        lane.summary = fmt::format("{}, {} of them inside", counted(plots.size(), "plot", "plots"), inside_count);
        lanes.push_back(std::move(lane));
    }
    return lanes;
}

}  // namespace

void write_page_timeline(ReportHtml& html)
{
    if (html.span.empty())
        return;
    LaneChart chart;
    chart.title = "Time line";
    chart.span = html.span;
    for (const std::size_t place : html.ranking)
        if (chart.lanes.size() < most_lanes && html.flights[place].report.fixes > 1)
            chart.lanes.push_back(lane_of(html, html.flights[place]));
    for (auto lanes : {lanes_of_calls(html), lanes_of_events(html), lanes_of_radars(html)})
        for (TimelineLane& lane : lanes)
            chart.lanes.push_back(std::move(lane));
    if (chart.lanes.empty())
        return;
    std::string caption = "Thin bars: observed. Red: in foreign airspace.";
    if (!html.report().calls.list.empty())
        caption += " Dark bars: calls.";
    if (!html.report().events.empty())
        caption += " Numbered rings: events, in the order of their table below.";
    if (!html.incident.seen.empty())
        caption += " Strokes in the lanes of radars: plots, red where they lie inside.";
    if (html.flights.size() > most_lanes)
        caption += fmt::format(" Of {} aircraft the {} that matter most are shown.", html.flights.size(), most_lanes);
    html.writer.heading("When it happened");
    html.writer.markup(figure_markup("", caption, [&](double width, const std::string& id_end) {
        chart.width = width;
        chart.id = "timeline" + id_end;
        return lane_chart(chart);
    }));
}

}  // namespace incursion

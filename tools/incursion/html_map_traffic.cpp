#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "sim/analysis/nearest_approach.h"
#include "tools/incursion/html_map.h"

// Tracks on a map, and what happened along them.

namespace incursion {

namespace {

constexpr double arrow_every = 130;  ///< units along a line
constexpr std::size_t most_plots = 240;
constexpr double plot_half = 2.2;  ///< of its side

/// What the map shows of one flight.
struct Drawn {
    const PageFlight& flight;
    std::vector<SvgLine> lines, gaps;  ///< clipped
};

Drawn drawn_of(const MapDrawing& map, const PageFlight& flight)
{
    Drawn drawn{flight, {}, {}};
    const TrackPath* path = flight.outlook->path();
    if (path == nullptr)
        return drawn;
    const auto fixes = flight.track.fixes();
    const bool geodesic = map.html.scenario.legs == LegReading::geodesic;
    const auto take = [&](SvgLine& line, bool is_gap) {
        for (const SvgLine& part : clipped(line, map.view, 0))
            (is_gap ? drawn.gaps : drawn.lines).push_back(simplified(part));
    };
    SvgLine line{map.view.at(fixes.front().place)};
    bool in_gap = false;
    for (std::size_t i = 0; i + 1 < fixes.size(); ++i) {
        const bool is_gap = !flight.outlook->flies_at(fixes[i].time + (fixes[i + 1].time - fixes[i].time) / 2);
        if (is_gap != in_gap) {
            take(line, in_gap);
            line = {line.back()};
            in_gap = is_gap;
        }
        add_bent(line, fixes[i].place, fixes[i + 1].place, geodesic, map.view);
    }
    take(line, in_gap);
    return drawn;
}

/// Where on a map an aircraft is; none outside its track or the picture.
std::optional<SvgPoint> place_of(const MapDrawing& map, const PageFlight& flight, Time time, double margin = 0)
{
    if (!flight.outlook->flies_at(time) || flight.outlook->path() == nullptr)
        return std::nullopt;
    const SvgPoint at = map.view.at(flight.outlook->path()->at(time));
    return map.view.shows(at, margin) ? std::optional{at} : std::nullopt;
}

void draw_arrow(MapDrawing& map, SvgPoint tip, double dx, double dy, const PageFlight& flight, double size)
{
    const double length = std::hypot(dx, dy);
    if (!(length > 0))
        return;
    const double ux = dx / length, uy = dy / length, half = size * 0.45;
    const SvgPoint foot{tip.x - size * ux, tip.y - size * uy};
    map.svg.path({{tip, {foot.x - half * uy, foot.y + half * ux}, {foot.x + half * uy, foot.y - half * ux}}}, true,
                 "side arrow " + side_class(flight.side));
}

/// An arrow at the end of each line and along it.
void draw_arrows(MapDrawing& map, const Drawn& drawn)
{
    for (const SvgLine& line : drawn.lines) {
        double walked = arrow_every / 2;
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            const double dx = line[i + 1].x - line[i].x, dy = line[i + 1].y - line[i].y, length = std::hypot(dx, dy);
            for (double next = arrow_every - walked; next < length; next += arrow_every)
                draw_arrow(map, {line[i].x + dx * next / length, line[i].y + dy * next / length}, dx, dy, drawn.flight,
                           9);
            walked = std::fmod(walked + length, arrow_every);
        }
        if (line.size() >= 2) {
            const SvgPoint end = line.back(), before = line[line.size() - 2];
            draw_arrow(map, end, end.x - before.x, end.y - before.y, drawn.flight, 11);
        }
    }
}

/// The parts flown in foreign airspace, as a broad line below the track.
void draw_within(MapDrawing& map, const PageFlight& flight)
{
    const TrackPath* path = flight.outlook->path();
    for (const Visit& visit : flight.report.visits) {
        if (!visit.foreign || path == nullptr)
            continue;
        SvgLine line;
        constexpr int parts = 60;
        for (int i = 0; i <= parts; ++i)
            line.push_back(map.view.at(path->at(visit.entry.time + visit.duration() * i / parts)));
        std::vector<SvgLine> shown;
        for (const SvgLine& part : clipped(line, map.view, 0))
            shown.push_back(simplified(part));
        map.svg.path(shown, false, "within");
    }
}

void draw_track(MapDrawing& map, const Drawn& drawn, const std::string& tip)
{
    const std::string side = side_class(drawn.flight.side);
    map.svg.path(drawn.gaps, false, "side gap " + side);
    map.svg.path(drawn.lines, false, fmt::format("side track track-{} {}", drawn.flight.side, side), tip);
    if (const auto start = place_of(map, drawn.flight, drawn.flight.track.span().from))
        map.svg.circle(start->x, start->y, 3.5, "side start " + side);
    draw_arrows(map, drawn);
}

struct MapMark {
    SvgPoint at;
    std::string words;
};

/// Dots where foreign airspace was entered and left.
std::vector<MapMark> draw_crossings(MapDrawing& map, const PageFlight& flight)
{
    std::vector<MapMark> marks;
    const bool several = keys_that_matter(map.html).size() > 1;
    for (const Visit& visit : flight.report.visits) {
        if (!visit.foreign)
            continue;
        for (const bool is_entry : {true, false}) {
            const VisitEnd& end = is_entry ? visit.entry : visit.exit;
            if (end.by == CrossedBy::start || end.by == CrossedBy::end)
                continue;
            const SvgPoint at = map.view.at(end.place);
            if (!map.view.shows(at))
                continue;
            std::string words = flight.report.track + (is_entry ? " in " : " out ");
            if (several)
                words = flight.report.track + (is_entry ? " into " : " out of ") + visit.airspace + " ";
            words += map.html.clock.brief(end.time);
            map.svg.circle(at.x, at.y, 4.5, "crossing", words);
            map.labels.keep_free(at, 6);
            marks.push_back({at, words});
        }
    }
    return marks;
}

/// Marks at one place have their words one below the other.
void add_mark(std::vector<MapMark>& marks, MapMark next)
{
    for (MapMark& mark : marks)
        if (std::hypot(mark.at.x - next.at.x, mark.at.y - next.at.y) < 7) {
            mark.words += "\n" + next.words;
            return;
        }
    marks.push_back(std::move(next));
}

/// No label is written over a line.
void keep_line_free(MapDrawing& map, const SvgLine& line)
{
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double length = std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
        for (double walked = 0; walked < length; walked += 6)
            map.labels.keep_free({line[i].x + (line[i + 1].x - line[i].x) * walked / length,
                                  line[i].y + (line[i + 1].y - line[i].y) * walked / length},
                                 2);
    }
}

/// From where an aircraft that stayed out came nearest, to the border.
void draw_nearest(MapDrawing& map, const PageFlight& flight, std::vector<MapMark>& marks)
{
    const ClosestApproach* nearest = nearest_approach(flight.report);
    if (flight.intrudes || nearest == nullptr)
        return;
    const auto at = place_of(map, flight, nearest->time);
    const auto border = flight.outlook->border_at(nearest->time);
    if (!at || !border)
        return;
    const SvgPoint to = map.view.at(border->nearest);
    if (std::hypot(to.x - at->x, to.y - at->y) < 4)
        return;
    map.svg.line(at->x, at->y, to.x, to.y, "nearest");
    keep_line_free(map, {*at, to});
    const std::string words =
        fmt::format("{} {} from {}", flight.report.track, metric_length(nearest->distance_m), nearest->airspace);
    marks.push_back({{(at->x + to.x) / 2, (at->y + to.y) / 2}, words});
}

/// Calls as strokes across the track of whom they call, with their numbers.
void draw_calls(MapDrawing& map)
{
    const auto& list = map.html.report().calls.list;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const TrackReport* called = find_track(map.html.report(), list[i].call.to, list[i].call.account);
        const auto flight = std::find_if(map.html.flights.begin(), map.html.flights.end(),
                                         [&](const PageFlight& f) { return &f.report == called; });
        if (called == nullptr || flight == map.html.flights.end())
            continue;
        const auto at = place_of(map, *flight, list[i].call.time);
        const auto motion = flight->outlook->motion_at(list[i].call.time);
        if (!at || !motion)
            continue;
        const double across = motion->track.rad() + std::numbers::pi / 2;
        const double dx = 7 * std::sin(across), dy = -7 * std::cos(across);
        map.svg.line(at->x - dx, at->y - dy, at->x + dx, at->y + dy, "call-tick");
        map.labels.keep_free(*at, 4);
        map.labels.above_or_below(map.svg, *at, fmt::format("{}", i + 1), "tick");
    }
}

/// What radars saw of intruders: small squares, red ones lie inside. Returns where they are.
std::vector<SvgPoint> draw_plots(MapDrawing& map)
{
    std::vector<SvgPoint> drawn;
    if (!map.plan.is_close_up)
        return drawn;
    for (const SeenAircraft& seen : map.html.incident.seen) {
        const PageFlight& flight = map.html.flights[seen.track];
        if (!flight.intrudes)
            continue;
        const AirspaceSet foreign = foreign_to(map.html, seen.track);
        for (const Fix& plot : seen.plots.fixes()) {
            const SvgPoint at = map.view.at(plot.place);
            if (!map.view.shows(at, -3) || drawn.size() >= most_plots)
                continue;
            map.svg.rect(at.x - plot_half, at.y - plot_half, 2 * plot_half, 2 * plot_half,
                         is_in_any(map.html, plot.place, foreign) ? "plot in" : "plot",
                         fmt::format("plot {} at {}", seen.plots.id(), map.html.clock(plot.time)));
            drawn.push_back(at);
        }
    }
    return drawn;
}

void draw_events(MapDrawing& map)
{
    const auto& events = map.html.report().events;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!events[i].place)
            continue;
        const SvgPoint at = map.view.at(*events[i].place);
        if (!map.view.shows(at, -4))
            continue;
        map.svg.path({{{at.x - 4, at.y - 4}, {at.x + 4, at.y + 4}}, {{at.x - 4, at.y + 4}, {at.x + 4, at.y - 4}}},
                     false, "call-tick", events[i].title);
        map.labels.keep_free(at);
        map.labels.around(map.svg, at, map.html.clock.brief(events[i].time), "tick");
    }
}

/// The longest line's end, where the eye follows it to.
void draw_name(MapDrawing& map, const Drawn& drawn)
{
    const SvgLine* longest = nullptr;
    double most = 0;
    for (const SvgLine& line : drawn.lines) {
        double length = 1;
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            length += std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
        if (length > most) {
            most = length;
            longest = &line;
        }
    }
    if (longest == nullptr || most < 12)
        return;
    const std::string style = "name side " + side_class(drawn.flight.side);
    for (const SvgPoint at : {longest->back(), longest->front(), (*longest)[longest->size() / 2]})
        if (map.labels.around(map.svg, at, drawn.flight.report.track, style))
            return;
}

}  // namespace

void draw_traffic(MapDrawing& map)
{
    std::vector<Drawn> drawn;
    for (const std::size_t place : map.html.ranking)
        if (drawn.size() < most_drawn)
            drawn.push_back(drawn_of(map, map.html.flights[place]));
    for (const Drawn& one : drawn)
        map.svg.path(one.lines, false, "side casing");
    for (const Drawn& one : drawn)
        draw_within(map, one.flight);
    for (auto one = drawn.rbegin(); one != drawn.rend(); ++one)  // those that matter most on top
        draw_track(map, *one, one->flight.report.track);
    const std::vector<SvgPoint> plots = draw_plots(map);
    std::vector<MapMark> marks;
    for (const Drawn& one : drawn) {
        for (MapMark& mark : draw_crossings(map, one.flight))
            add_mark(marks, std::move(mark));
        if (map.plan.is_close_up && marks.size() < most_named)
            draw_nearest(map, one.flight, marks);
    }
    for (std::size_t i = 0; i < drawn.size() && i < most_named; ++i)
        for (const SvgLine& line : drawn[i].lines)
            keep_line_free(map, line);
    if (map.plan.is_close_up || map.plan.boxes.empty())
        for (const MapMark& mark : marks)
            map.labels.around(map.svg, mark.at, mark.words, "label");
    for (const SvgPoint plot : plots)  // entries and exits may be written over them
        map.labels.keep_free(plot, plot_half);
    for (std::size_t i = 0; i < drawn.size() && i < most_named; ++i)
        draw_name(map, drawn[i]);
    draw_calls(map);
    draw_events(map);
}

}  // namespace incursion

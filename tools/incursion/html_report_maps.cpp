#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/analysis/nearest_approach.h"
#include "sim/geo/geodesic.h"
#include "tools/incursion/html_map.h"
#include "tools/incursion/html_text.h"

// Which maps a report's page has.

namespace incursion {

namespace {

constexpr std::size_t most_close_ups = 3;
constexpr std::size_t most_places_of_track = 160;
constexpr double close_up_gain = 1.8;  ///< a close-up is that much finer than the whole, or it is none

void add_track(std::vector<LonLat>& places, const Track& track)
{
    const auto fixes = track.fixes();
    const std::size_t step = fixes.size() / most_places_of_track + 1;
    for (std::size_t i = 0; i < fixes.size(); i += step)
        places.push_back(fixes[i].place);
    if (!fixes.empty())
        places.push_back(fixes.back().place);
}

/// Where an aircraft came nearest to foreign airspace, and the border there.
std::vector<LonLat> nearest_places(const PageFlight& flight)
{
    const ClosestApproach* nearest = nearest_approach(flight.report);
    if (nearest == nullptr || flight.outlook->path() == nullptr || !flight.outlook->flies_at(nearest->time))
        return {};
    std::vector<LonLat> places{flight.outlook->path()->at(nearest->time)};
    if (const auto border = flight.outlook->border_at(nearest->time))
        places.push_back(border->nearest);
    return places;
}

std::vector<LonLat> places_of(const Visit& visit, const PageFlight& flight)
{
    std::vector<LonLat> places{visit.entry.place, visit.exit.place};
    const TrackPath* path = flight.outlook->path();
    constexpr int parts = 16;
    for (int i = 1; path != nullptr && i < parts; ++i)
        places.push_back(path->at(visit.entry.time + visit.duration() * i / parts));
    return places;
}

double spread_m(const std::vector<LonLat>& places)
{
    double most = 0;
    for (const LonLat& place : places)
        most = std::max(most, distance_m(places.front(), place));
    return most;
}

std::string words_of(const PageFlight& flight, const Visit& visit, const Clock& clock)
{
    return fmt::format("{} in {} from {} to {}", flight.report.track, visit.airspace, clock.brief(visit.entry.time),
                       clock.brief(visit.exit.time));
}

/// One part of the Earth worth a map of its own.
struct CloseUp {
    std::vector<LonLat> places;
    std::vector<std::string> words;
    double reach_m = 0;
    std::vector<std::string> airspaces;
    TimeSpan span;
    bool has_visits = false;
};

/// Takes it into the close-up of something near by, or makes one.
void add_close_up(std::vector<CloseUp>& close_ups, CloseUp next)
{
    next.reach_m = std::max(next.reach_m, spread_m(next.places));
    for (CloseUp& other : close_ups)
        if (distance_m(other.places.front(), next.places.front()) < 1.5 * std::max(other.reach_m, next.reach_m)) {
            other.places.insert(other.places.end(), next.places.begin(), next.places.end());
            other.words.insert(other.words.end(), next.words.begin(), next.words.end());
            if (next.has_visits) {
                other.reach_m = std::max(other.reach_m, spread_m(other.places));
                other.span = {std::min(other.span.from, next.span.from), std::max(other.span.to, next.span.to)};
                for (const std::string& airspace : next.airspaces)
                    if (std::find(other.airspaces.begin(), other.airspaces.end(), airspace) == other.airspaces.end())
                        other.airspaces.push_back(airspace);
            }
            return;
        }
    close_ups.push_back(std::move(next));
}

std::string title_of(const CloseUp& close_up, const Clock& clock)
{
    if (!close_up.has_visits)
        return fmt::format("nearest to {}, {}", listed(close_up.airspaces), clock.brief(close_up.span.from));
    return fmt::format("inside {}, {} to {}", listed(close_up.airspaces), clock.brief(close_up.span.from),
                       clock.brief(close_up.span.to));
}

std::vector<CloseUp> close_ups_of(const ReportHtml& html)
{
    std::vector<CloseUp> close_ups;
    for (const std::size_t place : html.ranking)
        for (const Visit& visit : html.flights[place].report.visits)
            if (visit.foreign)
                add_close_up(close_ups, {places_of(visit, html.flights[place]),
                                         {words_of(html.flights[place], visit, html.clock)},
                                         std::max(1000.0, 2 * visit.max_depth_m),
                                         {visit.airspace},
                                         {visit.entry.time, visit.exit.time},
                                         true});
    for (const std::size_t place : html.ranking) {
        const PageFlight& flight = html.flights[place];
        const std::vector<LonLat> places = nearest_places(flight);
        if (flight.intrudes || places.size() < 2)
            continue;
        const double reach_m = std::max(1000.0, *flight.nearest_m);
        const bool near_another = std::any_of(close_ups.begin(), close_ups.end(), [&](const CloseUp& other) {
            return distance_m(other.places.front(), places.front()) < 1.5 * std::max(other.reach_m, reach_m) &&
                   reach_m < other.reach_m;
        });
        if (close_ups.empty() || near_another)
            add_close_up(close_ups,
                         {places,
                          {fmt::format("{}, never inside, {} from {} at {}", flight.report.track,
                                       metric_length(*flight.nearest_m), nearest_approach(flight.report)->airspace,
                                       html.clock.brief(nearest_approach(flight.report)->time))},
                          reach_m,
                          {nearest_approach(flight.report)->airspace},
                          {nearest_approach(flight.report)->time, nearest_approach(flight.report)->time},
                          false});
    }
    return close_ups;
}

std::string extent_words(const MapPlan& plan)
{
    const MapView view = view_of(plan.places, wide_picture, wide_picture * 0.72, plan.margin, plan.least_half_width_m);
    const double km = view.metres(wide_picture) / 1000;
    return fmt::format("It is about {} km wide, around {}",
                       km < 10 ? fmt::format("{:.1f}", km) : fmt::format("{:.0f}", km), place_text(view.middle()));
}

MapPlan whole_of(const ReportHtml& html)
{
    MapPlan plan;
    plan.id = "map-1";
    plan.title = "Map of the whole incident";
    plan.margin = 0.1;
    for (const std::size_t place : html.ranking)
        add_track(plan.places, html.flights[place].track);
    if (!html.ranking.empty())
        for (const LonLat& place : nearest_places(html.flights[html.ranking.front()]))
            plan.places.push_back(place);
    if (plan.places.empty())
        return plan;
    const double reach_m = std::max(20'000.0, spread_m(plan.places));
    const LonLat first = plan.places.front();
    for (const Event& event : html.report().events)
        if (event.place && distance_m(first, *event.place) < reach_m)
            plan.places.push_back(*event.place);
    for (const Radar& radar : html.scenario.radars)
        if (distance_m(first, radar.site) < 0.8 * reach_m)
            plan.places.push_back(radar.site);
    std::vector<std::string> names;
    for (const std::size_t place : html.ranking)
        if (names.size() < most_named)
            names.push_back(html.flights[place].report.track);
    plan.description = extent_words(plan) + fmt::format(". Tracks: {}.", listed(names));
    return plan;
}

std::string caption_of(const ReportHtml& html, const MapPlan& plan)
{
    const std::vector<std::string> matter = keys_that_matter(html);
    std::string words = matter.empty() ? "" : "In colour: " + listed(matter) + ", whose airspace is in question. ";
    words += "Rings begin a track, arrows tell its direction. ";
    if (!html.report().calls.list.empty())
        words += "Numbered strokes across a track: where it was called. ";
    if (plan.is_close_up) {
        const bool has_visits =
            std::any_of(html.flights.begin(), html.flights.end(), [](const PageFlight& f) { return f.intrudes; });
        words += has_visits ? "Red dots: entry and exit; broad red: inside. " : "";
        const bool has_plots = std::any_of(html.incident.seen.begin(), html.incident.seen.end(),
                                           [&](const SeenAircraft& seen) { return html.flights[seen.track].intrudes; });
        if (has_plots)
            words += "Small squares: what the simulated radars would show, red where that lies inside. ";
        if (!html.alternatives.empty()) {
            std::vector<std::string> titles;
            for (const AlternativeBorders& other : html.alternatives)
                titles.push_back(html.scenario.borders[other.border].title);
            words += "Thin brown lines: the border as others draw it (" + listed(titles) + "). ";
        }
    } else if (html.flights.size() > most_drawn) {
        words += fmt::format("Of {} aircraft the {} nearest to foreign airspace are drawn. ", html.flights.size(),
                             most_drawn);
    }
    if (!html.page.credits.empty() && plan.id == "map-1")
        words += "Borders: " + html.page.credits.front();
    return words;
}

}  // namespace

void write_page_maps(ReportHtml& html)
{
    MapPlan whole = whole_of(html);
    if (whole.places.empty())
        return;
    const double whole_m =
        view_of(whole.places, wide_picture, wide_picture * 0.72, whole.margin, 1500).metres(wide_picture);
    std::vector<MapPlan> close_ups;
    std::size_t left_out = 0;
    for (const CloseUp& close_up : close_ups_of(html)) {
        if (close_ups.size() == most_close_ups) {
            ++left_out;
            continue;
        }
        MapPlan plan;
        plan.is_close_up = true;
        plan.margin = 0.45;
        plan.least_half_width_m = std::max(1500.0, 1.2 * close_up.reach_m);
        plan.places = close_up.places;
        const double width_m =
            view_of(plan.places, wide_picture, wide_picture * 0.72, plan.margin, plan.least_half_width_m)
                .metres(wide_picture);
        if (width_m * close_up_gain > whole_m)
            continue;
        plan.id = fmt::format("map-{}", close_ups.size() + 2);
        plan.title = title_of(close_up, html.clock);
        plan.description = extent_words(plan) + ". It shows " + listed(close_up.words) + ".";
        whole.boxes.push_back(plan.places);
        close_ups.push_back(std::move(plan));
    }
    if (close_ups.empty())
        whole.is_close_up = true;
    html.writer.heading("Where it happened");
    html.writer.markup(legend_markup(html));
    const auto add = [&](const MapPlan& plan, const std::string& heading) {
        html.writer.markup(figure_markup(heading, caption_of(html, plan), [&](double width, const std::string& id_end) {
            return map_markup(html, plan, width, id_end);
        }));
    };
    add(whole, close_ups.empty() ? "" : "Map 1: the whole incident");
    for (std::size_t i = 0; i < close_ups.size(); ++i)
        add(close_ups[i], fmt::format("Map {}: {}", i + 2, close_ups[i].title));
    if (left_out > 0)
        html.writer.paragraph(fmt::format("Not drawn by themselves: {} where foreign airspace was entered.",
                                          counted(left_out, "more place", "more places")));
}

}  // namespace incursion

#include "tools/incursion/html_distance.h"
#include "tools/incursion/text_debrief_words.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "sim/analysis/foreign.h"
#include "sim/analysis/track_path.h"

namespace incursion {

namespace {

constexpr double finest_step_s = 1;
constexpr double most_points = 600;  // a chart is no wider

bool is_watched(const Debrief& debrief, std::size_t aircraft)
{
    const Airspaces& airspaces = debrief.exercise->airspaces();
    const Belonging belonging = belonging_of(debrief.exercise->world().aircraft[aircraft]);
    return std::any_of(airspaces.list.begin(), airspaces.list.end(), [&](const Airspace& airspace) {
        return airspace.key == debrief.exercise->lesson().rules.airspace && is_foreign(airspace, belonging);
    });
}

/// Instants at which a track is looked at: evenly spaced, and its ends, entries and exits.
std::vector<Time> instants_of(const Track& track, const std::vector<Visit>& visits)
{
    const TimeSpan span = track.span();
    const Duration step = seconds(std::max(finest_step_s, std::ceil(to_seconds(span.length()) / most_points)));
    std::vector<Time> times;
    for (Time t = span.from; t < span.to; t += step)
        times.push_back(t);
    times.push_back(span.to);
    for (const Visit& visit : visits) {
        times.push_back(visit.entry.time);
        times.push_back(visit.exit.time);
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

std::vector<Visit> visits_of(const Report& report, const std::string& aircraft, const std::string& airspace)
{
    std::vector<Visit> visits;
    for (const TrackReport& track : report.tracks)
        if (track.track == aircraft)
            std::copy_if(track.visits.begin(), track.visits.end(), std::back_inserter(visits),
                         [&](const Visit& visit) { return visit.airspace == airspace; });
    return visits;
}

bool is_inside(const std::vector<Visit>& visits, Time t)
{
    return std::any_of(visits.begin(), visits.end(),
                       [&](const Visit& visit) { return visit.entry.time <= t && t < visit.exit.time; });
}

}  // namespace

std::vector<DistanceLine> distance_lines(const Debrief& debrief)
{
    const std::string& key = debrief.exercise->lesson().rules.airspace;
    const AnalysisGround& ground = debrief.exercise->ground();
    const BorderDistance& border = ground.distances.of(airspaces_with_key(ground.airspaces, key));
    std::vector<DistanceLine> lines;
    for (std::size_t i = 0; i < debrief.course.tracks.size(); ++i) {
        const Track& track = debrief.course.tracks[i];
        if (track.fixes().size() < 2 || border.empty() || !is_watched(debrief, i))
            continue;
        const TrackPath path{track, debrief.exercise->world().legs};
        DistanceLine line{debrief.exercise->world().aircraft[i].id, {}};
        const std::vector<Visit> visits = visits_of(debrief.incident.report, line.aircraft, key);
        for (const Time t : instants_of(track, visits))
            if (const auto nearest = border.nearest(path.at(t)))
                line.points.push_back({t, is_inside(visits, t) ? -nearest->distance_m : nearest->distance_m});
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<DistanceMark> distance_marks(const Debrief& debrief, const std::vector<DistanceLine>& lines)
{
    using Kind = DistanceMark::Kind;
    const auto line_of = [&](const std::string& id) -> std::optional<std::size_t> {
        const auto found = std::find_if(lines.begin(), lines.end(), [&](const auto& l) { return l.aircraft == id; });
        return found == lines.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - lines.begin())};
    };
    const auto id_of = [&](std::size_t aircraft) { return debrief.exercise->world().aircraft[aircraft].id; };
    std::vector<DistanceMark> marks;
    std::size_t number = 0;
    for (const MadeCall& call : debrief.course.calls)
        marks.push_back({call.was_heard ? Kind::call : Kind::unheard, debrief.course.actions[call.action].time,
                         call.aircraft ? line_of(id_of(*call.aircraft)) : std::nullopt, fmt::format("{}", ++number)});
    for (const Action& action : debrief.course.actions) {
        if (action.kind != ActionKind::log_entry && action.kind != ActionKind::log_exit)
            continue;
        const auto shown = shown_track(debrief.course, action.track, action.time);
        marks.push_back({action.kind == ActionKind::log_entry ? Kind::logged_entry : Kind::logged_exit, action.time,
                         shown ? line_of(id_of(debrief.course.shown[*shown].aircraft)) : std::nullopt,
                         action.kind == ActionKind::log_entry ? "entry logged" : "exit logged"});
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (const Visit& visit :
             visits_of(debrief.incident.report, lines[i].aircraft, debrief.exercise->lesson().rules.airspace)) {
            if (visit.entry.by != CrossedBy::start)
                marks.push_back({Kind::entry, visit.entry.time, i, "entry " + clock_words(visit.entry.time)});
            if (visit.exit.by != CrossedBy::end)
                marks.push_back({Kind::exit, visit.exit.time, i, "exit " + clock_words(visit.exit.time)});
        }
    return marks;
}

std::optional<double> distance_at(const DistanceLine& line, Time time)
{
    const auto after = std::lower_bound(line.points.begin(), line.points.end(), time,
                                        [](const DistanceLine::Point& point, Time t) { return point.time < t; });
    if (after == line.points.end())
        return std::nullopt;
    if (after->time == time)
        return after->distance_m;
    if (after == line.points.begin())
        return std::nullopt;
    const DistanceLine::Point& before = *(after - 1);
    const double share = to_seconds(time - before.time) / to_seconds(after->time - before.time);
    return before.distance_m + share * (after->distance_m - before.distance_m);
}

}  // namespace incursion

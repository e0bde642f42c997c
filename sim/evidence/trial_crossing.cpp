#include "sim/evidence/trial_crossing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <tbb/parallel_for.h>

#include "sim/analysis/visits.h"
#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr double any_speed_mps = 100;  // only places count
constexpr double chord_error_m = 1;

/// A line or circle to be flown, and until when an entry counts: a full circle is flown twice, so that a stay that is
/// under way at its first point is met whole.
struct Flown {
    Track track;
    Time last_entry;
};

Track track_of(std::vector<Fix> fixes)
{
    return Track::make("path", AltitudeDatum::msl, std::move(fixes)).value();
}

/// The line that passes the centre on its right at `across_m`, from rim to rim of the search circle;
/// none where it misses that.
std::optional<Flown> line_through(const CrossingGrid& grid, Angle heading, double across_m)
{
    if (!(std::abs(across_m) < grid.radius_m))
        return std::nullopt;
    const Angle right = heading + Angle::degrees(90);
    const LonLat foot = direct(grid.centre, right, across_m);
    Angle along = heading;
    if (across_m != 0) {
        // The geodesic from the centre turns on its way to the foot; the line stays square to it.
        const Inverse back = inverse(foot, grid.centre);
        along = across_m > 0 ? back.azimuth + Angle::degrees(90) : back.azimuth - Angle::degrees(90);
    }
    const double half_m = std::sqrt(std::max(0.0, grid.radius_m * grid.radius_m - across_m * across_m));
    const Time end = Time{} + seconds(2 * half_m / any_speed_mps);
    return Flown{track_of({{Time{}, direct(foot, along, -half_m), {}, {}}, {end, direct(foot, along, half_m), {}, {}}}),
                 end};
}

/// A circle flown to the right, as far as it lies in the search circle; none where it does not reach in.
std::optional<Flown> circle_through(const CrossingGrid& grid, Angle towards, double centre_at_m, double radius_m)
{
    const LonLat centre = direct(grid.centre, towards, centre_at_m);
    const bool whole = centre_at_m + radius_m <= grid.radius_m;
    double half_angle = 2 * std::numbers::pi;
    if (!whole) {
        const double cosine = (centre_at_m * centre_at_m + radius_m * radius_m - grid.radius_m * grid.radius_m) /
                              (2 * centre_at_m * radius_m);
        if (!(cosine > -1 && cosine < 1))
            return std::nullopt;
        half_angle = std::acos(cosine);
    }
    const Angle inward = centre_at_m > 0 ? inverse(centre, grid.centre).azimuth : Angle::degrees(0);
    const double greatest_step = 2 * std::acos(1 - std::min(1.0, chord_error_m / radius_m));
    const auto steps = static_cast<int>(std::ceil(2 * half_angle / greatest_step));
    std::vector<Fix> fixes;
    for (int i = 0; i <= steps; ++i) {
        const double angle = half_angle * (2.0 * i / steps - 1);
        fixes.push_back({Time{} + seconds((angle + half_angle) * radius_m / any_speed_mps),
                         direct(centre, inward + Angle::radians(angle), radius_m), {}, {}});
    }
    const Time end = fixes.back().time;
    return Flown{track_of(std::move(fixes)), whole ? Time{} + (end - Time{}) / 2 : end};
}

/// A point of the path in metres east and north of `origin`: azimuthal equidistant, true in distance from there.
struct Local {
    double x = 0, y = 0;
};

Local local_of(LonLat place, LonLat origin)
{
    const Inverse from = inverse(origin, place);
    return {from.distance_m * std::sin(from.azimuth.rad()), from.distance_m * std::cos(from.azimuth.rad())};
}

double distance_to_origin(Local a, Local b)
{
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double u = length2 > 0 ? std::clamp(-(a.x * dx + a.y * dy) / length2, 0.0, 1.0) : 0;
    return std::hypot(a.x + u * dx, a.y + u * dy);
}

double nearest_to(LonLat point, const Track& track, const Visit& visit)
{
    Local last = local_of(visit.entry.place, point);
    double least = std::hypot(last.x, last.y);
    const auto pass = [&](LonLat place) {
        const Local next = local_of(place, point);
        least = std::min(least, distance_to_origin(last, next));
        last = next;
    };
    for (const Fix& fix : track.fixes())
        if (visit.entry.time < fix.time && fix.time < visit.exit.time)
            pass(fix.place);
    pass(visit.exit.place);
    return least;
}

/// In a turn to the right the centre lies square to the right.
Angle heading_at(LonLat entry, const CrossingGrid& grid, const TrialPath& circle)
{
    return inverse(entry, direct(grid.centre, circle.direction, circle.offset_m)).azimuth - Angle::degrees(90);
}

TrialCrossing crossing_of(const Flown& flown, const Visit& visit, const CrossingGrid& grid, const TrialPath& path)
{
    TrialCrossing c;
    c.entry = visit.entry.place;
    c.exit = visit.exit.place;
    c.length_m = visit.path_m;
    c.depth_m = visit.max_depth_m;
    c.path = path;
    c.heading = path.turn ? heading_at(c.entry, grid, path) : inverse(c.entry, c.exit).azimuth;
    c.speeds = path.turn ? grid.turns[*path.turn].speeds : grid.straight_speeds;
    if (path.turn)
        c.turn_radius_m = grid.turns[*path.turn].radius_m;
    if (grid.point)
        c.point_distance_m = nearest_to(*grid.point, flown.track, visit);
    return c;
}

/// All paths of the grid in one direction: lines, or circles of one radius.
std::vector<TrialPath> paths_in(const CrossingGrid& grid, Angle direction, std::optional<std::size_t> turn)
{
    const double step_m = turn ? grid.turn_step_m : grid.step_m;
    const double middle_m = turn ? grid.turns[*turn].radius_m : 0;
    const auto steps = static_cast<long>(std::floor(grid.radius_m * 0.999 / step_m));
    std::vector<TrialPath> paths;
    for (long k = -steps; k <= steps; ++k) {
        const double offset_m = middle_m + static_cast<double>(k) * step_m;
        if (!turn || offset_m >= 0)
            paths.push_back({direction, offset_m, turn});
    }
    return paths;
}

/// The directions of a half turn for lines, then those of a full turn for each radius.
std::vector<std::vector<TrialPath>> all_paths(const CrossingGrid& grid)
{
    std::vector<std::vector<TrialPath>> paths;
    const auto direction = [&](std::size_t i) {
        return Angle::degrees(180.0 * static_cast<double>(i) / static_cast<double>(grid.directions));
    };
    for (std::size_t i = 0; i < grid.directions; ++i)
        paths.push_back(paths_in(grid, direction(i), std::nullopt));
    for (std::size_t turn = 0; turn < grid.turns.size(); ++turn)
        for (std::size_t i = 0; i < 2 * grid.directions; ++i)
            paths.push_back(paths_in(grid, direction(i), turn));
    return paths;
}

}  // namespace

TrialFlyer::TrialFlyer(const std::string& key, const CrossingGrid& grid, const AnalysisGround& ground)
    : grid_{grid}, ground_{ground}, wanted_{airspaces_with_key(ground.airspaces, key)},
      finder_{ground.airspaces, ground.index, {LegReading::geodesic, {}, ground.options.heights}}
{
}

std::vector<TrialCrossing> TrialFlyer::fly(const TrialPath& path)
{
    const auto flown = path.turn
                           ? circle_through(grid_, path.direction, path.offset_m, grid_.turns[*path.turn].radius_m)
                           : line_through(grid_, path.direction, path.offset_m);
    if (!flown)
        return {};
    std::vector<Crossing> crossings = finder_.find(flown->track);
    std::erase_if(crossings, [&](const Crossing& c) {
        return std::find(wanted_.begin(), wanted_.end(), c.airspace) == wanted_.end();
    });
    if (crossings.empty())
        return {};
    std::vector<TrialCrossing> found;
    const TrackPath along{flown->track, LegReading::geodesic};
    for (const auto& placed : visits_of(crossings, along, ground_.airspaces, Belonging{}, &ground_.distances)) {
        const Visit& visit = placed.visit;
        if (visit.entry.by == CrossedBy::side && visit.exit.by == CrossedBy::side &&
            visit.entry.time <= flown->last_entry)
            found.push_back(crossing_of(*flown, visit, grid_, path));
    }
    return found;
}

TrialCrossings try_crossings(const std::string& key, const CrossingGrid& grid, const AnalysisGround& ground)
{
    const std::vector<std::vector<TrialPath>> paths = all_paths(grid);
    std::vector<std::vector<TrialCrossing>> found(paths.size());
    tbb::parallel_for(std::size_t{0}, paths.size(), [&](std::size_t i) {
        TrialFlyer flyer{key, grid, ground};
        for (const TrialPath& path : paths[i]) {
            const std::vector<TrialCrossing> crossings = flyer.fly(path);
            found[i].insert(found[i].end(), crossings.begin(), crossings.end());
        }
    });
    TrialCrossings all;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        all.paths += paths[i].size();
        all.list.insert(all.list.end(), found[i].begin(), found[i].end());
    }
    return all;
}

std::vector<LonLat> path_of(const TrialCrossing& crossing)
{
    if (!crossing.turn_radius_m)
        return {crossing.entry, crossing.exit};
    const double radius_m = *crossing.turn_radius_m;
    const LonLat centre = direct(crossing.entry, crossing.heading + Angle::degrees(90), radius_m);
    const Angle from = inverse(centre, crossing.entry).azimuth;
    const auto steps = std::max(2, static_cast<int>(std::ceil(crossing.length_m / radius_m / 0.05)));
    std::vector<LonLat> points{crossing.entry};
    for (int i = 1; i < steps; ++i)
        points.push_back(direct(centre, from + Angle::radians(crossing.length_m / radius_m * i / steps), radius_m));
    points.push_back(crossing.exit);
    return points;
}

}  // namespace incursion

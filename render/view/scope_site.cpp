#include "render/view/scope_site.h"

#include <algorithm>

#include "sim/analysis/nearest_approach.h"
#include "sim/geo/geodesic.h"
#include "sim/geo/local_frame.h"

namespace incursion {

namespace {

constexpr double nearest_range_m = 5e3, farthest_range_m = 5e6;
constexpr double rim_share = 0.9;  // what is to be seen fills so much of the scope
constexpr std::chrono::minutes around{5};
constexpr int samples_per_track = 64;

struct TrackInstant {
    std::size_t track = 0;
    Time time{};
};

std::vector<TrackInstant> crossings_of(const Replay& replay)
{
    std::vector<TrackInstant> instants;
    for (std::size_t i = 0; i < replay.track_count(); ++i)
        for (const Visit& visit : replay.track_report(i).visits) {
            if (!visit.foreign)
                continue;
            instants.push_back({i, visit.entry.time});
            instants.push_back({i, visit.exit.time});
        }
    return instants;
}

std::vector<TrackInstant> approaches_of(const Replay& replay)
{
    std::vector<TrackInstant> instants;
    for (std::size_t i = 0; i < replay.track_count(); ++i) {
        if (const ClosestApproach* nearest = nearest_approach(replay.track_report(i)))
            instants.push_back({i, nearest->time});
    }
    return instants;
}

/// Instants spread evenly over part of a track.
void add_samples(const Replay& replay, std::size_t track, TimeSpan part, std::vector<TrackInstant>& instants)
{
    const TimeSpan whole = replay.track_report(track).span;
    part = {std::max(part.from, whole.from), std::min(part.to, whole.to)};
    if (part.to < part.from)
        return;
    for (int k = 0; k <= samples_per_track; ++k)
        instants.push_back({track, part.from + part.length() * k / samples_per_track});
}

std::vector<LonLat> places_of(const Replay& replay, const std::vector<TrackInstant>& instants)
{
    std::vector<LonLat> places;
    for (const TrackInstant& instant : instants)
        if (const auto motion = replay.outlook(instant.track).motion_at(instant.time))
            places.push_back(motion->place);
    return places;
}

/// The place nearest to the mean of all, through the Earth, so that 180 degrees and the poles are ordinary.
LonLat middle_of(const std::vector<LonLat>& places)
{
    Eigen::Vector3d sum = Eigen::Vector3d::Zero();
    for (const LonLat place : places)
        sum += ecef_from(place, 0);
    // Places all round the Earth have no middle.
    if (sum.norm() < 1e-3 * wgs84_a_m)
        return places.front();
    return geodetic_from_ecef(sum.normalized() * wgs84_a_m).place;
}

}  // namespace

ScopeSite scope_site_of(const Replay& replay)
{
    std::vector<TrackInstant> action = crossings_of(replay);
    if (action.empty())
        action = approaches_of(replay);
    std::vector<TrackInstant> seen;
    for (const TrackInstant& instant : action)
        add_samples(replay, instant.track, {instant.time - around, instant.time + around}, seen);
    if (action.empty())
        for (std::size_t i = 0; i < replay.track_count(); ++i)
            add_samples(replay, i, replay.span(), seen);

    const auto& wanted = replay.scenario().scope;
    ScopeSite site;
    const std::vector<LonLat> around_it = places_of(replay, action.empty() ? seen : action);
    if (wanted && wanted->centre)
        site.centre = *wanted->centre;
    else if (!around_it.empty())
        site.centre = middle_of(around_it);
    if (wanted && wanted->range_m) {
        site.range_m = *wanted->range_m;
        return site;
    }
    double farthest_m = 0;
    for (const LonLat place : places_of(replay, seen))
        farthest_m = std::max(farthest_m, distance_m(site.centre, place));
    site.range_m = std::clamp(farthest_m / rim_share, nearest_range_m, farthest_range_m);
    return site;
}

}  // namespace incursion

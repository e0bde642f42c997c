#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include <s2/s2edge_distances.h>

#include "sim/geo/geodesic.h"
#include "tests/bench/peers/own_visits.h"
#include "tests/bench/peers/s2_peer.h"
#include "tests/bench/peers/s2_shape.h"
#include "tests/peers/agreement.h"
#include "tests/peers/ground.h"
#include "tests/peers/sphere_borders.h"

// Geodesic sides and geodesic legs: S2 has great circles for both, on a sphere with the ellipsoid's latitudes. Where
// the two differ about who held an aircraft, it was as near to the border as leg and side together may stray: 0.4 mm
// for a side and 1.2 mm for a leg of 2.4 km, a thousand times that for 72 km.

using namespace incursion;
using namespace incursion::bench;
using namespace incursion::test;

namespace {

constexpr double sphere_m = 6'371'000;
constexpr double noise = 1e-6 / sphere_m;  ///< a micrometre, for rounding

/// The leg that holds an instant, as a great circle, and where S2 has the aircraft.
struct SpherePlace {
    S2Point place;
    double leg = 0;  ///< radians
};

SpherePlace place_at(const Track& track, double second)
{
    const auto fixes = track.fixes();
    const Time time = fixes[0].time + seconds(second);
    const auto after =
        std::upper_bound(fixes.begin() + 1, fixes.end() - 1, time, [](Time t, const Fix& fix) { return t < fix.time; });
    const Fix &from = *(after - 1), &to = *after;
    const S2Point a = s2_point(from.place), b = s2_point(to.place);
    const double u = (second - to_seconds(from.time - fixes[0].time)) / to_seconds(to.time - from.time);
    return {S2::Interpolate(a, b, std::clamp(u, 0.0, 1.0)), a.Angle(b)};
}

/// How many metres farther from the border the aircraft was than both may be off; below zero where that explains it.
double unexplained_m(const Track& track, const Difference& difference, SphereBorders& borders)
{
    constexpr int samples = 16;
    double most = -1;
    for (int k = 0; k <= samples; ++k) {
        const double part = static_cast<double>(k) / samples;
        const SpherePlace at = place_at(track, difference.from_s + part * (difference.to_s - difference.from_s));
        const SphereBorders::Nearest border = borders.nearest(difference.airspace, at.place);
        most = std::max(most, border.distance - most_lag(at.leg) - most_stray(border.side) - noise);
    }
    return most * sphere_m;
}

void compare_with_s2(const Ground& ground, const std::vector<Track>& tracks)
{
    S2Peer s2{ground.airspaces};
    SphereBorders borders{ground.airspaces};
    std::size_t visits = 0;
    for (const Track& track : tracks) {
        const auto ours = joined(own_visits(track, ground.airspaces, ground.index, LegReading::geodesic));
        const auto theirs = s2.visits_of(track);
        visits += theirs.size();
        for (const Difference& d : differences(ours, theirs)) {
            CAPTURE(track.id(), ground.airspaces.list[d.airspace].key, d.from_s, d.to_s, d.ours_inside);
            CHECK(unexplained_m(track, d, borders) <= 0);
        }
    }
    CHECK(visits >= tracks.size());  // the tracks go where the borders are
}

void compare_with_s2(const std::string& path, const SetOptions& options)
{
    CAPTURE(path, options.seed);
    const Ground ground{path, EdgeReading::geodesic};
    compare_with_s2(ground, ground.tracks(options));
}

}  // namespace

TEST_CASE("a geodesic strays off the great circle of its latitudes as far as is allowed for, and no farther")
{
    constexpr std::uint64_t seed = 20;
    CAPTURE(seed);
    RandomStream random{seed, "geodesics"};
    double worst_stray = 0, worst_lag = 0;
    for (int i = 0; i < 2'000; ++i) {
        const LonLat from{random.uniform(-180, 180), random.uniform(-85, 85)};
        const double length_m = std::pow(10, random.uniform(4, 6.8));
        const GeodesicLine line{from, direct(from, Angle::degrees(random.uniform(-180, 180)), length_m)};
        const S2Point a = s2_point(from), b = s2_point(line.at(line.length_m()));
        const double length = a.Angle(b);
        for (const double u : {0.1, 0.3, 0.5, 0.7, 0.9}) {
            const S2Point there = s2_point(line.at(u * line.length_m()));
            CAPTURE(from.lon_deg, from.lat_deg, length_m, u);
            const double stray = std::abs(there.DotProd(a.CrossProd(b).Normalize()));
            const double lag = there.Angle(S2::Interpolate(a, b, u));
            CHECK(stray <= most_stray(length) + 1e-14);
            CHECK(lag <= most_lag(length) + 1e-14);
            worst_stray = std::max(worst_stray, stray / most_stray(length));
            worst_lag = std::max(worst_lag, lag / most_lag(length));
        }
    }
    CHECK(worst_stray > 0.9);
    CHECK(worst_lag > 0.9);
}

TEST_CASE("S2 tells the same visits of tracks that wander along a shipped border")
{
    compare_with_s2(shipped_borders(), {SetKind::wander, 30'000, 2015});
}

TEST_CASE("S2 tells the same visits of tracks from corner to corner of a shipped border")
{
    constexpr std::uint64_t seed = 4;
    CAPTURE(seed);
    const Ground ground{shipped_borders(), EdgeReading::geodesic};
    compare_with_s2(ground, ground.from_corner_to_corner(seed, 100, 50));
}

TEST_CASE("S2 tells the same visits of dense traffic over the world", "[slow]")
{
    if (world_is_here())
        compare_with_s2(world_path(), {SetKind::dense, 300'000, 2015});
}

TEST_CASE("S2 tells the same visits of tracks that wander along a border of the world", "[slow]")
{
    if (world_is_here())
        compare_with_s2(world_path(), {SetKind::wander, 300'000, 2015});
}

TEST_CASE("S2 tells the same visits of sparse traffic over the world", "[slow]")
{
    if (world_is_here())
        compare_with_s2(world_path(), {SetKind::sparse, 200'000, 2015});
}

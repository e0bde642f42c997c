#include "sim/analysis/extreme_distance.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "sim/geo/geodesic.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

TEST_CASE("over the middle of a square the depth is half its side")
{
    const Airspaces a{{rectangle("A", 0, -0.1, 0.2, 0.1)}, EdgeReading::straight};
    const BorderEdges edges{a};
    const BorderDistance border{edges, {{0}}};
    const Track t = track({{0, 0}, {0.2, 0}}, 100);
    const DistanceAt deepest = greatest_distance({t, LegReading::geodesic}, t.span(), border);
    // The parallels lie 0.1 degrees off, 11057.4 m along the meridian; the meridians 11131.9 m along the equator.
    CHECK(deepest.distance_m == Approx(distance_m({0.1, 0}, {0.1, 0.1})).margin(0.011));
    CHECK(to_seconds(deepest.time - Time{}) == Approx(50).margin(0.5));
}

TEST_CASE("greatest and least distance agree with dense sampling on wandering tracks")
{
    const auto origin = GENERATE(LonLat{10.3, 40.1}, LonLat{178.2, -3.7}, LonLat{-30.0, 86.0});
    const auto reading = GENERATE(EdgeReading::straight, EdgeReading::geodesic);
    RandomStream random{31, "extreme"};
    CAPTURE(origin.lon_deg, static_cast<int>(reading));
    const Airspaces a = tiling(random, origin, 0.3, 4, 4, 0.3, reading);
    const BorderEdges edges{a};
    AirspaceSet all;
    for (std::uint32_t i = 0; i < a.list.size(); ++i)
        all.push_back({i});
    const BorderDistance border{edges, all};
    for (int round = 0; round < 4; ++round) {
        std::vector<LonLat> places;
        for (int i = 0; i < 6; ++i)
            places.push_back({wrapped_lon(origin.lon_deg + random.uniform(-0.5, 1.5)),
                              origin.lat_deg + random.uniform(-0.5, 1.5)});
        const Track t = track(places, 60);
        const TrackPath path{t, LegReading::geodesic};
        const TimeSpan span{at_second(10), at_second(290)};
        double greatest = 0, least = 1e9;
        for (int k = 0; k <= 2000; ++k) {
            const double d = border.nearest(path.at(span.from + span.length() * k / 2000))->distance_m;
            greatest = std::max(greatest, d);
            least = std::min(least, d);
        }
        const double step = (path.distance_at(span.to) - path.distance_at(span.from)) / 2000;
        const double found = greatest_distance(path, span, border).distance_m;
        const double nearest = least_distance(path, span, border).distance_m;
        CAPTURE(round, step);
        CHECK(found >= greatest - extreme_tolerance_m(greatest));
        CHECK(found <= greatest + step);
        CHECK(nearest <= least + extreme_tolerance_m(least));
        CHECK(nearest >= least - step);
    }
}

TEST_CASE("along a border the greatest depth is found without looking at every metre")
{
    const Airspaces a{{rectangle("A", 0, 50, 10, 60)}, EdgeReading::straight};
    const BorderEdges edges{a};
    const BorderDistance border{edges, {{0}}};
    const Track t = track({{1, 50.01}, {9, 50.01}}, 3600);
    const DistanceAt deepest = greatest_distance({t, LegReading::straight}, t.span(), border);
    CHECK(deepest.distance_m == Approx(distance_m({5, 50}, {5, 50.01})).margin(0.2));
}

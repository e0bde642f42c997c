#include <catch2/catch.hpp>

#include "sim/analysis/crossing_finder.h"
#include "tests/support/shapes.h"

using namespace incursion;

namespace {

/// Tiles with floors and ceilings, one above the other in places, near and over 180 degrees.
Airspaces layers(RandomStream& random, EdgeReading edges)
{
    Airspaces airspaces = test::tiling(random, {178.5, 40}, 0.5, 6, 4, 0.2, edges);
    for (std::size_t i = 0; i < airspaces.list.size(); ++i) {
        if (i % 3 == 0)
            airspaces.list[i].ceiling = Msl{2500};
        if (i % 3 == 1)
            airspaces.list[i].floor = Msl{1500};
    }
    return airspaces;
}

/// A walk in and out of the tiles, up and down, with a gap now and then.
Track walk(RandomStream& random)
{
    std::vector<Fix> fixes;
    LonLat place{random.uniform(178, 182), random.uniform(39.8, 42.2)};
    double time_s = 0, altitude_m = 2000;
    for (int i = 0; i < 60; ++i) {
        fixes.push_back({test::at_second(time_s), {wrapped_lon(place.lon_deg), place.lat_deg}, altitude_m, std::nullopt});
        place.lon_deg += random.uniform(-0.2, 0.2);
        place.lat_deg += random.uniform(-0.2, 0.2);
        altitude_m += random.uniform(-800, 800);
        time_s += random.uniform(0, 1) < 0.1 ? 500 : random.uniform(1, 100);
    }
    return *Track::make("walk", AltitudeDatum::msl, std::move(fixes));
}

bool same(const Crossing& p, const Crossing& q)
{
    return p.airspace == q.airspace && p.way == q.way && p.by == q.by && p.time == q.time && p.error_s == q.error_s &&
           p.place == q.place && p.altitude_m == q.altitude_m && p.leg == q.leg;
}

}  // namespace

TEST_CASE("a finder that has seen other tracks finds what a fresh one finds, through gaps, floors and ceilings")
{
    const std::uint64_t seed = 77;
    CAPTURE(seed);
    RandomStream random{seed, "finder"};
    std::size_t crossings = 0;
    for (const EdgeReading edges : {EdgeReading::straight, EdgeReading::geodesic})
        for (const LegReading legs : {LegReading::geodesic, LegReading::straight}) {
            const Airspaces airspaces = layers(random, edges);
            const BorderIndex index{airspaces};
            const CrossingOptions options{legs, seconds(200)};
            CrossingFinder finder{airspaces, index, options};
            for (int i = 0; i < 40; ++i) {
                const Track track = walk(random);
                const std::vector<Crossing> fresh = find_crossings(track, airspaces, index, options);
                const std::vector<Crossing>& again = finder.find(track);
                REQUIRE(again.size() == fresh.size());
                for (std::size_t k = 0; k < fresh.size(); ++k)
                    REQUIRE(same(again[k], fresh[k]));
                crossings += fresh.size();
            }
        }
    CHECK(crossings > 1000);
}

#include <catch2/catch.hpp>

#include "tests/bench/peers/geos_peer.h"
#include "tests/bench/peers/own_visits.h"
#include "tests/peers/agreement.h"
#include "tests/peers/ground.h"
#include "tests/support/shapes.h"

// Straight sides and straight legs: what GEOS means too. So the answers differ by rounding alone; a millisecond is what
// is promised, and a nanosecond what is seen. Only a leg along a side means something else: one test below shows it.

using namespace incursion;
using namespace incursion::bench;
using namespace incursion::test;

namespace {

constexpr double allowed_s = 1e-3;

void compare_with_geos(const Ground& ground, const std::vector<Track>& tracks)
{
    GeosPeer geos{ground.airspaces};
    std::size_t visits = 0;
    for (const Track& track : tracks) {
        const auto ours = joined(own_visits(track, ground.airspaces, ground.index, LegReading::straight));
        const auto theirs = geos.visits_of(track);
        visits += theirs.size();
        for (const Difference& d : differences(ours, theirs)) {
            CAPTURE(track.id(), ground.airspaces.list[d.airspace].key, d.from_s, d.to_s, d.ours_inside);
            CHECK(d.to_s - d.from_s <= allowed_s);
        }
        CAPTURE(track.id());
        CHECK(ours.size() == theirs.size());
    }
    CHECK(visits >= tracks.size());  // the tracks go where the borders are
}

void compare_with_geos(const std::string& borders, const SetOptions& options)
{
    CAPTURE(borders, options.seed);
    const Ground ground{borders, EdgeReading::straight};
    compare_with_geos(ground, ground.tracks(options));
}

}  // namespace

TEST_CASE("GEOS, asked leg by leg, tells the same visits of tracks that wander along a shipped border")
{
    compare_with_geos(shipped_borders(), {SetKind::wander, 30'000, 2015});
}

TEST_CASE("GEOS, asked leg by leg, tells the same visits of tracks from corner to corner of a shipped border")
{
    constexpr std::uint64_t seed = 4;
    CAPTURE(seed);
    const Ground ground{shipped_borders(), EdgeReading::straight};
    compare_with_geos(ground, ground.from_corner_to_corner(seed, 100, 50));
}

TEST_CASE("a leg along a shared side is in both airspaces for GEOS and in the southern one for the engine")
{
    Airspaces airspaces;
    airspaces.list = {test::rectangle("north", 0, 1, 4, 2), test::rectangle("south", 0, 0, 4, 1)};
    const Track along = test::track({{1, 1}, {3, 1}}, 100);
    const auto theirs = GeosPeer{airspaces}.visits_of(along);
    REQUIRE(theirs.size() == 2);
    for (const PeerVisit& visit : theirs)
        CHECK((visit.entry_s == 0 && visit.exit_s == 100));
    const auto ours = own_visits(along, airspaces, BorderIndex{airspaces}, LegReading::straight);
    REQUIRE(ours.size() == 1);
    CHECK((ours[0].airspace == 1 && ours[0].entry_s == 0 && ours[0].exit_s == 100));
}

TEST_CASE("GEOS, asked leg by leg, tells the same visits of dense traffic over the world", "[slow]")
{
    if (world_is_here())
        compare_with_geos(world_path(), {SetKind::dense, 300'000, 2015});
}

TEST_CASE("GEOS, asked leg by leg, tells the same visits of tracks that wander along a border of the world", "[slow]")
{
    if (world_is_here())
        compare_with_geos(world_path(), {SetKind::wander, 300'000, 2015});
}

TEST_CASE("GEOS, asked leg by leg, tells the same visits of sparse traffic over the world", "[slow]")
{
    if (world_is_here())
        compare_with_geos(world_path(), {SetKind::sparse, 100'000, 2015});
}

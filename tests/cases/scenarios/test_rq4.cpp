#include <catch2/catch.hpp>

#include "sim/geo/geodesic.h"
#include "tests/cases/scenarios/shipped.h"

// Expected values: expected.md (pyproj on the package's polygon), and the published figures.

namespace incursion::test {

namespace {

const std::string rq4 = "rq4-2019/scenario";
constexpr double nmi_m = 1852;

}  // namespace

TEST_CASE("RQ-4A: Iran's point is 4 nautical miles inside, and the flight ends there")
{
    const TrackReport& track = track_of(shipped_report(rq4), "IR-RQ4");
    const auto visits = visits_to(track, "IRN");
    REQUIRE(visits.size() == 1);
    const Visit& visit = visits.front();
    CHECK(visit.foreign);
    CHECK(visit.exit.by == CrossedBy::end);
    CHECK(visit.exit.time == parse_time("2019-06-19T23:35:00Z").value());
    CHECK(inverse(visit.exit.place, {57 + 2 / 60.0 + 25 / 3600.0, 25 + 59 / 60.0 + 43 / 3600.0}).distance_m < 5);
    CHECK(visit.max_depth_m == Approx(8090).margin(5));
    CHECK(visit.max_depth_m == Approx(4 * nmi_m).margin(nmi_m / 2));
    // At a constant 160 m/s the path inside is the dwell times the speed.
    CHECK(visit.path_m == Approx(160 * to_seconds(visit.duration())).margin(1));
}

TEST_CASE("RQ-4A: in the United States' account no airspace is entered, and 12.2 km are left to Iran's at the hit")
{
    const TrackReport& track = track_of(shipped_report(rq4), "US-RQ4");
    CHECK(track.visits.empty());
    CHECK(nearest_m(track, "IRN") == Approx(12208.5).margin(2));
    CHECK(nearest_m(track, "IRN") == Approx(34000 - 12 * nmi_m).margin(500));
    CHECK(nearest_m(track, "OMN") == Approx(20525.3).margin(2));
    for (const ClosestApproach& c : track.closest_approach)
        if (c.airspace == "IRN")
            CHECK(c.time == parse_time("2019-06-19T23:35:00Z").value());
}

TEST_CASE("RQ-4A: two pairs of calls, 1 h 50 min apart, all before the entry")
{
    const CallsReport& calls = shipped_report(rq4).calls;
    REQUIRE(calls.list.size() == 4);
    CHECK(calls.before_first_entry == 4);
    CHECK(calls.intervals_s[0] + calls.intervals_s[1] == Approx(110 * 60));  // 02:05 to 03:55
    CHECK(calls.intervals_s[1] + calls.intervals_s[2] == Approx(110 * 60));
}

TEST_CASE("RQ-4A: nothing that the plans ask for is beyond the aircraft")
{
    for (const TrackReport& track : shipped_report(rq4).tracks) {
        CAPTURE(track.track);
        CHECK(track.limits.empty());
    }
}

}  // namespace incursion::test

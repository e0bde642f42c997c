#include <catch2/catch.hpp>

#include <cmath>
#include <string>

#include "tests/cases/scenarios/shipped.h"

// Expected values: the published figures, and expected.md for the flights with turns.

namespace incursion::test {

namespace {

void check_anchored(const Visit& visit, const char* entry)
{
    CHECK(visit.foreign);
    CHECK(std::abs(to_seconds(visit.entry.time - parse_time(entry).value())) < 1e-3);
}

}  // namespace

TEST_CASE("Porvoo, afternoon: a minute, 13 km and 1 km deep hold together")
{
    const auto visits = visits_to(track_of(shipped_report("porvoo-2016/scenario"), "SU27"), "FIN");
    REQUIRE(visits.size() == 1);
    check_anchored(visits[0], "2016-10-06T13:43:00Z");
    CHECK(to_seconds(visits[0].duration()) == Approx(60).margin(0.3));
    CHECK(visits[0].path_m == Approx(13000).margin(30));
    CHECK(visits[0].max_depth_m == Approx(1000).margin(20));
}

TEST_CASE("Porvoo, evening: 13 km and 1.9 km deep hold together")
{
    const auto visits = visits_to(track_of(shipped_report("porvoo-2016/evening"), "SU27"), "FIN");
    REQUIRE(visits.size() == 1);
    check_anchored(visits[0], "2016-10-06T18:33:00Z");
    CHECK(visits[0].path_m == Approx(13000).margin(100));
    CHECK(visits[0].max_depth_m == Approx(1900).margin(20));
}

TEST_CASE("Porvoo: the flights of the denial enter nobody's airspace")
{
    for (const char* name : {"porvoo-2016/scenario", "porvoo-2016/evening"}) {
        CAPTURE(name);
        const TrackReport& track = track_of(shipped_report(name), "RU-SU27");
        CHECK(track.visits.empty());
        CHECK(nearest_m(track, "FIN") > 400);
        CHECK(nearest_m(track, "EST") > 400);
    }
}

TEST_CASE("MiG-23: one of the pair crosses at 11:13:40, 1 km deep, and is inside when the missile is fired")
{
    const Report& report = shipped_report("mig23-2014/scenario");
    const auto visits = visits_to(track_of(report, "MIG23-2"), "TUR");
    REQUIRE(visits.size() == 1);
    check_anchored(visits[0], "2014-03-23T11:13:40Z");
    CHECK(visits[0].max_depth_m == Approx(1000).margin(20));
    CHECK(visits[0].exit.time > parse_time("2014-03-23T11:14:00Z").value());
    CHECK(visits[0].path_m > 2 * visits[0].max_depth_m);  // in and out again
    CHECK(visits_to(track_of(report, "MIG23-1"), "TUR").empty());
    CHECK(visits_to(track_of(report, "SY-MIG23-2"), "TUR").empty());
}

TEST_CASE("MiG-23: all four warnings fall within 10 nautical miles of the border and before the crossing")
{
    const CallsReport& calls = shipped_report("mig23-2014/scenario").calls;
    REQUIRE(calls.list.size() == 4);
    CHECK(calls.before_first_entry == 4);
    for (const CallReport& call : calls.list)
        CHECK(call.distance_to_border_m.value() < 10 * 1852.0);
}

}  // namespace incursion::test

#include <catch2/catch.hpp>

#include <cmath>

#include "tests/cases/scenarios/shipped.h"

// Expected values: the published figures; 1 km from land is 12 nautical miles less 1 km within the border.

namespace incursion::test {

TEST_CASE("RF-4E: five minutes inside from 08:42, then outside until the hit at 08:58")
{
    const TrackReport& track = track_of(shipped_report("rf4e-2012/scenario"), "TR-RF4E");
    const auto visits = visits_to(track, "SYR");
    REQUIRE(visits.size() == 1);
    CHECK(std::abs(to_seconds(visits[0].entry.time - parse_time("2012-06-22T08:42:00Z").value())) < 1e-3);
    CHECK(to_seconds(visits[0].duration()) == Approx(300).margin(0.2));
    REQUIRE(visits[0].entry.altitude_m);
    CHECK(*visits[0].entry.altitude_m == Approx(200 * 0.3048).margin(0.5));
    CHECK(track.span.to == parse_time("2012-06-22T08:58:00Z").value());
}

TEST_CASE("RF-4E: the other version is 1 km from land at 08:40")
{
    const auto visits = visits_to(track_of(shipped_report("rf4e-2012/scenario"), "SY-RF4E"), "SYR");
    REQUIRE(visits.size() == 1);
    CHECK(visits[0].max_depth_m == Approx(12 * 1852 - 1000).margin(50));
    CHECK(std::abs(to_seconds(visits[0].max_depth_time - parse_time("2012-06-22T08:40:00Z").value())) < 1);
}

}  // namespace incursion::test

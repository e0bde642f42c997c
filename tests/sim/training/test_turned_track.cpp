#include "sim/training/turned_track.h"

#include "sim/training/track_parts.h"
#include "tests/sim/training/equator_lesson.h"

using namespace incursion;
using namespace incursion::test;

namespace {

const TurnRecording every_two_seconds{{at_second(0), at_second(300)}, seconds(2)};

/// East along the equator, climbing 10 m/s, with a fix every 10 s but for a minute from 100 s on; it ends at 200 s.
Track climbing()
{
    std::vector<Fix> fixes;
    for (int s = 0; s <= 200; s += 10)
        if (s <= 100 || s >= 160)
            fixes.push_back({at_second(s), {0.002 * s, 0}, 1000 + 10.0 * s, {}});
    return Track::make("C", AltitudeDatum::msl, std::move(fixes)).value();
}

std::optional<Track> turned(const Track& track, double s, std::optional<Duration> max_gap = {})
{
    return turned_track(track, {LegReading::geodesic, max_gap}, at_second(s), Angle::degrees(0), {}, quick_turn(),
                        every_two_seconds);
}

}  // namespace

TEST_CASE("a turned flight is level, goes on to the exercise's end and has its fixes on the grid")
{
    const Track track = climbing();
    const auto north = turned(track, 55.5);
    REQUIRE(north);
    CHECK(north->id() == "C");
    CHECK(north->span() == TimeSpan{at_second(0), at_second(300)});
    CHECK(north->fixes()[5].time == at_second(50));
    CHECK(north->fixes()[5].place.lon_deg == track.fixes()[5].place.lon_deg);
    CHECK(north->fixes()[6].time == at_second(55.5));
    CHECK(north->fixes()[6].place.lon_deg == Approx(0.111).margin(1e-9));
    CHECK(north->fixes()[7].time == at_second(56));
    CHECK(north->fixes()[8].time == at_second(58));
    for (const Fix& fix : north->fixes())
        if (fix.time >= at_second(55.5))
            CHECK(fix.altitude_m == Approx(1555));
    CHECK(north->fixes().back().place.lat_deg > 0.3);
}

TEST_CASE("nobody turns who is not known to fly")
{
    const Track track = climbing();
    CHECK_FALSE(turned(track, 130, seconds(30)));  // in a gap
    CHECK(turned(track, 130));
    CHECK_FALSE(turned(track, 201));
    const Track parked =
        *Track::make("P", AltitudeDatum::msl, {{at_second(0), {0, 0}, 0, {}}, {at_second(100), {0, 0}, 0, {}}});
    CHECK_FALSE(turned(parked, 50));
}

TEST_CASE("a part of a track has a fix at each end, but none within a gap")
{
    const CrossingOptions reading{LegReading::geodesic, seconds(30)};
    const Track part = part_of_track(climbing(), "part", {at_second(45), at_second(130)}, reading);
    CHECK(part.id() == "part");
    CHECK(part.span() == TimeSpan{at_second(45), at_second(100)});
    CHECK(part.fixes().front().altitude_m == Approx(1450));
    CHECK(part_of_track(climbing(), "part", {at_second(300), at_second(400)}, reading).fixes().empty());
}

TEST_CASE("a flight that begins later is the same flight, cut where time is up")
{
    const Track later = moved_track(climbing(), seconds(20), at_second(95), {LegReading::geodesic, {}});
    CHECK(later.span() == TimeSpan{at_second(20), at_second(95)});
    CHECK(later.fixes().front().place.lon_deg == 0);
    CHECK(later.fixes().back().place.lon_deg == Approx(0.15).margin(1e-9));
}

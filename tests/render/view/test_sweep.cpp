#include <chrono>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/base/random.h"
#include "sim/geo/geodesic.h"
#include "tests/render/view/scope_cases.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// How far the beam is from an aircraft at an instant, in turns, by the geodesic from the radar.
double off_beam_turns(const Replay& replay, const Paint& paint)
{
    const auto motion = replay.outlook(paint.track).motion_at(paint.time);
    REQUIRE(motion);
    const double azimuth = wrapped_to_circle(inverse(replay.radar().site, motion->place).azimuth).deg() / 360;
    const double off = azimuth - beam_turns(replay.radar(), paint.time);
    return std::abs(off - std::round(off));
}

/// A wild flight around the radar: through it, over north, close by and far off.
std::unique_ptr<Replay> wild_flight()
{
    RandomStream random{24, "wild"};
    const LonLat radar{36, 36};
    std::vector<LonLat> places;
    for (int i = 0; i < 120; ++i)
        places.push_back(direct(radar, Angle::degrees(random.uniform(0, 360)), 3000 * std::abs(random.normal())));
    return flight_about(radar, places, 12);
}

}  // namespace

TEST_CASE("The beam points north when a turn begins and turns clockwise")
{
    ScopeRadar radar;
    radar.north_at = at_second(100);
    CHECK(turn_at(radar, at_second(100)) == 0);
    CHECK(turn_at(radar, at_second(104.999)) == 0);
    CHECK(turn_at(radar, at_second(99.999)) == -1);
    CHECK(turn_at(radar, at_second(95)) == -1);
    CHECK(turn_start(radar, -1) == at_second(95));
    CHECK(beam_turns(radar, at_second(101.25)) == Approx(0.25));
    CHECK(beam_turns(radar, at_second(98.75)) == Approx(0.75));
}

TEST_CASE("A paint happens when the beam points at the aircraft, to a millionth of a turn")
{
    const auto wild = wild_flight();
    const Replay* const around = &square();
    for (const Replay* replay : {static_cast<const Replay*>(wild.get()), around}) {
        std::size_t count = 0;
        const std::int64_t last = turn_at(replay->radar(), replay->span().to);
        for (std::int64_t turn = -1; turn <= last + 1; ++turn)
            for (const Paint& paint : paints_of_turn(*replay, turn)) {
                ++count;
                CHECK(turn_at(replay->radar(), paint.time) == turn);
                CHECK(off_beam_turns(*replay, paint) < 1e-6);
                CHECK(std::hypot(paint.at.east_m, paint.at.north_m) == Approx(paint.range_m));
            }
        // Nearly every turn paints each aircraft; only one that races the beam over the radar may be missed.
        CHECK(count > static_cast<std::size_t>(last) * replay->track_count() * 9 / 10);
    }
}

TEST_CASE("No aircraft is painted twice in a turn or twice at one instant")
{
    const auto replay = wild_flight();
    Time before{};
    bool first = true;
    for (std::int64_t turn = 0; turn <= turn_at(replay->radar(), replay->span().to); ++turn) {
        const auto paints = paints_of_turn(*replay, turn);
        REQUIRE(paints.size() <= 1);
        for (const Paint& paint : paints) {
            CHECK((first || paint.time > before));
            before = paint.time;
            first = false;
        }
    }
}

TEST_CASE("An aircraft due east of the radar is painted a quarter of a turn after north")
{
    // It stands on the equator, where east is the equator.
    const auto replay = flight_about({0, 0}, {{0.2, 0}, {0.2, 0}}, 20);
    const auto paints = paints_of_turn(*replay, 2);
    REQUIRE(paints.size() == 1);
    CHECK(paints[0].time == at_second(11.25));
    CHECK(paints[0].range_m == Approx(0.2 * 111'319.491).epsilon(1e-6));
}

TEST_CASE("What a memory answers does not depend on what it was asked before")
{
    const auto replay = wild_flight();
    SweepMemory forward{*replay}, backward{*replay}, random{*replay};
    RandomStream stream{7, "seek"};
    std::vector<std::optional<Paint>> expected;
    constexpr int instants = 2000;
    const auto instant = [&](int i) { return replay->span().from + std::chrono::milliseconds{700} * i; };
    for (int i = 0; i < instants; ++i)
        expected.push_back(forward.last_paint(0, instant(i), false));
    for (int i = instants - 1; i >= 0; --i)
        REQUIRE(backward.last_paint(0, instant(i), false) == expected[static_cast<std::size_t>(i)]);
    for (int k = 0; k < instants; ++k) {
        const int i = static_cast<int>(stream.uniform(0, instants));
        REQUIRE(random.last_paint(0, instant(i), false) == expected[static_cast<std::size_t>(i)]);
        if (k % 100 == 0) {
            SweepMemory fresh{*replay};
            REQUIRE(fresh.last_paint(0, instant(i), false) == expected[static_cast<std::size_t>(i)]);
        }
    }
}

TEST_CASE("The last paint lies in the past, and goes out after two turns")
{
    const auto replay = flight_about({0, 0}, {{0.2, 0}, {0.2, 0}}, 20);
    SweepMemory memory{*replay};
    // Paints at 1.25, 6.25, 11.25 and 16.25 s; the track ends at 20 s.
    CHECK_FALSE(memory.last_paint(0, at_second(1.2), false));
    CHECK(memory.last_paint(0, at_second(6.2), false)->time == at_second(1.25));
    CHECK(memory.last_paint(0, at_second(6.25), false)->time == at_second(6.25));
    CHECK(memory.last_paint(0, at_second(26.25), false)->time == at_second(16.25));
    CHECK_FALSE(memory.last_paint(0, at_second(26.26), false));
}

TEST_CASE("Without the sweep an aircraft is where it is at the instant")
{
    const Replay* const replay = &square();
    SweepMemory memory{*replay};
    const auto live = memory.last_paint(0, at_second(123.456), true);
    REQUIRE(live);
    CHECK(live->time == at_second(123.456));
    CHECK(live->motion.place.lon_deg == Approx(9.9 + 0.123456));
    CHECK_FALSE(memory.last_paint(0, at_second(1300), true));
}

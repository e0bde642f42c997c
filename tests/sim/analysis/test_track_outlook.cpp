#include "sim/analysis/track_outlook.h"

#include <cmath>

#include <catch2/catch.hpp>

#include "sim/analysis/calls_report.h"
#include "sim/geo/geodesic.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// A degree of the equator: the semi-major axis times pi / 180.
constexpr double degree_m = 111319.49079327357;

/// The ground of a test, which keeps what AnalysisGround refers to.
struct Ground {
    explicit Ground(Airspaces given, CrossingOptions options = {})
        : airspaces{std::move(given)},
          index{airspaces},
          distances{index.edges()},
          ground{airspaces, index, distances, options}
    {
    }
    Airspaces airspaces;
    BorderIndex index;
    BorderDistances distances;
    AnalysisGround ground;
};

/// A square on the equator, and a flight along the equator through it: a thousandth of a degree a second.
Airspaces square()
{
    return {{rectangle("SQUARE", 0, -1, 2, 1)}, EdgeReading::straight};
}
Track along_equator()
{
    return track({{-1, 0}, {3, 0}}, 4000);
}

}  // namespace

TEST_CASE("along the equator into a square, distance and time to its border are lengths of the equator")
{
    const Ground g{square()};
    const Track t = along_equator();
    const TrackOutlook outlook{t, {}, g.ground};

    const auto before = outlook.border_at(at_second(500));
    REQUIRE(before);
    CHECK(before->airspace == "SQUARE");
    CHECK_FALSE(before->inside);
    CHECK(before->distance_m == Approx(0.5 * degree_m).margin(1e-5));
    CHECK(before->nearest.lon_deg == Approx(0).margin(1e-9));
    CHECK(before->nearest.lat_deg == Approx(0).margin(1e-6));
    CHECK(*outlook.time_to_border_s(at_second(500)) == Approx(500).margin(1e-6));

    const auto within = outlook.border_at(at_second(1250));
    REQUIRE(within);
    CHECK(within->inside);
    CHECK(within->distance_m == Approx(-0.25 * degree_m).margin(1e-5));
    CHECK(*outlook.time_to_border_s(at_second(1250)) == Approx(1750).margin(1e-6));

    CHECK(outlook.border_at(at_second(3600))->distance_m == Approx(0.6 * degree_m).margin(1e-5));
    CHECK_FALSE(outlook.time_to_border_s(at_second(3600)));
}

TEST_CASE("motion is the leg's: place, altitude, track, speed and climb")
{
    const Ground g{square()};
    const Track t = track({{-1, 0}, {3, 0}, {3, 0.5}}, 4000, {1000, 5000, 4000});
    const TrackOutlook outlook{t, {}, g.ground};
    const auto motion = outlook.motion_at(at_second(1000));
    REQUIRE(motion);
    CHECK(motion->place.lon_deg == Approx(0).margin(1e-9));
    CHECK(*motion->altitude_m == Approx(2000));
    CHECK(motion->track.deg() == Approx(90));
    CHECK(motion->speed_mps == Approx(0.001 * degree_m));
    CHECK(*motion->climb_mps == Approx(1));
    CHECK(outlook.motion_at(at_second(4000))->track.deg() == Approx(0).margin(1e-9));
    CHECK(*outlook.motion_at(at_second(8000))->climb_mps == Approx(-0.25));
}

TEST_CASE("the sign of the distance changes where the visit begins and where it ends")
{
    const auto reading = GENERATE(EdgeReading::straight, EdgeReading::geodesic);
    RandomStream random{47, "outlook"};
    const Ground g{{{airspace("A", {{{10.1, 50.2}, {11.3, 49.9}, {11.7, 51.2}, {10.4, 51.0}}})}, reading}};
    for (int round = 0; round < 20; ++round) {
        const Track t = track({{random.uniform(9, 10), random.uniform(49, 52)},
                               {random.uniform(10.6, 11.2), random.uniform(50.3, 50.8)},
                               {random.uniform(12, 13), random.uniform(49, 52)}},
                              600);
        const TrackOutlook outlook{t, {}, g.ground};
        const TrackReport report = analyse_track(t, {}, g.ground);
        REQUIRE(report.visits.size() == 1);
        for (const bool entry : {true, false}) {
            const Time at = entry ? report.visits[0].entry.time : report.visits[0].exit.time;
            const auto before = outlook.border_at(at - std::chrono::microseconds{1});
            const auto after = outlook.border_at(at + std::chrono::microseconds{1});
            CAPTURE(round, entry, before->distance_m, after->distance_m);
            CHECK(before->inside == !entry);
            CHECK(after->inside == entry);
            // No farther than the aircraft comes in a microsecond, at most 400 m/s.
            CHECK(std::abs(before->distance_m) < 4.1e-4);
            CHECK(std::abs(after->distance_m) < 4.1e-4);
            CHECK(std::signbit(before->distance_m) != std::signbit(after->distance_m));
        }
    }
}

TEST_CASE("above the ceiling an aircraft is outside, and what it will meet is the ceiling")
{
    Airspaces a = square();
    a.list[0].ceiling = Msl{3000};
    const Ground g{std::move(a)};
    const Track t = track({{-1, 0}, {3, 0}}, 4000, {5000, 1000});  // through the ceiling at 2000 s
    const TrackOutlook outlook{t, {}, g.ground};
    const auto above = outlook.border_at(at_second(1250));
    REQUIRE(above);
    CHECK_FALSE(above->inside);
    CHECK(above->distance_m == Approx(0.25 * degree_m).margin(1e-5));
    CHECK(*outlook.time_to_border_s(at_second(1250)) == Approx(750).margin(1e-6));
    CHECK(outlook.border_at(at_second(2001))->inside);
}

TEST_CASE("neither the aircraft's own airspace nor a permitted one is a foreign border")
{
    Airspaces a{{rectangle("OWN", -4, -1, 0, 1), rectangle("FRIEND", 0, -1, 2, 1), rectangle("OTHER", 5, -1, 6, 1)},
                EdgeReading::straight};
    const Ground g{std::move(a)};
    const Track t = along_equator();
    const TrackOutlook outlook{t, {"OWN", {"FRIEND"}}, g.ground};
    CHECK(outlook.border_at(at_second(1000))->airspace == "OTHER");
    CHECK(outlook.border_at(at_second(1000))->distance_m == Approx(5 * degree_m).margin(1e-4));
    const TrackOutlook nothing_foreign{t, {"OWN", {"FRIEND", "OTHER"}}, g.ground};
    CHECK_FALSE(nothing_foreign.border_at(at_second(1000)));
    CHECK_FALSE(nothing_foreign.time_to_border_s(at_second(1000)));
}

TEST_CASE("nothing is told of an aircraft in a gap, before or after its track, or of one fix")
{
    CrossingOptions options;
    options.max_gap = std::chrono::seconds{150};
    const Ground g{square(), options};
    const auto fix = [](double s, double lon) { return Fix{at_second(s), {lon, 0}, {}, {}}; };
    const Track t = *Track::make("t", AltitudeDatum::msl, {fix(0, 0), fix(100, 0.1), fix(300, 0.3), fix(400, 0.4)});
    const TrackOutlook outlook{t, {}, g.ground};
    for (const double s : {0.0, 100.0, 300.0, 400.0}) {
        CAPTURE(s);
        CHECK(outlook.flies_at(at_second(s)));
        CHECK(outlook.motion_at(at_second(s)));
    }
    for (const double s : {-1.0, 101.0, 299.0, 401.0}) {
        CAPTURE(s);
        CHECK_FALSE(outlook.flies_at(at_second(s)));
        CHECK_FALSE(outlook.motion_at(at_second(s)));
        CHECK_FALSE(outlook.border_at(at_second(s)));
        CHECK_FALSE(outlook.time_to_border_s(at_second(s)));
    }
    const Track single = *Track::make("t", AltitudeDatum::msl, {fix(0, 0)});
    const TrackOutlook one{single, {}, g.ground};
    CHECK(one.path() == nullptr);
    CHECK_FALSE(one.motion_at(at_second(0)));
}

TEST_CASE("a call reports the border as the outlook of its aircraft does")
{
    const Ground g{square()};
    const Track t = along_equator();
    const TrackOutlook outlook{t, {}, g.ground};
    std::vector<Call> calls;
    for (const double s : {100.0, 900.0, 1500.0, 3500.0, 4001.0}) {
        Call call;
        call.time = at_second(s);
        call.to = "t";
        calls.push_back(call);
    }
    const CallsReport report = analyse_calls(calls, {{"t", CalledAircraft{t, {}, at_second(1000)}}}, g.ground);
    REQUIRE(report.list.size() == 5);
    CHECK(report.before_first_entry == 2);
    for (std::size_t i = 0; i < 4; ++i) {
        const CallReport& call = report.list[i];
        CHECK(call.airspace == "SQUARE");
        CHECK(call.distance_to_border_m == outlook.border_at(call.call.time)->distance_m);
        CHECK(call.time_to_border_s == outlook.time_to_border_s(call.call.time));
    }
    CHECK(*report.list[1].distance_to_border_m == Approx(0.1 * degree_m).margin(1e-5));
    CHECK(*report.list[2].distance_to_border_m == Approx(-0.5 * degree_m).margin(1e-5));
    CHECK(*report.list[2].time_to_border_s == Approx(1500).margin(1e-6));
    CHECK_FALSE(report.list[4].distance_to_border_m);
}

TEST_CASE("foreign time up to an instant counts overlapping visits once and own airspace never")
{
    TrackReport report;
    const auto visit = [&](double from_s, double to_s, bool foreign) {
        Visit v;
        v.foreign = foreign;
        v.entry.time = at_second(from_s);
        v.exit.time = at_second(to_s);
        report.visits.push_back(v);
    };
    visit(0, 100, false);
    visit(10, 20, true);
    visit(15, 30, true);
    visit(50, 60, true);
    const auto until = [&](double s) { return to_seconds(foreign_dwell_until(report, at_second(s))); };
    CHECK(until(5) == 0);
    CHECK(until(10) == 0);
    CHECK(until(12) == 2);
    CHECK(until(18) == 8);
    CHECK(until(40) == 20);
    CHECK(until(55) == 25);
    CHECK(until(200) == 30);
}

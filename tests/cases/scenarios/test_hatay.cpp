#include <catch2/catch.hpp>

#include <cmath>
#include <string>

#include "sim/geo/geodesic.h"
#include "tests/cases/scenarios/shipped.h"

// Expected values: expected.md, worked out with shapely and pyproj.

namespace incursion::test {

namespace {

const std::string hatay = "hatay-2015/scenario";

Time at(const char* time_of_day)
{
    return parse_time(std::string{"2015-11-24T"} + time_of_day + "Z").value();
}

double apart_s(Time a, Time b)
{
    return std::abs(to_seconds(a - b));
}

struct ExpectedVisit {
    const char* track;
    const char *entry, *exit, *deepest;
    LonLat in, out;
    double path_m, depth_m;
};

const ExpectedVisit expected_visits[] = {
    {"SU24-1", "07:24:02", "07:24:19.000406", "07:24:12.267", {36.17017218, 35.82748657}, {36.13946009, 35.82741587},
     2775.146, 1077.4},
    {"SU24-2", "07:24:05", "07:24:22.000406", "07:24:15.267", {36.17017218, 35.82748657}, {36.13946009, 35.82741587},
     2775.146, 1077.4},
    {"KUL-SU24", "07:24:05", "07:24:12.308480", "07:24:08.538", {36.16300453, 35.81426211}, {36.14099208, 35.81424416},
     1989.368, 603.0},
};

const SpeedArithmetic& arithmetic_of(const ClaimReport& claim, const std::string& basis)
{
    for (const SpeedArithmetic& arithmetic : claim.arithmetic)
        if (arithmetic.basis == basis)
            return arithmetic;
    FAIL("the claim has no arithmetic '" << basis << "'");
    return claim.arithmetic.front();
}

}  // namespace

TEST_CASE("Hatay: the straight flights cross the salient where and when an independent calculation says")
{
    for (const ExpectedVisit& expected : expected_visits) {
        CAPTURE(expected.track);
        const auto visits = visits_to(track_of(shipped_report(hatay), expected.track), "TUR");
        REQUIRE(visits.size() == 1);
        const Visit& visit = visits.front();
        CHECK(visit.foreign);
        CHECK(visit.entry.by == CrossedBy::side);
        CHECK(visit.exit.by == CrossedBy::side);
        CHECK(apart_s(visit.entry.time, at(expected.entry)) < 1e-3);
        CHECK(apart_s(visit.exit.time, at(expected.exit)) < 1e-3);
        CHECK(inverse(visit.entry.place, expected.in).distance_m < 0.1);
        CHECK(inverse(visit.exit.place, expected.out).distance_m < 0.1);
        CHECK(std::abs(visit.path_m - expected.path_m) < 0.1);
        CHECK(std::abs(visit.max_depth_m - expected.depth_m) < 1);
        CHECK(apart_s(visit.max_depth_time, at(expected.deepest)) < 0.02);
    }
}

TEST_CASE("Hatay: in Türkiye's account the second plane is inside for 17 seconds from 07:24:05")
{
    const auto visits = visits_to(track_of(shipped_report(hatay), "SU24-2"), "TUR");
    REQUIRE(visits.size() == 1);
    CHECK(apart_s(visits[0].entry.time, at("07:24:05")) < 1e-3);
    CHECK(std::abs(to_seconds(visits[0].duration()) - 17) < 0.1);
    CHECK(visits[0].entry.altitude_m.value() == Approx(19000 * 0.3048).margin(0.01));
}

TEST_CASE("Hatay: in Russia's account no Su-24 is ever inside or nearer than the distance it was flown for")
{
    const TrackReport& hit = track_of(shipped_report(hatay), "RU-SU24-2");
    CHECK(visits_to(hit, "TUR").empty());
    CHECK(hit.foreign == Duration::zero());
    CHECK(nearest_m(hit, "TUR") >= 1000);
    CHECK(nearest_m(hit, "TUR") < 1010);
    for (const ClosestApproach& c : hit.closest_approach)
        if (c.airspace == "TUR")
            CHECK(apart_s(c.time, at("07:24:00")) < 1);
    const TrackReport& returned = track_of(shipped_report(hatay), "RU-SU24-1");
    CHECK(visits_to(returned, "TUR").empty());
    CHECK(nearest_m(returned, "TUR") >= 5500);
    CHECK(nearest_m(returned, "TUR") < 5550);
}

TEST_CASE("Hatay: in Russia's account one F-16 is in Syria for 40 seconds and 2 km deep, the others never")
{
    const Report& report = shipped_report(hatay);
    const auto visits = visits_to(track_of(report, "RU-F16-1"), "SYR");
    REQUIRE(visits.size() == 1);
    CHECK(visits[0].foreign);
    CHECK(to_seconds(visits[0].duration()) == Approx(40).margin(0.5));
    CHECK(visits[0].max_depth_m == Approx(2000).margin(20));
    for (const char* id : {"F16-1", "F16-2", "RU-F16-2"})
        CHECK(visits_to(track_of(report, id), "SYR").empty());
}

TEST_CASE("Hatay: nothing that the plans ask for is beyond the aircraft")
{
    for (const TrackReport& track : shipped_report(hatay).tracks) {
        CAPTURE(track.track);
        CHECK(track.limits.empty());
    }
}

TEST_CASE("Hatay: ten calls 33.3 s apart come before the entry, each as far from the border as calculated")
{
    const double distance_m[] = {36549, 32126, 28057, 24402, 21313, 17747, 14930, 10667, 5270, 46};
    const CallsReport& calls = shipped_report(hatay).calls;
    REQUIRE(calls.list.size() == 10);
    CHECK(to_seconds(calls.span) == Approx(299.7));
    CHECK(calls.before_first_entry == 10);
    for (std::size_t i = 0; i < 10; ++i) {
        CAPTURE(i);
        CHECK(calls.list[i].distance_to_border_m.value() == Approx(distance_m[i]).margin(2));
        CHECK(calls.list[i].time_to_border_s.value() == Approx(300 - 33.3 * static_cast<double>(i)).margin(0.05));
        if (i > 0)
            CHECK(calls.intervals_s[i - 1] == Approx(33.3));
    }
}

TEST_CASE("Hatay: 1.15 statute miles in 17 s is slower than the clean stall, the flown line is not")
{
    const Report& report = shipped_report(hatay);
    const ClaimReport& claim = report.claims.front();
    REQUIRE(claim.claim.aircraft == "SU24-2");
    REQUIRE(claim.claim.length.value().readings.at(0).value == Approx(1850.7456));  // 1.15 x 1609.344
    const SpeedArithmetic& claimed = arithmetic_of(claim, "claimed length in claimed dwell");
    CHECK(claimed.speed_mps == Approx(108.867).margin(0.001));  // 1850.7456 / 17
    CHECK(claimed.least_speed_mps.value() == Approx(126.3).margin(0.1));  // sqrt(2 m g / (rho S CLmax))
    const SpeedArithmetic& flown = arithmetic_of(claim, "flown path in claimed dwell");
    CHECK(flown.speed_mps == Approx(163.24).margin(0.01));
    CHECK(flown.speed_mps > flown.least_speed_mps.value());
}

TEST_CASE("Hatay: four drawings of the border give 14.4 to 17.5 s, and disagree on the fastest flight")
{
    // Widths of the salient at 35.8275 N, cut from the files by hand: 2.771 (ours), 2.355 (dcw), 2.901 km (natural-earth);
    // the flight covers 163.2 m/s over the ground. Its line is not quite a parallel, hence the margin.
    const Report report = flown_report("hatay-2015/scenario", true);
    REQUIRE(report.borders);
    const auto& variants = report.borders->variants;
    const auto dwell_s = [&](const std::string& track, const std::string& id) {
        for (const BorderRow& row : report.borders->rows)
            for (std::size_t i = 0; i < variants.size(); ++i)
                if (row.track == track && row.airspace == "TUR" && variants[i].id == id)
                    return row.verdicts[i].dwell_s;
        return -1.0;
    };
    CHECK(dwell_s("SU24-2", "scenario") == Approx(17).margin(1e-3));
    CHECK(dwell_s("SU24-2", "dcw") == Approx(2355 / 163.2).margin(0.4));
    CHECK(dwell_s("SU24-2", "natural-earth") == Approx(2901 / 163.2).margin(0.4));
    CHECK(dwell_s("KUL-SU24", "scenario") > 7);
    CHECK(dwell_s("KUL-SU24", "wdb2") == 0);
}

}  // namespace incursion::test

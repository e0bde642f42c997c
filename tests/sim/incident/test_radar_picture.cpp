#include "sim/incident/incident.h"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

const Airspaces square{{rectangle("SQUARE", 0, -1, 1, 1)}, EdgeReading::straight};

/// It turns in 10 s and sees everything within 200 km without error; aircraft nearer than 100 m in range and a degree in
/// azimuth give one plot.
Radar flawless()
{
    Radar radar;
    radar.id = "R1";
    radar.site = {0.5, -0.5};
    radar.antenna_m = 100;
    radar.type.scan_period_s = 10;
    radar.type.max_range_m = 200'000;
    radar.type.beam_width_rad = 0.0174533;
    radar.type.range_resolution_m = 100;
    radar.type.detection_range_m = 1e9;  // so near to every plot is sure
    radar.type.detection = 0.999999;
    return radar;
}

/// A and B on the same flight along the equator from 0 to 1 E in 1,000 s.
Scenario two_alike(const std::string& account_of_b)
{
    Scenario scenario;
    scenario.span = {at_second(0), at_second(1000)};
    scenario.accounts = {{"one", "One", {}}, {"other", "Other", {}}};
    for (const char* id : {"A", "B"}) {
        Aircraft aircraft;
        aircraft.id = id;
        aircraft.account = aircraft.id == "A" ? "one" : account_of_b;
        const Track flown = track({{0, 0}, {1, 0}}, 1000);
        aircraft.motion = Track::make(id, AltitudeDatum::msl, {flown.fixes().begin(), flown.fixes().end()}).value();
        scenario.aircraft.push_back(aircraft);
    }
    scenario.radars = {flawless()};
    return scenario;
}

Incident flown(const Scenario& scenario)
{
    Diagnostics diagnostics;
    auto incident = run_incident(scenario, square, diagnostics);
    REQUIRE(incident);
    return std::move(*incident);
}

}  // namespace

TEST_CASE("a radar's tracks are called by radar and aircraft and hold a fix for every plot")
{
    const Incident incident = flown(two_alike("other"));
    REQUIRE(incident.seen.size() == 2);
    CHECK(incident.seen[0].plots.id() == "R1/A");
    CHECK(incident.seen[1].plots.id() == "R1/B");
    CHECK(incident.seen[1].track == 1);
    REQUIRE(incident.seen[0].system_tracks.size() == 1);
    CHECK(incident.seen[0].system_tracks[0].id() == "R1/A");
    // In 100 turns the beam, at first north, gains 100 turns; the aircraft goes from north-west, 7/8 of a turn ahead of it,
    // to north-east, 9/8 of a turn. So the beam is at first 7/8 behind it and at last 98 7/8 ahead: it passes 99 times.
    CHECK(incident.seen[0].plots.fixes().size() == 99);
    CHECK(incident.seen[0].system_tracks[0].fixes().size() == 98);
}

TEST_CASE("aircraft of two accounts do not garble each other, those of one do")
{
    const Incident apart = flown(two_alike("other")), together = flown(two_alike("one"));
    REQUIRE(apart.seen.size() == 2);
    CHECK(apart.seen[0].plots.fixes().size() == apart.seen[1].plots.fixes().size());
    REQUIRE(together.seen.size() == 1);  // every plot of both stands under the first
    CHECK(together.seen[0].plots.fixes().size() == apart.seen[0].plots.fixes().size());
    CHECK(together.report.radars[0].unseen == std::vector<std::string>{"B"});
}

TEST_CASE("a system track that ends and begins again gets another name")
{
    Scenario scenario = two_alike("other");
    scenario.radars[0].dropouts_per_s = 0.01;
    scenario.radars[0].dropout_s = 80;
    const Incident incident = flown(scenario);
    std::size_t most = 0;
    for (const SeenAircraft& seen : incident.seen)
        for (std::size_t i = 1; i < seen.system_tracks.size(); ++i) {
            CHECK(seen.system_tracks[i].id() == seen.plots.id() + "/" + std::to_string(i + 1));
            most = std::max(most, i + 1);
        }
    CHECK(most > 1);
}

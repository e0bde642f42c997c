#include "sim/incident/scenario_of_tracks.h"

#include <catch2/catch.hpp>

#include "sim/incident/incident.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// Along the equator by a thousandth of a degree a second.
Track along_equator(std::string id, double from_s, double to_s)
{
    const auto fix = [](double s) { return Fix{at_second(s), {s / 1000, 0}, {}, {}}; };
    return *Track::make(std::move(id), AltitudeDatum::pressure, {fix(from_s), fix(to_s)});
}

const Track& track_of(const Aircraft& aircraft)
{
    return std::get<Track>(aircraft.motion);
}

}  // namespace

TEST_CASE("tracks become aircraft in their order, over the span of them all")
{
    TrackScenarioOptions options;
    options.title = "Two flights";
    options.airspace.path = "world.fgb";
    options.airspace.key = "A3";
    options.legs = LegReading::straight;
    options.max_gap = std::chrono::minutes{5};
    options.state = "OWN";
    options.permitted = {"FRIEND"};
    options.inputs = {"tracks.csv"};
    const Scenario s = scenario_of_tracks({along_equator("B", 500, 900), along_equator("A", 100, 700)}, options);
    CHECK(s.title == "Two flights");
    CHECK(s.airspace.path == "world.fgb");
    CHECK(s.airspace.key == "A3");
    CHECK(s.legs == LegReading::straight);
    CHECK(s.max_gap == std::chrono::minutes{5});
    CHECK(s.inputs == std::vector<std::string>{"tracks.csv"});
    CHECK(s.span == TimeSpan{at_second(100), at_second(900)});
    CHECK(s.accounts.empty());
    REQUIRE(s.aircraft.size() == 2);
    CHECK(s.aircraft[0].id == "B");
    CHECK(s.aircraft[0].state == "OWN");
    CHECK(s.aircraft[0].permitted == std::vector<std::string>{"FRIEND"});
    CHECK(s.aircraft[0].account.empty());
    CHECK(track_of(s.aircraft[0]).span() == TimeSpan{at_second(500), at_second(900)});
    CHECK(track_of(s.aircraft[1]).datum() == AltitudeDatum::pressure);
}

TEST_CASE("ids that are taken or missing are made unique, also where the new one was there already")
{
    std::vector<Track> tracks;
    for (const char* id : {"A", "A (2)", "A", "", "A", "aircraft"})
        tracks.push_back(along_equator(id, 0, 10));
    const Scenario s = scenario_of_tracks(tracks, {});
    std::vector<std::string> ids;
    for (const Aircraft& a : s.aircraft) {
        ids.push_back(a.id);
        CHECK(track_of(a).id() == a.id);
        CHECK(track_of(a).fixes().size() == 2);
    }
    CHECK(ids == std::vector<std::string>{"A", "A (2)", "A (3)", "aircraft", "A (4)", "aircraft (2)"});
}

TEST_CASE("a track without fixes is left out, and of no tracks the span is empty")
{
    const Scenario s = scenario_of_tracks({Track{}, along_equator("A", 100, 200)}, {});
    REQUIRE(s.aircraft.size() == 1);
    CHECK(s.span == TimeSpan{at_second(100), at_second(200)});
    CHECK(scenario_of_tracks({}, {}).span.empty());
    CHECK(scenario_of_tracks({Track{}}, {}).aircraft.empty());
}

TEST_CASE("without a state every airspace that a track enters is foreign")
{
    const Airspaces square{{rectangle("SQUARE", 1, -1, 2, 1)}, EdgeReading::straight};
    Diagnostics diagnostics;
    const auto incident = run_incident(scenario_of_tracks({along_equator("A", 0, 3000)}, {}), square, diagnostics);
    REQUIRE(incident);
    CHECK(to_seconds(incident->report.tracks[0].foreign) == Approx(1000).margin(1e-6));
}

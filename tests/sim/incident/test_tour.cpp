#include "sim/incident/tour.h"

#include <string>

#include <catch2/catch.hpp>

#include "sim/incident/incident.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

Aircraft flying(const std::string& id, double lat)
{
    Aircraft aircraft;
    aircraft.id = id;
    aircraft.motion = *Track::make(id, AltitudeDatum::msl,
                                   {{at_second(0), {-1, lat}, std::nullopt, std::nullopt},
                                    {at_second(4000), {3, lat}, std::nullopt, std::nullopt}});
    return aircraft;
}

/// Along the equator from 1 degree west to 3 east in 4000 s, through TWO squares of a degree with a degree between:
/// in at 1000 s, out at 2000, in at 3000, and the flight ends inside. A second aircraft passes 1 degree north of them.
Scenario two_squares()
{
    Scenario scenario;
    scenario.path = "tour.toml";
    scenario.span = {at_second(0), at_second(4000)};
    scenario.max_gap = std::chrono::hours{2};
    scenario.aircraft = {flying("NEAR", 2), flying("IN", 0)};
    for (const double s : {500.0, 100.0, 2500.0}) {
        Call call;
        call.time = at_second(s);
        call.to = "IN";
        scenario.calls.push_back(call);
        Event event;
        event.time = at_second(s + 50);
        scenario.events.push_back(event);
    }
    return scenario;
}

const Airspaces squares{{rectangle("ONE", 0, -1, 1, 1), rectangle("TWO", 2, -1, 3.5, 1)}, EdgeReading::straight};

Step step_at(StepEvent event, std::size_t number = 1, double later_s = 0, std::string aircraft = "")
{
    Step step;
    step.at.event = event;
    step.at.number = number;
    step.at.later = seconds(later_s);
    step.aircraft = std::move(aircraft);
    step.path = "step[0]";
    return step;
}

struct Toured {
    std::vector<TourStop> stops;
    Diagnostics diagnostics;
};

Toured toured(std::vector<Step> steps)
{
    Scenario scenario = two_squares();
    scenario.steps = std::move(steps);
    Toured result;
    const auto incident = run_incident(scenario, squares, result.diagnostics);
    REQUIRE(incident);
    result.stops = tour_of(scenario, incident->report, squares, result.diagnostics);
    return result;
}

double second_of(const Step& step)
{
    const Toured tour = toured({step});
    REQUIRE(tour.stops.size() == 1);
    CHECK(tour.diagnostics.list().empty());
    return to_seconds(tour.stops[0].time - Time{});
}

}  // namespace

TEST_CASE("the instant of a step is that of what happens, with the time that is added")
{
    CHECK(second_of(step_at(StepEvent::start)) == 0);
    CHECK(second_of(step_at(StepEvent::end, 1, -10)) == 3990);
    CHECK(second_of(step_at(StepEvent::entry)) == Approx(1000).margin(1e-6));
    CHECK(second_of(step_at(StepEvent::entry, 2, 2.5)) == Approx(3002.5).margin(1e-6));
    CHECK(second_of(step_at(StepEvent::exit)) == Approx(2000).margin(1e-6));
    CHECK(second_of(step_at(StepEvent::call, 1)) == 100);
    CHECK(second_of(step_at(StepEvent::call, 2)) == 500);
    CHECK(second_of(step_at(StepEvent::event, 3, -50)) == 2500);
    Step own = step_at(StepEvent::start);
    own.at.time = at_second(1234);
    CHECK(second_of(own) == 1234);
    // Over the middle of a square's northern side, or anywhere along it: what counts is that it is the other's.
    const double closest = second_of(step_at(StepEvent::closest, 1, 0, "NEAR"));
    CHECK(closest >= 1000 - 1);
    CHECK(closest <= 4000);
}

TEST_CASE("without an aircraft a step is about the one that comes into foreign airspace")
{
    const Toured tour = toured({step_at(StepEvent::entry), step_at(StepEvent::start, 1, 0, "NEAR")});
    REQUIRE(tour.stops.size() == 2);
    CHECK(tour.stops[0].aircraft == 0U);
    CHECK(tour.stops[1].aircraft == 1U);
}

TEST_CASE("stops ascend in time, and those of one instant keep the order of the file")
{
    const Toured tour = toured(
        {step_at(StepEvent::exit), step_at(StepEvent::start), step_at(StepEvent::entry), step_at(StepEvent::start)});
    REQUIRE(tour.stops.size() == 4);
    CHECK(tour.stops[0].step == 1);
    CHECK(tour.stops[1].step == 3);
    CHECK(tour.stops[2].step == 2);
    CHECK(tour.stops[3].step == 0);
}

TEST_CASE("a step whose event does not happen is left out, and told")
{
    const auto problem_of = [](const Step& step) {
        const Toured tour = toured({step});
        CHECK(tour.stops.empty());
        REQUIRE(tour.diagnostics.list().size() == 1);
        const Diagnostic& d = tour.diagnostics.list()[0];
        CHECK(d.severity == Severity::warning);
        CHECK(d.path == "step[0]");
        CHECK(d.file == "tour.toml");
        return d.message;
    };
    CHECK(problem_of(step_at(StepEvent::entry, 3)) == "there is no entry 3: 'IN' has 2; the step is left out");
    // The flight ends inside: that is no exit.
    CHECK(problem_of(step_at(StepEvent::exit, 2)) == "there is no exit 2: 'IN' has 1; the step is left out");
    CHECK(problem_of(step_at(StepEvent::entry, 1, 0, "NEAR")) ==
          "there is no entry 1: 'NEAR' has 0; the step is left out");
    CHECK(problem_of(step_at(StepEvent::call, 4)) == "there is no call 4: the scenario has 3; the step is left out");
    CHECK(problem_of(step_at(StepEvent::entry, 2, 2000)).find("outside the scenario's start and end") !=
          std::string::npos);
}

TEST_CASE("pointing at an airspace that is not there is told, and the stop stays")
{
    Step step = step_at(StepEvent::start);
    step.point_at = PointAtBorder{"THREE"};
    const Toured tour = toured({step});
    CHECK(tour.stops.size() == 1);
    REQUIRE(tour.diagnostics.list().size() == 1);
    CHECK(tour.diagnostics.list()[0].path == "step[0].point_at.border");
    step.point_at = PointAtBorder{"TWO"};
    CHECK(toured({step}).diagnostics.list().empty());
}

TEST_CASE("seventeen characters are read in a second, letters of two bytes as one, and nothing in less than four")
{
    CHECK(reading_time_s("", "") == 4);
    CHECK(reading_time_s("Title", "Short.") == 4);
    CHECK(reading_time_s(std::string(17, 'a'), std::string(153, 'b')) == Approx(10));
    std::string turkish;
    for (int i = 0; i < 170; ++i)
        turkish += "ğ";
    CHECK(reading_time_s("", turkish) == Approx(10));
}

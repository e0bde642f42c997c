#pragma once

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/analysis/owned_ground.h"
#include "sim/incident/incident.h"
#include "sim/incident/sureness.h"
#include "tests/support/shapes.h"
#include "tools/incursion/html_report.h"

namespace incursion::sample {

/// A scenario of recorded tracks, run, with its page.
struct PageOf {
    Scenario scenario;
    OwnedGround ground;
    Incident incident;
    std::string html;
};

inline ReportPage page_facts()
{
    ReportPage page;
    page.inputs = {{"a&b.toml", "00ff"}, {"gone", ""}};
    page.versions = "Made by incursion 0.1.0.";
    page.command = "incursion run 'a&b.toml' -f html -o report.html";
    page.credits = {"(c) <mappers>, ODbL 1.0"};
    return page;
}

inline std::unique_ptr<PageOf> page_of(Scenario scenario, Airspaces airspaces)
{
    Diagnostics diagnostics;
    const CrossingOptions options = crossing_options_of(scenario);
    std::unique_ptr<PageOf> made{new PageOf{std::move(scenario), {std::move(airspaces), options}, {}, {}}};
    auto incident = run_incident(made->scenario, made->ground.analysis, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.list())
        FAIL_CHECK(to_string(diagnostic));
    REQUIRE(incident);
    made->incident = std::move(*incident);
    add_sureness(made->incident, made->scenario, made->ground.analysis, {}, diagnostics);
    made->html = html_report(made->scenario, made->incident, made->ground.analysis, {}, page_facts());
    return made;
}

/// One aircraft of BBB, a fix every 10 s; without altitudes where none is given.
inline Aircraft aircraft(std::string id, const std::vector<LonLat>& places, std::optional<double> altitude_m = 5000.0)
{
    Aircraft made;
    made.id = std::move(id);
    made.state = "BBB";
    std::vector<Fix> fixes;
    for (std::size_t i = 0; i < places.size(); ++i)
        fixes.push_back({test::at_second(10.0 * static_cast<double>(i)), places[i], altitude_m, std::nullopt});
    made.motion = Track::make(made.id, AltitudeDatum::msl, std::move(fixes)).value();
    return made;
}

/// Straight in longitude and latitude, in so many steps.
inline std::vector<LonLat> straight(LonLat from, LonLat to, int steps)
{
    std::vector<LonLat> places;
    for (int i = 0; i <= steps; ++i)
        places.push_back({from.lon_deg + (to.lon_deg - from.lon_deg) * i / steps,
                          from.lat_deg + (to.lat_deg - from.lat_deg) * i / steps});
    return places;
}

inline Scenario scenario(std::vector<Aircraft> list, double seconds = 1000)
{
    Scenario made;
    made.path = "scenario.toml";
    made.title = "A flight";
    made.span = {test::at_second(0), test::at_second(seconds)};
    made.aircraft = std::move(list);
    return made;
}

/// Along the equator from 0.5 W to 1.5 E in 1000 s, in at 0 E after 250 s and out at 1 E after 750 s.
inline Scenario through_a_square()
{
    return scenario({aircraft("A1", straight({-0.5, 0}, {1.5, 0}, 100))});
}

inline Airspaces square()
{
    return {{test::rectangle("AAA", 0, -1, 1, 1)}, EdgeReading::straight};
}

}  // namespace incursion::sample

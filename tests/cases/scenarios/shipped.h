#pragma once

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/base/diagnostics.h"
#include "sim/incident/incident.h"
#include "sim/incident/sureness.h"
#include "sim/io/read_airspaces.h"
#include "sim/io/read_border_alternatives.h"
#include "sim/io/read_scenario.h"

namespace incursion::test {

/// A shipped scenario, flown and analysed: `hatay-2015/scenario`; with everything that `incursion run` tells, or without
/// what takes long (add_sureness).
inline Report flown_report(const std::string& name, bool with_sureness)
{
    Diagnostics diagnostics;
    const auto scenario = read_scenario(std::string{INCURSION_SOURCE_DIR "/scenarios/"} + name + ".toml", diagnostics);
    REQUIRE(scenario);
    const auto airspaces = read_airspaces(scenario->airspace, diagnostics);
    REQUIRE(airspaces);
    const BorderIndex index{*airspaces};
    const BorderDistances distances{index.edges()};
    const AnalysisGround ground{*airspaces, index, distances, crossing_options_of(*scenario)};
    auto incident = run_incident(*scenario, ground, diagnostics);
    REQUIRE(incident);
    if (with_sureness)
        add_sureness(*incident, *scenario, ground, read_alternative_borders(*scenario, diagnostics), diagnostics);
    REQUIRE(!diagnostics.has_errors());
    return std::move(incident->report);
}

/// Once for all tests of the program, without sureness.
inline const Report& shipped_report(const std::string& name)
{
    static std::map<std::string, Report> reports;
    if (const auto known = reports.find(name); known != reports.end())
        return known->second;
    return reports.emplace(name, flown_report(name, false)).first->second;
}

inline const TrackReport& track_of(const Report& report, const std::string& id)
{
    const auto found = std::find_if(report.tracks.begin(), report.tracks.end(),
                                    [&](const TrackReport& track) { return track.track == id; });
    REQUIRE(found != report.tracks.end());
    return *found;
}

inline std::vector<Visit> visits_to(const TrackReport& track, const std::string& airspace)
{
    std::vector<Visit> visits;
    std::copy_if(track.visits.begin(), track.visits.end(), std::back_inserter(visits),
                 [&](const Visit& visit) { return visit.airspace == airspace; });
    return visits;
}

inline double nearest_m(const TrackReport& track, const std::string& airspace)
{
    const auto found = std::find_if(track.closest_approach.begin(), track.closest_approach.end(),
                                    [&](const ClosestApproach& c) { return c.airspace == airspace; });
    REQUIRE(found != track.closest_approach.end());
    return found->distance_m;
}

}  // namespace incursion::test

#include "sim/incident/incident.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "sim/analysis/calls_report.h"
#include "sim/analysis/track_report.h"
#include "sim/evidence/warnings.h"
#include "sim/incident/claims.h"
#include "sim/incident/fly_scenario.h"
#include "sim/incident/radar_picture.h"

namespace incursion {

namespace {

std::optional<Time> first_foreign_entry(const TrackReport& report)
{
    for (const Visit& v : report.visits)
        if (v.foreign)
            return v.entry.time;
    return std::nullopt;
}

TrackReport report_of(const Aircraft& aircraft, FlownAircraft flown, const AnalysisGround& ground)
{
    TrackReport report = analyse_track(flown.track, belonging_of(aircraft), ground);
    report.account = aircraft.account;
    report.title = aircraft.title;
    report.type = aircraft.type ? aircraft.type->id : "";
    report.flown = aircraft.was_flown || std::holds_alternative<FlightPlan>(aircraft.motion);
    report.evidence = aircraft.evidence;
    report.limits = std::move(flown.limits);
    return report;
}

Report header_of(const Scenario& scenario, const Airspaces& airspaces)
{
    Report report;
    report.title = scenario.title;
    report.description = scenario.description;
    report.path = scenario.path;
    report.seed = scenario.seed;
    report.span = scenario.span;
    report.edges = airspaces.edges;
    report.legs = scenario.legs;
    report.has_limits = std::any_of(airspaces.list.begin(), airspaces.list.end(),
                                    [](const Airspace& airspace) { return airspace.has_limits(); });
    report.qnh_hpa = scenario.heights.qnh_hpa;
    report.terrain = scenario.heights.terrain_path;
    report.accounts = scenario.accounts;
    report.events = scenario.events;
    std::stable_sort(report.events.begin(), report.events.end(),
                     [](const Event& p, const Event& q) { return p.time < q.time; });
    report.inputs = scenario.inputs;
    return report;
}

}  // namespace

bool can_protect(const WarningRules& rules, const Airspaces& airspaces, const std::string& file,
                 Diagnostics& diagnostics)
{
    if (rules.airspace.empty())
        return true;
    std::set<std::string> keys;
    for (const Airspace& airspace : airspaces.list)
        keys.insert(airspace.key);
    if (keys.contains(rules.airspace))
        return true;
    std::vector<std::string> known{keys.begin(), keys.end()};
    if (constexpr std::size_t most = 20; known.size() > most) {
        known.resize(most);
        known.push_back(fmt::format("and {} more", keys.size() - most));
    }
    diagnostics.error(file, std::nullopt, "rules.airspace",
                      fmt::format("there is no airspace '{}'; those of the scenario are: {}", rules.airspace,
                                  fmt::join(known, ", ")));
    return false;
}

CrossingOptions crossing_options_of(const Scenario& scenario)
{
    return {scenario.legs, scenario.max_gap, scenario.heights};
}

std::optional<Incident> run_incident(const Scenario& scenario, const Airspaces& airspaces, Diagnostics& diagnostics)
{
    const BorderIndex index{airspaces};
    const BorderDistances distances{index.edges()};
    return run_incident(scenario, AnalysisGround{airspaces, index, distances, crossing_options_of(scenario)},
                        diagnostics);
}

std::optional<Incident> run_incident(const Scenario& scenario, const AnalysisGround& ground, Diagnostics& diagnostics)
{
    Incident incident;
    incident.report = header_of(scenario, ground.airspaces);
    const bool rules_fit =
        !scenario.rules || can_protect(*scenario.rules, ground.airspaces, scenario.path, diagnostics);
    bool all_flown = true;
    std::vector<FlownAircraft> flown;
    for (std::size_t i = 0; i < scenario.aircraft.size(); ++i) {
        auto one = fly_aircraft(scenario, i, ground, diagnostics);
        all_flown = all_flown && one.has_value();
        if (one)
            flown.push_back(std::move(*one));
    }
    if (!all_flown || !rules_fit)
        return std::nullopt;

    for (std::size_t i = 0; i < flown.size(); ++i) {
        incident.tracks.push_back(flown[i].track);
        incident.report.tracks.push_back(report_of(scenario.aircraft[i], std::move(flown[i]), ground));
    }
    std::map<std::string, CalledAircraft> called;
    for (std::size_t i = 0; i < incident.tracks.size(); ++i)
        called.emplace(scenario.aircraft[i].id, CalledAircraft{incident.tracks[i], belonging_of(scenario.aircraft[i]),
                                                               first_foreign_entry(incident.report.tracks[i])});
    incident.report.calls = analyse_calls(scenario.calls, called, ground);
    for (const Claim& claim : scenario.claims)
        incident.report.claims.push_back(check_claim(claim, scenario, incident));
    incident.report.warnings = assess_warnings(scenario, incident.tracks, incident.report, ground);
    for (std::size_t i = 0; i < scenario.radars.size(); ++i) {
        RadarPicture picture = radar_picture(i, scenario, incident.tracks, incident.report.tracks, ground);
        incident.report.radars.push_back(std::move(picture.report));
        std::move(picture.seen.begin(), picture.seen.end(), std::back_inserter(incident.seen));
    }
    return incident;
}

}  // namespace incursion

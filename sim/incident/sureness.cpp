#include "sim/incident/sureness.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/analysis/nearest_approach.h"
#include "sim/evidence/border_comparison.h"
#include "sim/evidence/monte_carlo.h"
#include "sim/evidence/reach.h"
#include "sim/flight/performance.h"

namespace incursion {

namespace {

/// Foreign airspaces that a track visits, and the nearest.
std::set<std::string> keys_of(const TrackReport& report)
{
    std::set<std::string> keys;
    for (const Visit& v : report.visits)
        if (v.foreign)
            keys.insert(v.airspace);
    if (const ClosestApproach* nearest = nearest_approach(report))
        keys.insert(nearest->airspace);
    return keys;
}

bool is_far_from_poles(const Track& track)
{
    return std::all_of(track.fixes().begin(), track.fixes().end(),
                       [](const Fix& f) { return std::abs(f.place.lat_deg) < 89; });
}

void add_uncertainties(Report& report, const Scenario& scenario, const Aircraft& aircraft, const Track& track,
                       const TrackReport& found, const AnalysisGround& ground)
{
    if (!scenario.accuracy && !aircraft.accuracy)
        return;
    const Accuracy stated = scenario.accuracy.value_or(Accuracy{});
    for (const std::string& key : keys_of(found)) {
        std::vector<Claim> claims;
        for (const Claim& claim : scenario.claims)
            if (claim.account == aircraft.account && claim.aircraft == aircraft.id && claim.airspace == key)
                claims.push_back(claim);
        report.uncertainties.push_back(assess(track, key, aircraft.accuracy.value_or(stated.tracks), stated.border_m,
                                              stated.replicas, claims, ground, scenario.seed));
    }
}

/// The fastest that the type flies at any altitude of the track, in still air.
std::optional<double> greatest_speed_mps(const AircraftType& type, const Track& track)
{
    std::optional<double> greatest;
    for (const Fix& fix : track.fixes())
        if (fix.altitude_m)
            if (const auto here = speed_range(type, *fix.altitude_m).greatest_tas_mps)
                greatest = std::max(greatest.value_or(0), *here);
    return greatest;
}

void add_reaches(Report& report, const Aircraft& aircraft, const Track& track, const TrackReport& found,
                 const AnalysisGround& ground)
{
    if (!std::holds_alternative<Track>(aircraft.motion) || !aircraft.type)
        return;
    const auto speed = greatest_speed_mps(*aircraft.type, track);
    if (!speed)
        return;
    for (const std::string& key : keys_of(found)) {
        ReachReport one = reach(track, key, *speed, ground);
        one.of = "track";
        one.speed_basis = "the greatest true airspeed of the " + aircraft.type->id + " at these altitudes";
        report.reaches.push_back(std::move(one));
    }
}

/// An alternative with what is asked of it; kept where it is, because its parts refer to each other.
struct Drawn {
    Drawn(const Airspaces& airspaces, const CrossingOptions& options)
        : index{airspaces}, distances{index.edges()}, ground{airspaces, index, distances, options}
    {
    }

    BorderIndex index;
    BorderDistances distances;
    AnalysisGround ground;
};

bool can_be_compared(const BorderAlternative& border, const AnalysisGround& ground, const Incident& incident,
                     const std::string& file, Diagnostics& diagnostics)
{
    for (const Track& track : incident.tracks)
        if (const auto problem = limits_problem(track, ground.airspaces, ground.index, ground.options)) {
            diagnostics.error(file, std::nullopt, border.path, track.id() + ": " + problem->message);
            return false;
        }
    return true;
}

void add_borders(Incident& incident, const Scenario& scenario, const AnalysisGround& ground,
                 const std::vector<AlternativeBorders>& alternatives, Diagnostics& diagnostics)
{
    std::vector<std::unique_ptr<Drawn>> drawn;
    AnalysisGround own = ground;
    own.closest = ClosestTo::each_key;
    std::vector<BorderDrawing> drawings{
        {{"scenario", "the scenario's own borders", ground.airspaces.edges, "", "", {}}, {}, own}};
    for (const AlternativeBorders& alternative : alternatives) {
        const BorderAlternative& border = scenario.borders[alternative.border];
        auto other = std::make_unique<Drawn>(alternative.airspaces, ground.options);
        if (!can_be_compared(border, other->ground, incident, scenario.path, diagnostics))
            continue;
        drawn.push_back(std::move(other));
        drawings.push_back(
            {{border.id, border.title, alternative.airspaces.edges, border.date, border.licence, border.evidence},
             border.names,
             drawn.back()->ground});
    }
    std::vector<ComparedTrack> tracks;
    for (std::size_t i = 0; i < incident.tracks.size(); ++i)
        if (incident.tracks[i].fixes().size() > 1)
            tracks.push_back({incident.tracks[i], belonging_of(scenario.aircraft[i])});
    incident.report.borders = compare_borders(tracks, drawings);
}

}  // namespace

void add_sureness(Incident& incident, const Scenario& scenario, const AnalysisGround& ground,
                  const std::vector<AlternativeBorders>& alternatives, Diagnostics& diagnostics)
{
    for (std::size_t i = 0; i < incident.tracks.size(); ++i) {
        const Track& track = incident.tracks[i];
        if (track.fixes().size() < 2)
            continue;
        const TrackReport& found = incident.report.tracks[i];
        if (is_far_from_poles(track))
            add_uncertainties(incident.report, scenario, scenario.aircraft[i], track, found, ground);
        add_reaches(incident.report, scenario.aircraft[i], track, found, ground);
    }
    if (!alternatives.empty())
        add_borders(incident, scenario, ground, alternatives, diagnostics);
}

}  // namespace incursion

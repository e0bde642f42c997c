#include "sim/incident/scenario_of_tracks.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace incursion {

namespace {

std::string unique_id(const std::string& wanted, const std::set<std::string>& taken)
{
    const std::string id = wanted.empty() ? "aircraft" : wanted;
    std::string unique = id;
    for (int number = 2; taken.contains(unique); ++number)
        unique = fmt::format("{} ({})", id, number);
    return unique;
}

/// A track goes by the name of its aircraft.
Track renamed(const Track& track, const std::string& id)
{
    return std::move(Track::make(id, track.datum(), {track.fixes().begin(), track.fixes().end()})).value();
}

}  // namespace

Scenario scenario_of_tracks(std::vector<Track> tracks, const TrackScenarioOptions& options)
{
    Scenario scenario;
    scenario.title = options.title;
    scenario.airspace = options.airspace;
    scenario.legs = options.legs;
    scenario.heights = options.heights;
    scenario.max_gap = options.max_gap;
    scenario.inputs = options.inputs;
    std::set<std::string> taken;
    for (Track& track : tracks) {
        if (track.fixes().empty())
            continue;
        const TimeSpan span = track.span();
        const bool first = scenario.aircraft.empty();
        scenario.span.from = first ? span.from : std::min(scenario.span.from, span.from);
        scenario.span.to = first ? span.to : std::max(scenario.span.to, span.to);
        Aircraft aircraft;
        aircraft.id = unique_id(track.id(), taken);
        aircraft.state = options.state;
        aircraft.permitted = options.permitted;
        taken.insert(aircraft.id);
        const bool same = aircraft.id == track.id();
        aircraft.motion = same ? std::move(track) : renamed(track, aircraft.id);
        scenario.aircraft.push_back(std::move(aircraft));
    }
    return scenario;
}

}  // namespace incursion

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/model/scenario.h"

namespace incursion {

/// What recorded tracks do not say about themselves.
struct TrackScenarioOptions {
    std::string title;
    AirspaceSource airspace;
    LegReading legs = LegReading::geodesic;
    HeightReading heights{};
    std::optional<Duration> max_gap;
    std::string state;  ///< of every aircraft; none where empty, so that every airspace is foreign
    std::vector<std::string> permitted;
    std::vector<std::string> inputs;  ///< the files that the tracks were read from
};

/// A scenario around recorded tracks: one aircraft each in the order given, no accounts, from the first fix of any
/// to the last. An aircraft and its track take the track's id, `aircraft` where that is empty, with ` (2)`, ` (3)`
/// and so on behind it where an earlier one has it. Tracks without fixes are left out: nothing flies there.
/// The span is empty where no track is left.
Scenario scenario_of_tracks(std::vector<Track> tracks, const TrackScenarioOptions& options);

}  // namespace incursion

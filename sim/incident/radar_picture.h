#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/analysis/track_report.h"
#include "sim/incident/seen_aircraft.h"
#include "sim/model/scenario.h"

namespace incursion {

struct RadarPicture {
    RadarReport report;
    std::vector<SeenAircraft> seen;  ///< in the order of tracks; those with any plot
};

/// What the radar at a place of Scenario::radars shows of the scenario's aircraft, beside the truth: plots over the
/// scenario's span, drawn with its seed, the track that they make when joined by legs, and the track that a tracker
/// makes of them, each analysed as any other track. Each account's aircraft are seen as if no other account's flew.
/// `seconds_to_proof` is counted where the first proof comes at or after the true entry.
/// REQUIRES: there is such a radar, its scan_period_s > 0; `tracks` and `truth` are those of scenario.aircraft, one by
/// one; limits_problem finds none for the tracks.
RadarPicture radar_picture(std::size_t radar, const Scenario& scenario, std::span<const Track> tracks,
                           std::span<const TrackReport> truth, const AnalysisGround& ground);

}  // namespace incursion

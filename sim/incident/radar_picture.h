#pragma once

#include <span>

#include "sim/analysis/track_report.h"
#include "sim/model/scenario.h"

namespace incursion {

/// What one radar shows of the scenario's aircraft, beside the truth: plots over the scenario's span, drawn with its
/// seed, the track that they make when joined by legs, and the track that a tracker makes of them, each analysed as any
/// other track. `seconds_to_proof` is counted where the first proof comes at or after the true entry.
/// REQUIRES: `tracks` and `truth` are those of scenario.aircraft, one by one; scan_period_s > 0; limits_problem finds
/// none for the tracks.
RadarReport radar_picture(const Radar& radar, const Scenario& scenario, std::span<const Track> tracks,
                          std::span<const TrackReport> truth, const AnalysisGround& ground);

}  // namespace incursion

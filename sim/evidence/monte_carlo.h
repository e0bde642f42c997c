#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "sim/analysis/track_report.h"
#include "sim/analysis/uncertainty_report.h"
#include "sim/model/claim.h"

namespace incursion {

/// How sure a track's relation to the airspaces of one key is: replicas of the whole track, each moved by errors that
/// are drawn after its accuracy, are set against the border. A replica's error of a fix is white noise, a
/// Gauss-Markov drift (rho = exp(-dt / T), innovation sqrt(1 - rho^2)) and a bias, with Fix::accuracy_m as
/// TrackAccuracy::of_fixes says; the clock moves all times, the altitude bias all altitudes; an error of the border
/// is one rigid offset, so minus that of the track.
///
/// In: claims of this track and key; those of dwell, depth, length, min_distance and entry_time are judged.
/// Dwell, entry and exit are exact for each replica. Depth and closest distance are those of the fixes where no leg
/// is longer than 200 m, else of the path to 1 cm. Depths are to the nearest border of the key's airspaces.
/// REQUIRES: at least two fixes, all between 89 degrees south and north; replicas > 0; limits_problem finds none.
/// PROMISES: the same for any number of threads.
Uncertainty assess(const Track& track, const std::string& key, const TrackAccuracy& accuracy, double border_m,
                   std::size_t replicas, std::span<const Claim> claims, const AnalysisGround& ground,
                   std::uint64_t seed);

}  // namespace incursion

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/evidence/crossing_search.h"

namespace incursion {

/// Looks between the paths of the grid for crossings that make all figures true: from those that come nearest to it in
/// each direction, the best `descents` of them, direction and offset are changed step by step to what comes nearer, with
/// steps that are halved down to `least_step_m`. What is found is added to the end of the list.
/// Returns how many were added. A local search: it may miss one that lies far from every path that was tried.
/// REQUIRES: `crossings` are those of try_crossings for the same key, grid and ground.
std::size_t refine_crossings(TrialCrossings& crossings, const std::vector<StatedFigure>& figures, const std::string& key,
                             const CrossingGrid& grid, const AnalysisGround& ground, std::size_t descents = 64,
                             double least_step_m = 0.1);

/// How far a crossing is from making all figures true: 0 where it does; else the sum of the squares of what is missing
/// to each, as a part of the stated value, and of the gap between the speeds that they ask for.
double violation(const TrialCrossing& crossing, const std::vector<StatedFigure>& figures);

}  // namespace incursion

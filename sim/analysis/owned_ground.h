#pragma once

#include <utility>

#include "sim/analysis/track_report.h"

namespace incursion {

/// Airspaces, and what tracks are set against to be analysed. Its parts refer to each other, so it stays where it was
/// made.
struct OwnedGround {
    OwnedGround(Airspaces over, const CrossingOptions& options, ClosestTo closest = ClosestTo::each_key)
        : airspaces{std::move(over)},
          index{airspaces},
          distances{index.edges()},
          analysis{airspaces, index, distances, options, closest}
    {
    }
    OwnedGround(const OwnedGround&) = delete;
    OwnedGround& operator=(const OwnedGround&) = delete;

    Airspaces airspaces;
    BorderIndex index;
    BorderDistances distances;
    AnalysisGround analysis;
};

}  // namespace incursion

#pragma once

#include <utility>

#include "sim/analysis/border_distances.h"
#include "sim/analysis/track_report.h"
#include "tests/support/shapes.h"

namespace incursion::test {

/// Airspaces with what the analysis asks of them; stays where it was made.
struct Ground {
    explicit Ground(Airspaces a) : airspaces{std::move(a)} {}
    Ground(const Ground&) = delete;
    Ground& operator=(const Ground&) = delete;

    Airspaces airspaces;
    BorderIndex index{airspaces};
    BorderDistances distances{index.edges()};
    AnalysisGround ground() const { return {airspaces, index, distances, {}}; }
};

}  // namespace incursion::test

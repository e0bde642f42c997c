#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sim/analysis/ground_passes.h"
#include "sim/analysis/report.h"
#include "sim/analysis/vertical_range.h"
#include "sim/border/leg_path.h"

namespace incursion {

/// Heights of a leg at both ends, linear in time between, from the zero that its track is compared in.
struct LegHeights {
    const LegPath& path;
    double from_m = 0, to_m = 0;
    double over_msl_m = 0;             ///< by how much they are greater than heights above mean sea level
    const Terrain* terrain = nullptr;  ///< needed by ranges that follow the ground
};

/// A part of a leg during which an airspace's limits hold it: fractions of the leg, and by which limit it begins and
/// ends; nothing where the stretch that was asked for begins or ends there.
struct LegPart {
    double from = 0, to = 0;
    std::optional<CrossedBy> in_by, out_by;
    double in_half = 0, out_half = 0;  ///< half the widths of the brackets of both ends, likewise fractions
};

/// The parts of the stretch [u0, u1) of a leg at or above the floor and below the ceiling, ascending and apart. False
/// where the range follows the ground and some of it is not known.
bool find_leg_parts(const VerticalRange& range, const LegHeights& heights, double u0, double u1,
                    std::vector<LegPart>& parts);

/// The limits as heights from the zero of `heights` at a fraction of the leg.
struct LimitsAt {
    double floor_m = 0, ceiling_m = 0;
};
LimitsAt limits_at(const VerticalRange& range, const LegHeights& heights, double u);

}  // namespace incursion

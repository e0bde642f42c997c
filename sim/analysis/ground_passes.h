#pragma once

#include <vector>

#include "sim/border/leg_path.h"
#include "sim/model/terrain.h"

namespace incursion {

/// A leg over ground: its heights above mean sea level at both ends, linear in time between.
struct LegOverGround {
    const LegPath& path;
    const Terrain& terrain;
    double msl_from_m = 0, msl_to_m = 0;

    double msl_m(double u) const { return msl_from_m + (msl_to_m - msl_from_m) * u; }
    /// Height above the ground; above mean sea level where the ground is not known.
    double above_ground_m(double u) const;
};

/// An instant of a leg at which its height above the ground passes a limit, by either way.
struct GroundPass {
    double u = 0;      ///< fraction of the leg
    double half = 0;   ///< half the width of a bracket that contains the true one, likewise
};

/// Every pass of a limit within the fractions [u0, u1]. The leg is parted where it crosses lines of the terrain's grid,
/// on which the ground has its kinks; in between, the height is a quadratic of the way but for the geodesic's bend, whose
/// extremum parts it again, so each part is monotone and its root bracketed. Only pairs of passes that are less than
/// about a millimetre of height apart can be missed. False where some of the ground is not known; it is then taken as
/// at mean sea level.
bool find_ground_passes(const LegOverGround& leg, double limit_m, double u0, double u1,
                        std::vector<GroundPass>& passes);

}  // namespace incursion

#include "sim/radar/horizon.h"

#include <algorithm>
#include <cmath>

namespace incursion {

double radio_horizon_m(double height_m, double other_height_m, double earth_radius_m)
{
    const double diameter_m = 2 * effective_earth_factor * earth_radius_m;
    return std::sqrt(diameter_m * std::max(0.0, height_m)) + std::sqrt(diameter_m * std::max(0.0, other_height_m));
}

}  // namespace incursion

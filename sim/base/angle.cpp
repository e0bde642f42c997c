#include "sim/base/angle.h"

#include <cmath>

namespace incursion {

namespace {
constexpr double turn_rad = 2 * std::numbers::pi;
}

Angle wrapped_to_circle(Angle angle)
{
    double rad = std::fmod(angle.rad(), turn_rad);
    if (rad < 0)
        rad += turn_rad;
    return Angle::radians(rad < turn_rad ? rad : 0);  // a tiny negative may round up to a full turn
}

Angle wrapped_to_half_turn(Angle angle)
{
    const double rad = std::remainder(angle.rad(), turn_rad);  // in [-pi, pi]
    return Angle::radians(rad <= -std::numbers::pi ? std::numbers::pi : rad);
}

}  // namespace incursion

#pragma once

#include "sim/base/isa.h"

namespace incursion {

/// The International Standard Atmosphere: ICAO Doc 7488/3, Manual of the ICAO Standard Atmosphere (1993),
/// chapter 1 and table B; the same as ISO 2533:1975. Altitudes are geopotential metres above mean sea level;
/// a plan's altitudes above mean sea level are taken as such (the geometric altitude is 0.1 % more at 6 km).

inline constexpr double isa_heat_ratio = 1.4;          ///< of air, specific heats at constant pressure and volume

/// Where the atmosphere is defined here. Outside it the air of the nearer end is given.
inline constexpr double isa_lowest_m = -2000;
inline constexpr double isa_highest_m = 32000;

struct Air {
    double temperature_k = 0;
    double pressure_pa = 0;
    double density_kgpm3 = 0;
    double speed_of_sound_mps = 0;
};

/// Standard air at an altitude. Three layers: -6.5 K/km to 11 km, 216.65 K to 20 km, +1 K/km to 32 km.
/// Agrees with the tables of Doc 7488 to their last digit.
Air isa_at(double altitude_m);

}  // namespace incursion

#pragma once

namespace incursion {

// The International Standard Atmosphere at mean sea level and up to 11 km: ICAO Doc 7488/3, Manual of the ICAO
// Standard Atmosphere (1993), chapter 1; the same as ISO 2533:1975.
inline constexpr double isa_sea_level_temperature_k = 288.15;
inline constexpr double isa_sea_level_pressure_pa = 101325.0;
inline constexpr double isa_sea_level_density_kgpm3 = 1.225;
inline constexpr double isa_gas_constant = 287.05287;  ///< of air, J/(kg K)
inline constexpr double isa_troposphere_lapse_kpm = -0.0065;  ///< temperature gained per metre of altitude

}  // namespace incursion

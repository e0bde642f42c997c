#pragma once

namespace incursion {

// Exact by definition: foot and statute mile (international yard and pound agreement, 1959),
// nautical mile and knot (Monaco 1929; ICAO Annex 5, table 3-3), standard gravity (CGPM 1901).
inline constexpr double metres_per_foot = 0.3048;
inline constexpr double metres_per_statute_mile = 1609.344;
inline constexpr double metres_per_nautical_mile = 1852.0;
inline constexpr double standard_gravity_mps2 = 9.80665;

inline constexpr double mps_per_knot = metres_per_nautical_mile / 3600;
inline constexpr double mps_per_kmh = 1 / 3.6;
inline constexpr double mps_per_foot_per_minute = metres_per_foot / 60;

}  // namespace incursion

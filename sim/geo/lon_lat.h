#pragma once

#include <compare>

namespace incursion {

/// A place on the WGS-84 ellipsoid, in degrees as stored in the source: predicates decide on these
/// very numbers. Latitude in [-90, 90]; longitude any finite value, compared modulo 360.
struct LonLat {
    double lon_deg = 0;
    double lat_deg = 0;
    friend constexpr bool operator==(const LonLat&, const LonLat&) = default;
};

/// True for finite numbers with a latitude in [-90, 90] and a longitude in [-540, 540].
bool is_valid(LonLat place);

/// The longitude moved by whole turns into [-180, 180). Exact for every finite number.
inline double wrapped_lon(double lon_deg);

/// The longitude moved by whole turns so that it lies within 180 degrees of `reference_deg`; on a
/// tie it stays where it is. Rounded where the number moved needs more digits than a double of its new
/// size has: never for stored longitudes of 104 to 180 degrees either side, by 2^-45 degrees at most
/// (3 nm) for others of a turn or less.
inline double lon_near(double lon_deg, double reference_deg);

// Hot in every loop over fixes, and nearly always nothing to do: so that much is inline.

double wrapped_lon_beyond_turn(double lon_deg);
double lon_near_beyond_turn(double lon_deg, double reference_deg);

inline double wrapped_lon(double lon_deg)
{
    return lon_deg >= -180 && lon_deg < 180 ? lon_deg : wrapped_lon_beyond_turn(lon_deg);
}

inline double lon_near(double lon_deg, double reference_deg)
{
    const double apart = lon_deg - reference_deg;
    return apart >= -180 && apart <= 180 ? lon_deg : lon_near_beyond_turn(lon_deg, reference_deg);
}

}  // namespace incursion

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

/// The longitude moved by whole turns into [-180, 180). Exact wherever the result is representable,
/// which it is for every longitude in [-540, 540] with its last digit at 2^-43 degrees or coarser.
inline double wrapped_lon(double lon_deg)
{
    while (lon_deg >= 180)
        lon_deg -= 360;
    while (lon_deg < -180)
        lon_deg += 360;
    return lon_deg;
}

/// The longitude moved by whole turns so that it lies within 180 degrees of `reference_deg`; on a
/// tie it stays where it is.
inline double lon_near(double lon_deg, double reference_deg)
{
    while (lon_deg - reference_deg > 180)
        lon_deg -= 360;
    while (lon_deg - reference_deg < -180)
        lon_deg += 360;
    return lon_deg;
}

}  // namespace incursion

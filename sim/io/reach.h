#pragma once

#include <cmath>

#include "sim/base/angle.h"
#include "sim/geo/geodesic.h"
#include "sim/model/fix.h"

namespace incursion {

/// True if nobody needs to go faster than that from one fix to the other, over the ground. The usual answer costs a few
/// nanoseconds; only where bounds leave it open is the geodesic measured. REQUIRES: from.time < to.time; valid places.
inline bool reaches(const Fix& from, const Fix& to, double max_speed_mps)
{
    constexpr double degree = Angle::degrees(1).rad();
    constexpr double m_per_deg = wgs84_largest_radius_m * degree;
    const double limit_m = max_speed_mps * static_cast<double>((to.time - from.time).count()) * 1e-9;
    const double limit2 = limit_m * limit_m;
    const double north_m = (to.place.lat_deg - from.place.lat_deg) * m_per_deg;
    const double east_m = (to.place.lon_deg - from.place.lon_deg) * m_per_deg;
    // The path that is straight in longitude and latitude is no shorter than the geodesic, and no longer than the two
    // differences with the largest radius of curvature make it.
    if (north_m * north_m + east_m * east_m <= limit2)
        return true;
    // East and west it is shorter by the cosine of the latitude, of which three terms are a bound (they alternate).
    const double nearest_deg = from.place.lat_deg * to.place.lat_deg <= 0
                                   ? 0
                                   : std::fmin(std::abs(from.place.lat_deg), std::abs(to.place.lat_deg));
    const double x2 = nearest_deg * nearest_deg * (degree * degree);
    const double cosine = 1 + x2 * (x2 / 24 - 0.5);
    if (north_m * north_m + east_m * east_m * (cosine * cosine) <= limit2)
        return true;
    return distance_m(from.place, to.place) <= limit_m;
}

}  // namespace incursion

#include "sim/geo/lon_lat.h"

#include <cmath>

namespace incursion {

bool is_valid(LonLat place)
{
    return std::isfinite(place.lon_deg) && std::isfinite(place.lat_deg) && std::abs(place.lat_deg) <= 90 &&
           std::abs(place.lon_deg) <= 540;
}

double wrapped_lon(double lon_deg)
{
    double lon = lon_deg;
    while (lon >= 180)
        lon -= 360;
    while (lon < -180)
        lon += 360;
    return lon;
}

double lon_near(double lon_deg, double reference_deg)
{
    double lon = lon_deg;
    while (lon - reference_deg > 180)
        lon -= 360;
    while (lon - reference_deg < -180)
        lon += 360;
    return lon;
}

}  // namespace incursion

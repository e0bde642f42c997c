#include "sim/io/slant_range.h"

#include <algorithm>
#include <cmath>

#include "sim/geo/geodesic.h"

namespace incursion {

RadarFrame::RadarFrame(const RadarSite& site) : site_{site}, frame_{site.place, site.height_m}
{
    // sqrt(MN) = a sqrt(1 - e2) / (1 - e2 sin2 lat): Torge and Mueller, Geodesy, 4th ed., section 4.1.
    const double sine = std::sin(Angle::degrees(site.place.lat_deg).rad());
    radius_m_ = wgs84_a_m * std::sqrt(1 - wgs84_e2) / (1 - wgs84_e2 * sine * sine);
}

std::optional<LonLat> RadarFrame::at_slant_range(double range_m, Angle azimuth, double height_m) const
{
    const auto point = [&](double sine) {
        const double level_m = range_m * std::sqrt(std::max(0.0, 1 - sine * sine));
        return geodetic_from_ecef(frame_.ecef_from_enu(
            {level_m * std::sin(azimuth.rad()), level_m * std::cos(azimuth.rad()), range_m * sine}));
    };
    if (!(range_m > 0) || point(1).height_m < height_m || point(-1).height_m > height_m)
        return std::nullopt;
    // By the sine of the elevation the height is nearly a straight line, as on a sphere, whose slope is taken. The
    // bracket holds where the Earth's flattening makes that too long a step.
    const double centre_m = radius_m_ + site_.height_m;
    const double target_m = radius_m_ + height_m;
    double low = -1;
    double high = 1;
    double sine = std::clamp((target_m * target_m - centre_m * centre_m - range_m * range_m) / (2 * centre_m * range_m),
                             -1.0, 1.0);
    Geodetic found = point(sine);
    constexpr double close_enough_m = 1e-7;
    constexpr int most_turns = 60;
    for (int turn = 0; turn < most_turns && std::abs(found.height_m - height_m) > close_enough_m; ++turn) {
        (found.height_m < height_m ? low : high) = sine;
        const double step = (height_m - found.height_m) * target_m / (centre_m * range_m);
        const double next = sine + step;
        sine = next > low && next < high ? next : (low + high) / 2;
        found = point(sine);
    }
    return found.place;
}

LonLat RadarFrame::at_plane(double x_m, double y_m) const
{
    const double distance_m = 2 * radius_m_ * std::atan(std::hypot(x_m, y_m) / (2 * radius_m_));
    return direct(site_.place, Angle::radians(std::atan2(x_m, y_m)), distance_m);
}

}  // namespace incursion

#pragma once

#include <optional>

#include "sim/base/angle.h"
#include "sim/geo/local_frame.h"
#include "sim/geo/lon_lat.h"
#include "sim/io/radar_site.h"

namespace incursion {

/// Turns what a radar measured into places on the ellipsoid.
class RadarFrame {
public:
    explicit RadarFrame(const RadarSite& site);

    /// The place below the point that lies `range_m` from the antenna, in the vertical plane of that azimuth from true
    /// north, and at that height above the ellipsoid, to better than a millimetre: a straight line in three
    /// dimensions, its elevation found where the height fits. Heights above the sea may be taken for both, as a
    /// geoid at the same height all around moves the place by less than a hundred-thousandth of the range. A height
    /// that is wrong by d moves it by about d times the tangent of the elevation. What the air does to the ray (its
    /// bend, its delay of about 0.03 %) is left out.
    /// Nothing where no point at that range is so high or so low.
    std::optional<LonLat> at_slant_range(double range_m, Angle azimuth, double height_m) const;

    /// The place of a point on a plane that touches the Earth at the site, metres east and north, read as a
    /// stereographic projection of the sphere that fits the ellipsoid best there (radius sqrt(MN)). Systems project
    /// by a conformal sphere instead (PROJ: sterea): within 500 km the two differ by 0.1 m.
    LonLat at_plane(double x_m, double y_m) const;

private:
    RadarSite site_;
    LocalFrame frame_;
    double radius_m_ = 0;
};

}  // namespace incursion

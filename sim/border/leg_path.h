#pragma once

#include <optional>

#include "sim/geo/geodesic.h"
#include "sim/model/fix.h"
#include "sim/model/track.h"

namespace incursion {

/// The motion between two neighbouring fixes, u from 0 to 1 linear in time. Longitudes run on from the
/// first fix without a jump.
///
/// The geodesic is solved when it is first asked for, so a leg far from every border costs nothing; a
/// LegPath is therefore not to be shared by threads.
class LegPath {
public:
    /// REQUIRES: from.time < to.time.
    LegPath(LegReading reading, const Fix& from, const Fix& to);

    LegReading reading() const { return reading_; }
    Time start() const { return start_; }
    Time end() const { return end_; }
    Duration duration() const { return end_ - start_; }
    LonLat from() const { return from_; }
    /// The second fix, within half a turn of the first (exact: 0 and 1 give the stored numbers).
    LonLat to() const { return to_; }

    LonLat at(double u) const;
    /// Over the ground, metres; of a straight leg its chord's geodesic, which is what bounds need.
    double length_m() const;
    /// The instant of u, to the nearest nanosecond.
    Time time_at(double u) const;
    double fraction_at(Time t) const;

private:
    const GeodesicLine& line() const;

    LegReading reading_;
    Time start_, end_;
    LonLat from_, to_;
    mutable std::optional<GeodesicLine> line_;
};

/// How far a geodesic between two places may rise above (below) both of their latitudes, in degrees.
/// For dlon up to 20 degrees: the bulge of a great circle is at most dlon^2/16 (radians), met at 45
/// degrees; the constant is that with 10 % to spare for the ellipsoid and the fourth order.
constexpr double bulge_bound_deg(double dlon_deg)
{
    return dlon_deg * dlon_deg * 0.0012;
}
inline constexpr double bulge_bound_range_deg = 20;

/// How far a geodesic between two places may stray from the straight line between them in the lon/lat plane,
/// in degrees, measured across that line; a whole turn within a tenth of a degree of a pole. On the sphere
/// lat'' = -sin(azi)^2 tan(lat) / R^2 and lon'' = 2 sin(azi) cos(azi) tan(lat) / (R^2 cos(lat)), and a curve strays
/// by at most length^2 / 8 of its second derivative; 30 % are to spare for the ellipsoid.
/// REQUIRES: dlon up to bulge_bound_range_deg.
double stray_bound_deg(LonLat a, LonLat b);

}  // namespace incursion

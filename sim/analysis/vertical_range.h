#pragma once

#include <limits>

#include "sim/model/airspace.h"
#include "sim/model/height_reading.h"

namespace incursion {

/// Floor and ceiling of an airspace as one kind of track meets them, metres; infinite where there is none. A limit
/// above ground is a height above ground; any other counts from the zero that altitudes are compared in: pressure for
/// tracks of pressure altitudes, else mean sea level (heights above the ellipsoid are brought to it).
/// Flight levels and heights above mean sea level are brought together by the altimeter setting; 1013.25 hPa, so that
/// they are one, where nobody says.
struct VerticalRange {
    double floor_m = -std::numeric_limits<double>::infinity();
    double ceiling_m = std::numeric_limits<double>::infinity();
    bool floor_above_ground = false, ceiling_above_ground = false;

    bool limited() const
    {
        return floor_m != -std::numeric_limits<double>::infinity() ||
               ceiling_m != std::numeric_limits<double>::infinity();
    }
    bool follows_ground() const { return floor_above_ground || ceiling_above_ground; }
};
/// A limit of no height above ground is the surface, as which it has no bound.
VerticalRange vertical_range(const Airspace& airspace, AltitudeDatum datum = AltitudeDatum::msl,
                             const HeightReading& heights = {});

/// The part of a leg, as fractions [from, to) of it, that is at or above the floor and below the ceiling;
/// altitude linear in time. Empty (from >= to) where none is. A leg wholly within is [0, 1].
struct LegRange {
    double from = 0, to = 0;
    bool enters_by_floor = false, leaves_by_floor = false;  ///< else by the ceiling
};
/// REQUIRES: the range does not follow the ground.
LegRange within(const VerticalRange& range, double altitude_from_m, double altitude_to_m);

}  // namespace incursion

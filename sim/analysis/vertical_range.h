#pragma once

#include <limits>
#include <optional>

#include "sim/model/airspace.h"

namespace incursion {

/// Floor and ceiling of an airspace in metres of the track's own zero; infinite where there is none.
/// Flight levels and heights above mean sea level are taken as one in the standard atmosphere (1013.25 hPa
/// at sea level), which the report says.
struct VerticalRange {
    double floor_m = -std::numeric_limits<double>::infinity();
    double ceiling_m = std::numeric_limits<double>::infinity();
    bool limited() const
    {
        return floor_m != -std::numeric_limits<double>::infinity() ||
               ceiling_m != std::numeric_limits<double>::infinity();
    }
};
/// REQUIRES: neither limit is above ground, but for a floor at the surface.
VerticalRange vertical_range(const Airspace& airspace);

/// The part of a leg, as fractions [from, to) of it, that is at or above the floor and below the ceiling;
/// altitude linear in time. Empty (from >= to) where none is. A leg wholly within is [0, 1].
struct LegRange {
    double from = 0, to = 0;
    bool enters_by_floor = false, leaves_by_floor = false;  ///< else by the ceiling
};
LegRange within(const VerticalRange& range, double altitude_from_m, double altitude_to_m);

}  // namespace incursion

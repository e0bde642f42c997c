#pragma once

#include <optional>

#include "sim/analysis/track_path.h"
#include "sim/border/border_distance.h"

namespace incursion {

/// The distance to a border at an instant.
struct DistanceAt {
    Time time{};
    double distance_m = 0;
};

/// The greatest distance from the border along a part of a track: the maximum depth, where the part lies
/// inside. Found by branch and bound, so it is the global one: no distance on the part exceeds the result by
/// more than extreme_tolerance_m(result). The earliest of equals, up to that tolerance.
/// REQUIRES: the span lies within the track and is not empty; the border is not empty.
DistanceAt greatest_distance(const TrackPath& path, TimeSpan span, const BorderDistance& border);

/// The least distance, likewise.
DistanceAt least_distance(const TrackPath& path, TimeSpan span, const BorderDistance& border);

/// A centimetre, or a millionth of the distance where that is more.
constexpr double extreme_tolerance_m(double distance_m)
{
    return distance_m > 1e4 ? distance_m * 1e-6 : 0.01;
}

}  // namespace incursion

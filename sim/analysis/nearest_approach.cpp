#include "sim/analysis/nearest_approach.h"

#include <algorithm>

namespace incursion {

const ClosestApproach* nearest_approach(const TrackReport& track)
{
    const auto& list = track.closest_approach;
    const auto nearest =
        std::min_element(list.begin(), list.end(), [](const ClosestApproach& a, const ClosestApproach& b) {
            return a.distance_m < b.distance_m;
        });
    return nearest == list.end() ? nullptr : &*nearest;
}

}  // namespace incursion

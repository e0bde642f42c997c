#pragma once

#include <optional>

#include <Eigen/Core>

namespace incursion {

/// Where a body can be between two places in a plane: seconds count from the first, at which it is at (-c, 0); after
/// `duration_s` it is at (c, 0), with c = length_m / 2.
struct Prism {
    double length_m = 0;
    double duration_s = 0;
    double speed_mps = 0;  ///< greatest; at least length_m / duration_s
};

/// From first to last second, both included.
struct MeetingTimes {
    double from_s = 0, to_s = 0;
};

/// When a segment meets the lens of places where the body can be. It is one interval: the places that the body can
/// ever reach are an ellipse round both ends, of which the segment holds a connected part, and the times at which the
/// body can be at a place change steadily along it. None where the segment misses the ellipse.
/// The ellipse is at least 1 mm wide, so that a body with no time to lose is still found to meet what it crosses.
/// REQUIRES: duration_s > 0, speed_mps > 0.
std::optional<MeetingTimes> meeting_times(const Prism& prism, const Eigen::Vector2d& a, const Eigen::Vector2d& b);

}  // namespace incursion

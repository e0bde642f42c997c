#include "sim/evidence/prism.h"

#include <algorithm>
#include <cmath>

namespace incursion {

namespace {

/// The part of a segment, as fractions of it, within an ellipse round the origin with these half axes.
struct Part {
    double from = 0, to = 0;
};
std::optional<Part> part_within(double half_x_m, double half_y_m, const Eigen::Vector2d& a, const Eigen::Vector2d& b)
{
    // Stretched so that the ellipse is the unit circle.
    const Eigen::Vector2d p{a.x() / half_x_m, a.y() / half_y_m};
    const Eigen::Vector2d d = Eigen::Vector2d{b.x() / half_x_m, b.y() / half_y_m} - p;
    const double dd = d.squaredNorm();
    if (dd == 0)
        return p.squaredNorm() <= 1 ? std::optional{Part{0, 1}} : std::nullopt;
    const double middle = -p.dot(d) / dd;
    const double under = 1 - (p + middle * d).squaredNorm();  // 1 less the square of the line's distance
    if (under < 0)
        return std::nullopt;
    const double half = std::sqrt(under / dd);
    const Part part{std::max(0.0, middle - half), std::min(1.0, middle + half)};
    return part.from <= part.to ? std::optional{part} : std::nullopt;
}

double least_distance_m(const Eigen::Vector2d& place, const Eigen::Vector2d& a, const Eigen::Vector2d& b,
                        const Part& part)
{
    const Eigen::Vector2d d = b - a;
    const double dd = d.squaredNorm();
    const double nearest = dd > 0 ? std::clamp((place - a).dot(d) / dd, part.from, part.to) : 0;
    return (a + nearest * d - place).norm();
}

}  // namespace

std::optional<MeetingTimes> meeting_times(const Prism& prism, const Eigen::Vector2d& a, const Eigen::Vector2d& b)
{
    constexpr double least_half_width_m = 1e-3;
    const double c = prism.length_m / 2;
    const double half_x = std::max(prism.speed_mps * prism.duration_s / 2, c + least_half_width_m);
    const double half_y = std::max(std::sqrt((half_x - c) * (half_x + c)), least_half_width_m);
    const auto part = part_within(half_x, half_y, a, b);
    if (!part)
        return std::nullopt;
    const double after_s = least_distance_m({-c, 0}, a, b, *part) / prism.speed_mps;
    const double before_s = prism.duration_s - least_distance_m({c, 0}, a, b, *part) / prism.speed_mps;
    // Rounded the wrong way round only where the body has just time enough.
    return MeetingTimes{std::clamp(std::min(after_s, before_s), 0.0, prism.duration_s),
                        std::clamp(std::max(after_s, before_s), 0.0, prism.duration_s)};
}

}  // namespace incursion

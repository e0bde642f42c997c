#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"
#include "sim/geo/ring.h"

namespace incursion {

/// What the D and V lines of one OpenAir airspace draw.
///
/// Arcs and circles run at constant length of the geodesic from their centre, sweeps from one azimuth there to the
/// other (true north); a DB arc whose ends are not equally far from its centre runs evenly from the one to the other,
/// so that it meets both. Where two angles or ends of an arc are the same it goes all the way round.
class OpenAirShape {
public:
    /// Draws a line `command rest`, as `DP`, `53:47:06N 008:21:41E`. What comes back is a warning, empty where there is
    /// none; the problem says what is wrong with the line, which then draws nothing. Beyond a million points nothing
    /// more is drawn, which is told once.
    Result<std::string> draw(std::string_view command, std::string_view rest);

    bool has_lines() const { return has_lines_; }
    /// How many points have been drawn, of circles too.
    std::size_t points() const { return line_.points.size() + circle_points_; }
    /// All rings, those of circles apart. Open ones are closed by their last side, as any ring.
    std::vector<Ring> rings() &&;

private:
    Result<std::string> set_variable(std::string_view rest);
    Result<std::string> arc_by_angles(std::string_view rest);
    Result<std::string> arc_by_ends(std::string_view rest);
    Result<std::string> circle(std::string_view rest);
    double sweep(double from_deg, double to_deg) const;
    void add(const std::vector<LonLat>& points);

    std::optional<LonLat> centre_;
    bool clockwise_ = true;
    bool has_lines_ = false, is_full_ = false;
    std::size_t circle_points_ = 0;
    Ring line_;  ///< of points and arcs
    std::vector<Ring> circles_;
};

}  // namespace incursion

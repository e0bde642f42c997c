#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/crossing_finder.h"
#include "sim/analysis/track_report.h"
#include "sim/base/angle.h"
#include "sim/flight/performance.h"
#include "sim/geo/lon_lat.h"

namespace incursion {

/// Level turns of one radius, and with which speeds an aircraft can fly them.
struct TurnFamily {
    double radius_m = 0;
    SpeedRange speeds;
};

/// Which paths are tried. Straight ones: parallel lines `step_m` apart, in every direction of a half turn. Constant
/// turns: for each radius circles with centres `turn_step_m` apart along every direction of a full turn. Both as far as
/// the search circle reaches. The way back along a path is as long and as deep, so each is tried one way only.
struct CrossingGrid {
    LonLat centre;
    double radius_m = 15'000;
    double step_m = 100;          ///< of lines
    double turn_step_m = 200;     ///< of circles
    std::size_t directions = 36;  ///< of a half turn
    SpeedRange straight_speeds;   ///< of the aircraft in straight flight, still air
    std::vector<TurnFamily> turns;
    std::optional<LonLat> point;  ///< from which TrialCrossing::point_distance_m is measured
};

/// A path by its place in the grid: a line that passes the grid's centre on its right at `offset_m` (negative: on its
/// left) with heading `direction` there, or a circle whose centre lies at `offset_m` from it in that direction.
struct TrialPath {
    Angle direction;
    double offset_m = 0;
    std::optional<std::size_t> turn;  ///< place in CrossingGrid::turns; none: straight
};

/// One flight inside an airspace, from an entry to the next exit, straight or in a constant turn to the right.
struct TrialCrossing {
    LonLat entry, exit;
    Angle heading;               ///< at the entry
    std::optional<double> turn_radius_m;
    double length_m = 0;         ///< inside
    double depth_m = 0;          ///< greatest distance to the nearest border of the airspace
    std::optional<double> point_distance_m;  ///< nearest that the path inside comes to the grid's point
    SpeedRange speeds;           ///< with which it can be flown
    TrialPath path;              ///< along which it was found
};

struct TrialCrossings {
    std::size_t paths = 0;              ///< lines and circles that were tried
    std::vector<TrialCrossing> list;    ///< straight ones first, then by radius; by direction, then across
};

/// Every crossing of an airspace along the paths of the grid. Lengths, depths and places of straight ones are those of
/// the exact engine; circles are flown as chords that leave them by 1 m at most, so their lengths are short by up to
/// 0.02 % at radii from 2 km. Crossings that reach beyond the search circle are left out.
/// REQUIRES: the airspaces of `key` have neither floor nor ceiling; radius, step, directions and turn radii positive;
/// search circle and turns within 500 km of the centre, and the centre 1,000 km from the poles.
TrialCrossings try_crossings(const std::string& key, const CrossingGrid& grid, const AnalysisGround& ground);

/// Flies single paths. Keeps references to the grid and to what the ground refers to; each thread has one of its own.
/// REQUIRES: as try_crossings.
class TrialFlyer {
public:
    TrialFlyer(const std::string& key, const CrossingGrid& grid, const AnalysisGround& ground);

    /// In the order in which they are flown; none where the path does not reach into the search circle.
    std::vector<TrialCrossing> fly(const TrialPath& path);

private:
    const CrossingGrid& grid_;
    AnalysisGround ground_;
    AirspaceSet wanted_;
    CrossingFinder finder_;
};

/// Points along a crossing, both ends included, for drawing it: two of a straight one.
std::vector<LonLat> path_of(const TrialCrossing& crossing);

}  // namespace incursion

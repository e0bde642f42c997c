#pragma once

#include <span>
#include <vector>

#include "sim/io/table.h"

namespace incursion {

/// A path as lines whose longitudes lie in [-180, 180]: one, or several where it goes over 180 degrees, cut there as
/// RFC 7946 (section 3.1.9) asks. At a cut the line before ends and the next begins in one place, on either side; its
/// latitude, height and time are between those of the leg's ends as its longitude is (as a map draws the leg). Each
/// line has at least two points; a path of one place is a line of two equal ones.
/// REQUIRES: a path of at least one point.
std::vector<std::vector<PathPoint>> path_pieces(std::span<const PathPoint> path);

/// True if the height of every point is known.
bool has_heights(std::span<const PathPoint> path);

}  // namespace incursion

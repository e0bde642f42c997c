#pragma once

#include <vector>

#include "render/view/layout.h"

namespace incursion {

using Polyline = std::vector<Point>;

/// The parts of a line that lie in a rectangle, cut at its sides.
std::vector<Polyline> clipped_line(const Polyline& line, const Rect& rect);

/// A ring cut to a rectangle (Sutherland and Hodgman, "Reentrant polygon clipping", CACM 17 (1974), 32-42). Inside
/// the rectangle an even-odd fill of the result is that of the ring; parts of it may run along the sides.
/// The last point joins the first.
Polyline clipped_ring(const Polyline& ring, const Rect& rect);

/// Leaves out points such that the line moves by no more than the tolerance (Douglas and Peucker, Canadian
/// Cartographer 10 (1973), 112-122). Both ends stay.
Polyline decimated(const Polyline& line, float tolerance_px);

/// A circle as a closed line, straight pieces straying from it by at most a tenth of a pixel.
Polyline circle(Point centre, float radius_px);

float distance_px(Point a, Point b);
/// From a point to the stretch between two others.
float distance_to_stretch_px(Point p, Point a, Point b);

}  // namespace incursion

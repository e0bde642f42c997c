#pragma once

#include "render/view/scene.h"

namespace incursion {

/// Radius of the circle that holds an aircraft's symbol, at scale 1.
inline constexpr float symbol_radius_px = 6;

/// The symbol of a side's aircraft: triangle, half circle, square or diamond about a dot; the shape tells the sides
/// apart where colours do not.
void add_symbol(std::vector<Stroke>& strokes, std::size_t side, Point at, float scale);
/// Four corners about a symbol: it is selected.
void add_brackets(std::vector<Stroke>& strokes, Point at, float scale);
/// A thin circle with a cross: where an aircraft truly is.
void add_ghost(std::vector<Stroke>& strokes, Point at, float scale);
/// A cross of two diagonals: where something happened.
void add_event_mark(std::vector<Stroke>& strokes, Point at, float opacity, float scale);
/// A dot.
void add_dot(std::vector<Stroke>& strokes, StyleId style, Point at, float width_px, float opacity);

}  // namespace incursion

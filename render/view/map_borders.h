#pragma once

#include <vector>

#include "render/view/border_lines.h"
#include "render/view/projection.h"
#include "render/view/scene.h"

namespace incursion {

/// How closely and where borders are drawn.
struct MapDetail {
    const ScopeMapping& mapping;
    Rect frame;          ///< nothing beyond this square about the glass is kept
    float tolerance_px;  ///< what lines may move when points are left out
};

/// A square about the glass, larger than it on each side.
Rect square_about_glass(const ScopeMapping& mapping, float margin_px);

/// Areas of airspaces, the concerned ones last.
void add_airspace_fills(const Replay& replay, const MapDetail& detail, std::vector<Fill>& fills);

/// Borders in reach of a detail's frame, every side once: of the airspaces that the incident is about, and the others.
struct NearBorders {
    std::vector<PlaceLine> concerned, others;
};
NearBorders near_borders(const Replay& replay, const MapDetail& detail);

/// What can be seen of such lines.
void add_border_strokes(const std::vector<PlaceLine>& lines, const MapDetail& detail, StyleId style, float width_px,
                        std::vector<Stroke>& strokes);

}  // namespace incursion

#pragma once

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

/// Borders of the airspaces that the incident is about, or of all others, every side once.
std::vector<Stroke> border_strokes(const Replay& replay, const MapDetail& detail, bool concerned);

}  // namespace incursion

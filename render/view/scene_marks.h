#pragma once

#include "render/view/label_placement.h"
#include "render/view/scene_tracks.h"

namespace incursion {

/// Range and bearing line between two places or aircraft, with its text where there is room for it.
void add_ruler(const SceneMaker& maker, LabelSpace& space, Scene& scene);

/// What happened at a place: shown from its instant on for a minute, fading.
void add_events(const SceneMaker& maker, LabelSpace& space, Scene& scene);

/// The beam, and the echoes whose light is still to be seen.
void add_radar_picture(const SceneMaker& maker, Scene& scene);

}  // namespace incursion

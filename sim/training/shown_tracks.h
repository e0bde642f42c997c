#pragma once

#include <vector>

#include "sim/model/lesson.h"
#include "sim/radar/observe.h"
#include "sim/training/course.h"

namespace incursion {

/// What the lesson's radar shows: plots as they were made, ascending for each aircraft, changed by injects, and what
/// its tracker makes of them. A late plot that a newer one has overtaken is not shown, nor what comes after the lesson.
/// The tracker knows when a plot was shown, not when it was made.
/// PROMISES: what is shown up to an instant depends only on plots made, and injects begun, up to then.
/// REQUIRES: Plot::track are places in `tracks`, the lesson's aircraft as flown, whose ids are those of the aircraft.
std::vector<ShownTrack> shown_tracks(const std::vector<Plot>& plots, const std::vector<Track>& tracks,
                                     const Lesson& lesson, const std::vector<Injected>& injected);

}  // namespace incursion

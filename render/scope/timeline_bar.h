#pragma once

#include "render/scope/panel_geometry.h"
#include "render/scope/panel_list.h"

namespace incursion {

/// The span of the incident from left to right: ticks, visits in lanes, calls, marks, loop and cursor.
void draw_bar(const Pen& pen, const TimelineParts& parts, const TimelineData& data, const GuiState& state);

/// The mouse on it. Left: seeks while held; on a mark or a call, jumps there. Right: drags a loop; a click removes
/// the bookmark under it, else the loop. Shows what is under the mouse, and returns it with the instant there.
std::string touch_bar(const Pen& pen, const TimelineParts& parts, const TimelineData& data, GuiState& state,
                      Requests& requests);

}  // namespace incursion

#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "render/scope/gui_state.h"
#include "render/view/layout.h"
#include "render/view/projection.h"
#include "render/view/request.h"

namespace incursion {

/// Which track's symbol or data block is at a place of the frame; see track_at().
using TrackFinder = std::function<std::optional<std::size_t>(Point)>;

/// What the mouse asks for on the glass, from ImGui's io: the wheel zooms about the pointer, a drag with the left
/// button pans, a click selects the aircraft under it, a double click puts it in the middle, a drag with the right
/// button draws the ruler, whose ends stick to aircraft, and a click with it takes the ruler away. Says where the
/// pointer is when that has changed, wherever in the frame. REQUIRES: between ImGui's NewFrame and Render, after
/// draw_panels().
std::vector<Request> scope_mouse(const ViewState& view, const Layout& layout, const ScopeMapping& mapping,
                                 const TrackFinder& track_at, float scale, GuiState& state);

}  // namespace incursion

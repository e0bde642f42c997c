#pragma once

#include <vector>

#include "render/scope/gui_context.h"
#include "render/scope/gui_state.h"
#include "render/view/layout.h"
#include "render/view/look.h"
#include "render/view/panels.h"
#include "render/view/request.h"

namespace incursion {

/// Everything but the glass: header, panels, time line, status, caption, help and the field for a bookmark's note,
/// each where the layout has a place for it. Returns what the mouse and the field ask for; pass it to apply() and
/// hear(). REQUIRES: between ImGui's NewFrame and Render, in the frame that the layout was made for.
std::vector<Request> draw_panels(const GuiContext& gui, const PanelData& data, const ViewState& view,
                                 const Layout& layout, const Look& look, GuiState& state);

}  // namespace incursion

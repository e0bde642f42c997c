#pragma once

#include <vector>

#include "render/scope/panel_parts.h"
#include "render/view/desk.h"
#include "render/view/layout.h"

namespace incursion {

/// Where things stand on the desk, in pixels of the frame; of no width where there is no room.
struct DeskPlaces {
    Rect tracks, phrases, tasks, rules, deeds, message;
    std::vector<Rect> buttons;  ///< of those of desk_keys() that have one
};
DeskPlaces desk_places(const Rect& desk, float scale, const DeskData& data);

/// The trainee's desk and the strip with what was done, each where the layout has a place for it, and the form that is
/// open. Returns what is asked for; pass it to hear(). REQUIRES: between ImGui's NewFrame and Render.
std::vector<DeskRequest> draw_desk(const GuiContext& gui, const Look& look, const ViewState& view, const Layout& layout,
                                   const DeskData& data, DeskState& state);

}  // namespace incursion

#pragma once

#include <vector>

#include "render/scope/gui_context.h"
#include "render/view/look.h"
#include "render/view/scene.h"

namespace incursion {

/// Writes the labels of map or scene into a list, with the darkened ground below those that have one. They take a
/// few characters each, so that thousands of them stay below the 65,536 vertices of a list.
/// REQUIRES: `list` is a window's, or start_list() was called.
void draw_labels(const GuiContext& gui, const std::vector<Label>& labels, const Look& look, ImDrawList& list);

}  // namespace incursion

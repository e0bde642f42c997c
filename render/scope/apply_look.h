#pragma once

#include "render/view/look.h"

namespace incursion {

/// Gives ImGui's own parts (the field for notes) the colours of a look and sizes at a scale.
void apply_look(const Look& look, float scale);

}  // namespace incursion

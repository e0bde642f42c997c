#pragma once

#include <cstddef>

#include "render/view/panels.h"

namespace incursion {

/// Panels as they could be at an instant of an incident: every field has something to show. The span is ten
/// minutes from `fake_start()`, and the cursor stands in the middle of it.
PanelData fake_panels();
Time fake_start();
TimeSpan fake_span();

/// The same with more rows than any panel can show, and texts longer than it is wide.
PanelData crowded_panels(std::size_t rows);

}  // namespace incursion

#pragma once

#include <optional>

#include "render/scope/pen.h"
#include "render/view/panels.h"

namespace incursion {

/// The line of a chart with its glow and, where it is the selected one's, the ground below it shaded. Points closer
/// than a pixel are passed over.
void draw_chart_line(const Pen& pen, const Rect& plot, const ChartLine& drawn, float opacity);

/// Height of the line at a place, from the bottom; nothing in a gap.
std::optional<float> chart_value(const ChartLine& drawn, float at);

}  // namespace incursion

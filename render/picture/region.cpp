#include "render/picture/region.h"

#include <algorithm>
#include <cmath>

namespace incursion {

Region region_of(const Rect& rect, const FrameSize& frame)
{
    const int left = std::clamp(static_cast<int>(std::floor(rect.x)), 0, frame.width_px - 1);
    const int top = std::clamp(static_cast<int>(std::floor(rect.y)), 0, frame.height_px - 1);
    const int right = std::clamp(static_cast<int>(std::ceil(rect.right())), left + 1, frame.width_px);
    const int bottom = std::clamp(static_cast<int>(std::ceil(rect.bottom())), top + 1, frame.height_px);
    return {left, top, right - left, bottom - top};
}

Glass glass_of(const Layout& layout, const FrameSize& frame)
{
    const Rect& scope = layout.scope;
    const Point centre = layout.scope_centre;
    const float to_edge =
        std::min({centre.x - scope.x, centre.y - scope.y, scope.right() - centre.x, scope.bottom() - centre.y});
    const float half = to_edge + 6 * frame.scale;  // into the gap between panels: bearings may stand out a little
    const Rect square{centre.x - half, centre.y - half, 2 * half, 2 * half};
    return {region_of(square, frame), centre, layout.scope_radius_px,
            std::max(layout.scope_radius_px, to_edge - frame.scale), frame.scale};
}

}  // namespace incursion

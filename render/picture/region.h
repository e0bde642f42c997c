#pragma once

#include "render/view/layout.h"

namespace incursion {

/// A rectangle of whole pixels of the frame, from its upper left corner.
struct Region {
    int x = 0, y = 0, width = 0, height = 0;
    friend constexpr bool operator==(const Region&, const Region&) = default;
};

/// The smallest region that holds a rectangle, within the frame; at least one pixel.
Region region_of(const Rect& rect, const FrameSize& frame);

/// Where the glass is, and in which region of the frame it is drawn.
struct Glass {
    Region region;
    Point centre;  ///< in pixels of the frame
    float radius_px = 0;
    float bezel_radius_px = 0;  ///< of the bezel's outer rim
    float scale = 1;
    friend constexpr bool operator==(const Glass&, const Glass&) = default;
};
Glass glass_of(const Layout& layout, const FrameSize& frame);

}  // namespace incursion

#pragma once

#include <optional>
#include <vector>

#include "render/view/tour_view.h"

namespace incursion {

/// Where a card stands, and the line that leads from it to what it speaks of.
struct CardPlace {
    Rect card;
    bool has_line = false;
    Point from, to;  ///< on the edge of the card; on the edge of the thing, or of the ring around a spot
};

/// The part of the frame in which cards stand: below the header and above the caption and the time line, unless that is
/// too low to hold a card of that height; then all of the frame.
Rect card_bounds(const Layout& layout, const FrameSize& frame, float height);

/// Places a card of a size beside a thing: within the bounds, not upon the thing, and as near to it as it can stand
/// without covering much of what is kept free. Without a thing, near the foot of the bounds. A card that finds no room
/// beside the thing (it fills the frame) covers as little of it as it can.
CardPlace card_place(const Rect& bounds, float width, float height, const std::optional<PointedThing>& thing,
                     const std::vector<Rect>& kept_free, float scale);

}  // namespace incursion

#pragma once

#include <optional>

#include "render/view/view_state.h"

namespace incursion {

/// Pixels of a picture, and how many of them a length of 1 in the design takes (1 at 1280x720; a screen of high
/// density or a larger picture has more).
struct FrameSize {
    int width_px = 1280, height_px = 720;
    float scale = 1;
    friend constexpr bool operator==(const FrameSize&, const FrameSize&) = default;
};

/// The scale at which a layout fills a picture of that size with the same design.
float natural_scale(LayoutId layout, int width_px, int height_px);

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    constexpr float right() const { return x + width; }
    constexpr float bottom() const { return y + height; }
    constexpr bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    friend constexpr bool operator==(const Rect&, const Rect&) = default;
};

/// Where things are in the frame, in pixels. No two of them overlap.
struct Layout {
    Rect header;                                        ///< title, clock, state
    Rect scope;                                         ///< the round scope with its bezel stands in the middle of it
    std::optional<Rect> tracks, selected, radio, side;  ///< `side` holds charts or figures
    std::optional<Rect> accounts;                       ///< key to the line styles
    std::optional<Rect> caption;                        ///< what is said; takes an empty status's place as well
    Rect timeline;                                      ///< of no height in an exercise, which has a strip
    std::optional<Rect> status;                         ///< what is under the mouse
    std::optional<Rect> desk;                           ///< the trainee's: tasks, tracks, phrases, what was done
    std::optional<Rect> strip;                          ///< what the trainee did, on a time line
    Point scope_centre;
    float scope_radius_px = 0;  ///< of the glass, inside the bezel with its bearings
};

Layout layout_of(LayoutId layout, const FrameSize& frame);

}  // namespace incursion

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/scope/gui_context.h"
#include "render/view/card_place.h"
#include "render/view/look.h"

namespace incursion {

/// What the card of a tour says at a stop.
struct TourCard {
    std::string title, text;
    std::string count;          ///< `3 of 7`; empty: not told
    std::string hint;           ///< what keys do; empty where nobody is at the controls
    std::optional<float> left;  ///< share of its time that is left, 0 to 1; none: no bar
    std::optional<PointedThing> thing;
    std::vector<Rect> kept_free;
};

/// Draws the card beside what it points at, with a line to it, above the panels. True when it was clicked.
/// REQUIRES: between ImGui's NewFrame and Render, in the frame that the layout was made for.
bool draw_tour_card(const GuiContext& gui, const Look& look, const Layout& layout, const FrameSize& frame,
                    const TourCard& card);

/// Rings or frames the thing alone, where the words are told elsewhere.
void draw_tour_pointer(const GuiContext& gui, const Look& look, const PointedThing& thing);

/// Where the card stands: as large as its words ask for.
CardPlace tour_card_place(const GuiContext& gui, const Look& look, const Layout& layout, const FrameSize& frame,
                          const TourCard& card);

}  // namespace incursion

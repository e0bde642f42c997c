#pragma once

#include <array>

#include "render/view/look.h"

namespace incursion {

/// The colours that a palette is made of; styles are laid down from them in one way for all palettes.
struct Inks {
    Colour ground, glass, glass_edge, bezel, panel, panel_edge, button, button_on, chart;
    Colour text, dim, bright, accent;  ///< readable on ground, glass, bezel, panel and buttons alike
    Colour line;                       ///< rings, ticks, grids
    Colour sweep, flash, tail, clutter;
    Colour land, land_concerned;
    Colour border, border_concerned, border_lit, buffer;
    std::array<Colour, 4> sides;
    Colour selected, ghost, ruler;
    Colour call, entry, exit, event, bookmark, loop;
    Colour outside, near, inside;
    float glow_px = 0;  ///< of the border that matters; other things take their share of it
};

/// `#rrggbb`, with an opacity. REQUIRES: six hexadecimal digits.
constexpr Colour ink(unsigned rgb, float a = 1)
{
    return {static_cast<float>(rgb >> 16 & 0xffU) / 255, static_cast<float>(rgb >> 8 & 0xffU) / 255,
            static_cast<float>(rgb & 0xffU) / 255, a};
}

Look look_from(PaletteId id, const Inks& inks);

Look phosphor_look();
Look amber_look();
Look daylight_look();
Look colour_blind_look();
Look print_look();

}  // namespace incursion

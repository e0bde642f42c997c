#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "render/view/style.h"
#include "render/view/view_state.h"

namespace incursion {

/// Display colour (sRGB), each part in [0, 1].
struct Colour {
    float r = 0, g = 0, b = 0, a = 1;
    friend constexpr bool operator==(const Colour&, const Colour&) = default;
};

/// How a thing of one style appears at scale 1.
struct Style {
    Colour colour;
    float width_px = 1.5F;  ///< of lines
    float glow_px = 0;      ///< how far light spreads from a line
};

/// Colours, widths and fonts of a palette. Nothing else in the program knows a colour.
struct Look {
    PaletteId id = PaletteId::phosphor;
    bool is_dark = true;    ///< light glows on dark ground; on light ground nothing glows
    float bloom = 0.5F;     ///< share of blurred light added
    float afterglow_s = 4;  ///< time in which the phosphor fades to 1/e
    std::array<Style, static_cast<std::size_t>(StyleId::count)> styles{};
    std::array<float, static_cast<std::size_t>(FontId::count)> font_px{};  ///< at scale 1

    const Style& operator[](StyleId what) const { return styles[static_cast<std::size_t>(what)]; }
    Style& operator[](StyleId what) { return styles[static_cast<std::size_t>(what)]; }
    float font(FontId what) const { return font_px[static_cast<std::size_t>(what)]; }
};

const Look& look_of(PaletteId palette);
/// `phosphor`, `amber`, `daylight`, `colour-blind`, `print`.
std::string_view name_of(PaletteId palette);

/// Style of the aircraft of a side: the first four differ, further ones repeat.
StyleId side_style(std::size_t side);
/// Line style of an account: the first four differ, further ones repeat.
LineStyle account_line(std::size_t account);

}  // namespace incursion

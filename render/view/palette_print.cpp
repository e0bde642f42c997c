#include "render/view/palettes.h"

namespace incursion {

// Black on white and four inks, thin lines, no light.
Look print_look()
{
    const Colour black = ink(0x000000), white = ink(0xffffff), grey = ink(0x555555), red = ink(0xb00f0f);
    const Colour blue = ink(0x003f87);
    Inks inks;
    inks.ground = inks.glass = inks.bezel = inks.panel = inks.chart = white;
    inks.glass_edge = black;
    inks.panel_edge = ink(0xbbbbbb);
    inks.button = ink(0xf0f0f0);
    inks.button_on = ink(0xdedede);
    inks.text = ink(0x1a1a1a);
    inks.dim = grey;
    inks.bright = inks.selected = black;
    inks.accent = ink(0x7a3d00);
    inks.line = ink(0xbdbdbd);
    inks.sweep = ink(0x9a9a9a);
    inks.flash = ink(0x808080);
    inks.tail = ink(0xd8d8d8);
    inks.clutter = ink(0xd8d8d8, 0.3F);
    inks.land = ink(0x808080, 0.07F);
    inks.land_concerned = ink(0xc77700, 0.12F);
    inks.border = ink(0x8a8a8a);
    inks.border_concerned = black;
    inks.border_lit = red;
    inks.buffer = ink(0xc77700, 0.10F);
    inks.sides = {red, blue, ink(0x215c21), ink(0x5f2480)};
    inks.ghost = grey;
    inks.ruler = ink(0x4a3800);
    inks.call = ink(0x7a3d00);
    inks.entry = inks.inside = red;
    inks.exit = blue;
    inks.event = black;
    inks.bookmark = ink(0x5f2480);
    inks.loop = ink(0x808080, 0.20F);
    inks.outside = ink(0x1a1a1a);
    inks.near = ink(0x7a3d00);
    inks.glow_px = 0;
    Look look = look_from(PaletteId::print, inks);
    look.is_dark = false;
    look.bloom = 0;
    look.afterglow_s = 2;
    for (Style& style : look.styles)
        style.width_px *= 0.75F;
    return look;
}

}  // namespace incursion

#include "render/view/palettes.h"

namespace incursion {

// Dark ink on light grey, for bright rooms: nothing glows.
Look daylight_look()
{
    Inks inks;
    inks.ground = ink(0xdfe3e4);
    inks.glass = ink(0xf0f3f3);
    inks.glass_edge = ink(0x4a5a60);
    inks.bezel = ink(0xd3d9db);
    inks.panel = ink(0xeef1f1);
    inks.panel_edge = ink(0xb4bec2);
    inks.button = ink(0xdce2e4);
    inks.button_on = ink(0xd2e0e6);
    inks.chart = ink(0xf7f9f9);
    inks.text = ink(0x26343a);
    inks.dim = ink(0x4a575d);
    inks.bright = ink(0x0a1215);
    inks.accent = ink(0x7a3d00);
    inks.line = ink(0xaab7bc);
    inks.sweep = ink(0x3a8f6a);
    inks.flash = ink(0x2f6f56);
    inks.tail = ink(0x7fb59d);
    inks.clutter = ink(0x7fb59d, 0.4F);
    inks.land = ink(0x6f8f86, 0.12F);
    inks.land_concerned = ink(0xd07a1e, 0.16F);
    inks.border = ink(0x6e8288);
    inks.border_concerned = ink(0xa85000);
    inks.border_lit = ink(0xd01f10);
    inks.buffer = ink(0xd07a1e, 0.13F);
    inks.sides = {ink(0xa31d12), ink(0x064f86), ink(0x2b5a12), ink(0x6a2587)};
    inks.selected = ink(0x0a1215);
    inks.ghost = ink(0x5c686d);
    inks.ruler = ink(0x5e4300);
    inks.call = ink(0x804400);
    inks.entry = ink(0xa31d12);
    inks.exit = ink(0x064f86);
    inks.event = ink(0x5e4300);
    inks.bookmark = ink(0x6a2587);
    inks.loop = ink(0x3a8f6a, 0.20F);
    inks.outside = ink(0x1f5136);
    inks.near = ink(0x7a3d00);
    inks.inside = ink(0x9c150b);
    inks.glow_px = 0;
    Look look = look_from(PaletteId::daylight, inks);
    look.is_dark = false;
    look.bloom = 0;
    look.afterglow_s = 3;
    return look;
}

}  // namespace incursion

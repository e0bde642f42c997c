#include "render/view/palettes.h"

namespace incursion {

// Hues of Okabe and Ito, Color Universal Design (2002, revised 2008): vermilion D55E00, orange E69F00, yellow F0E442,
// bluish green 009E73, sky blue 56B4E9, blue 0072B2, reddish purple CC79A7; lightened where they carry text. Shapes
// and broken lines say the same again.
Look colour_blind_look()
{
    Inks inks;
    inks.ground = ink(0x07090c);
    inks.glass = ink(0x0a0f15);
    inks.glass_edge = ink(0x5a7ea0);
    inks.bezel = ink(0x131921);
    inks.panel = ink(0x0c1117);
    inks.panel_edge = ink(0x2a3a4c);
    inks.button = ink(0x17212c);
    inks.button_on = ink(0x1a2a3a);
    inks.chart = ink(0x080c11);
    inks.text = ink(0xc9d4df);
    inks.dim = ink(0x8fa1b3);
    inks.bright = ink(0xffffff);
    inks.accent = ink(0xe69f00);
    inks.line = ink(0x3a5068);
    inks.sweep = ink(0x8fc4ea);
    inks.flash = ink(0xe4f1fb);
    inks.tail = ink(0x3f7fb0);
    inks.clutter = ink(0x3f7fb0, 0.5F);
    inks.land = ink(0x56b4e9, 0.05F);
    inks.land_concerned = ink(0xe69f00, 0.10F);
    inks.border = ink(0x56799a);
    inks.border_concerned = ink(0xe69f00);
    inks.border_lit = ink(0xf0e442);
    inks.buffer = ink(0xe69f00, 0.10F);
    inks.sides = {ink(0xf57a1f), ink(0x56b4e9), ink(0xf0e442), ink(0xcc79a7)};
    inks.selected = ink(0xffffff);
    inks.ghost = ink(0xaab4be);
    inks.ruler = ink(0xf7ef9a);
    inks.call = ink(0xe69f00);
    inks.entry = ink(0xf57a1f);
    inks.exit = ink(0x56b4e9);
    inks.event = ink(0xf0e442);
    inks.bookmark = ink(0xcc79a7);
    inks.loop = ink(0x56b4e9, 0.20F);
    inks.outside = ink(0x56b4e9);
    inks.near = ink(0xf0e442);
    inks.inside = ink(0xff7f2a);
    inks.glow_px = 10;
    Look look = look_from(PaletteId::colour_blind, inks);
    look.bloom = 0.35F;
    look.afterglow_s = 4;
    return look;
}

}  // namespace incursion

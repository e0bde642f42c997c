#include "render/view/palettes.h"

namespace incursion {

// One warm phosphor for all that is measured; the sides are told apart by warmth and by their shapes.
Look amber_look()
{
    Inks inks;
    inks.ground = ink(0x0a0704);
    inks.glass = ink(0x140b03);
    inks.glass_edge = ink(0xc9822a);
    inks.bezel = ink(0x191108);
    inks.panel = ink(0x110b06);
    inks.panel_edge = ink(0x43301a);
    inks.button = ink(0x26190b);
    inks.button_on = ink(0x36250c);
    inks.chart = ink(0x0c0704);
    inks.text = ink(0xe3bf8f);
    inks.dim = ink(0xb99363);
    inks.bright = ink(0xfff3df);
    inks.accent = ink(0xffc24a);
    inks.line = ink(0x7d5320);
    inks.sweep = ink(0xffc266);
    inks.flash = ink(0xfff0d0);
    inks.tail = ink(0xffa01e);
    inks.clutter = ink(0xffa01e, 0.5F);
    inks.land = ink(0xc08a3c, 0.06F);
    inks.land_concerned = ink(0xff6a2a, 0.11F);
    inks.border = ink(0xa8742f);
    inks.border_concerned = ink(0xff7a2e);
    inks.border_lit = ink(0xffd98a);
    inks.buffer = ink(0xff7a2e, 0.11F);
    inks.sides = {ink(0xff8a5c), ink(0x9fd8e8), ink(0xffe14d), ink(0xf0b8e0)};
    inks.selected = ink(0xffffff);
    inks.ghost = ink(0xcfc0aa);
    inks.ruler = ink(0xffe6a8);
    inks.call = ink(0xffc24a);
    inks.entry = ink(0xff7a55);
    inks.exit = ink(0x9fd8e8);
    inks.event = ink(0xfff0b0);
    inks.bookmark = ink(0xf0b8e0);
    inks.loop = ink(0xffc266, 0.18F);
    inks.outside = ink(0xe3bf8f);
    inks.near = ink(0xffc24a);
    inks.inside = ink(0xff7350);
    inks.glow_px = 12;
    Look look = look_from(PaletteId::amber, inks);
    look.bloom = 0.5F;
    look.afterglow_s = 4;
    return look;
}

}  // namespace incursion

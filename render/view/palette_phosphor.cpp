#include "render/view/palettes.h"

namespace incursion {

// The green of a P1 phosphor tube (peak at 525 nm), with amber for what the incident is about.
Look phosphor_look()
{
    Inks inks;
    inks.ground = ink(0x050a09);
    inks.glass = ink(0x04110c);
    inks.glass_edge = ink(0x2fbf78);
    inks.bezel = ink(0x0c1613);
    inks.panel = ink(0x08100f);
    inks.panel_edge = ink(0x1c3a30);
    inks.button = ink(0x0e211b);
    inks.button_on = ink(0x123526);
    inks.chart = ink(0x050b0a);
    inks.text = ink(0xa9d8c2);
    inks.dim = ink(0x72a590);
    inks.bright = ink(0xe6fff3);
    inks.accent = ink(0xffb14a);
    inks.line = ink(0x1f6b4a);
    inks.sweep = ink(0x4dffa0);
    inks.flash = ink(0xc8ffe0);
    inks.tail = ink(0x1afa6b);
    inks.clutter = ink(0x1afa6b, 0.5F);
    inks.land = ink(0x1aa384, 0.06F);
    inks.land_concerned = ink(0xff9929, 0.10F);
    inks.border = ink(0x1a9e85);
    inks.border_concerned = ink(0xff9929);
    inks.border_lit = ink(0xffd24d);
    inks.buffer = ink(0xff9929, 0.10F);
    inks.sides = {ink(0xff7a62), ink(0x5cd1ff), ink(0x9dff7a), ink(0xe0b0ff)};
    inks.selected = ink(0xffffff);
    inks.ghost = ink(0xb9c7c1);
    inks.ruler = ink(0xffd97a);
    inks.call = ink(0xffb14a);
    inks.entry = ink(0xff7a62);
    inks.exit = ink(0x5cd1ff);
    inks.event = ink(0xffe08a);
    inks.bookmark = ink(0xe0b0ff);
    inks.loop = ink(0x4dffa0, 0.18F);
    inks.outside = ink(0x7fe0b0);
    inks.near = ink(0xffb14a);
    inks.inside = ink(0xff6a55);
    inks.glow_px = 13;
    Look look = look_from(PaletteId::phosphor, inks);
    look.bloom = 0.5F;
    look.afterglow_s = 4;
    return look;
}

}  // namespace incursion

#include "render/view/palettes.h"

namespace incursion {

namespace {

void set(Look& look, StyleId id, Colour colour, float width_px = 1, float glow_px = 0)
{
    look[id] = {colour, width_px, glow_px};
}

void lay_glass(Look& look, const Inks& inks)
{
    set(look, StyleId::background, inks.ground);
    set(look, StyleId::glass, inks.glass);
    set(look, StyleId::glass_edge, inks.glass_edge, 1.5F, inks.glow_px * 0.4F);
    set(look, StyleId::bezel, inks.bezel);
    set(look, StyleId::bearing_tick, inks.line);
    set(look, StyleId::bearing_text, inks.text);
    set(look, StyleId::range_ring, inks.line, 1, inks.glow_px * 0.15F);
    set(look, StyleId::range_text, inks.dim);
    set(look, StyleId::sweep, inks.sweep, 1.5F, inks.glow_px * 0.5F);
    set(look, StyleId::phosphor_flash, inks.flash);
    set(look, StyleId::phosphor_tail, inks.tail);
    set(look, StyleId::clutter, inks.clutter);
}

void lay_map(Look& look, const Inks& inks)
{
    set(look, StyleId::airspace_fill, inks.land);
    set(look, StyleId::airspace_fill_concerned, inks.land_concerned);
    set(look, StyleId::border, inks.border, 1, inks.glow_px * 0.25F);
    set(look, StyleId::border_concerned, inks.border_concerned, 1.8F, inks.glow_px);
    set(look, StyleId::border_lit, inks.border_lit, 3, inks.glow_px * 1.4F);
    set(look, StyleId::border_buffer, inks.buffer);
    set(look, StyleId::place_mark, inks.dim);
    set(look, StyleId::place_text, inks.dim);
}

void lay_aircraft(Look& look, const Inks& inks)
{
    constexpr std::array sides{StyleId::side_1, StyleId::side_2, StyleId::side_3, StyleId::side_4};
    for (std::size_t i = 0; i < sides.size(); ++i)
        set(look, sides[i], inks.sides[i], 1.5F, inks.glow_px * 0.35F);
    set(look, StyleId::selected, inks.selected, 1.5F, inks.glow_px * 0.3F);
    set(look, StyleId::ghost, inks.ghost);
    set(look, StyleId::inside_block, inks.inside, 1.2F, inks.glow_px * 0.3F);
    set(look, StyleId::ruler, inks.ruler, 1.2F, inks.glow_px * 0.2F);
    set(look, StyleId::ruler_text, inks.ruler);
}

void lay_panels(Look& look, const Inks& inks)
{
    set(look, StyleId::panel, inks.panel);
    set(look, StyleId::panel_edge, inks.panel_edge);
    set(look, StyleId::panel_title, inks.dim);
    set(look, StyleId::row_selected, inks.button_on);
    set(look, StyleId::text, inks.text);
    set(look, StyleId::text_dim, inks.dim);
    set(look, StyleId::text_bright, inks.bright);
    set(look, StyleId::accent, inks.accent);
    set(look, StyleId::button, inks.button);
    set(look, StyleId::button_on, inks.button_on);
    set(look, StyleId::button_text, inks.text);
}

void lay_charts(Look& look, const Inks& inks)
{
    set(look, StyleId::chart_ground, inks.chart);
    set(look, StyleId::chart_grid, inks.panel_edge);
    set(look, StyleId::chart_inside, {inks.inside.r, inks.inside.g, inks.inside.b, 0.22F});
    set(look, StyleId::chart_buffer, {inks.near.r, inks.near.g, inks.near.b, 0.12F});
    set(look, StyleId::chart_limit, inks.dim);
    set(look, StyleId::cursor, inks.bright, 1.5F);
    set(look, StyleId::timeline_ground, inks.chart);
    set(look, StyleId::call, inks.call, 1.5F);
    set(look, StyleId::call_now, inks.bright, 1.5F);
    set(look, StyleId::entry, inks.entry, 1.5F);
    set(look, StyleId::exit, inks.exit, 1.5F);
    set(look, StyleId::event, inks.event, 1.5F, inks.glow_px * 0.3F);
    set(look, StyleId::bookmark, inks.bookmark, 1.5F);
    set(look, StyleId::loop, inks.loop);
    set(look, StyleId::state_outside, inks.outside);
    set(look, StyleId::state_near, inks.near);
    set(look, StyleId::state_inside, inks.inside);
}

}  // namespace

Look look_from(PaletteId id, const Inks& inks)
{
    Look look;
    look.id = id;
    lay_glass(look, inks);
    lay_map(look, inks);
    lay_aircraft(look, inks);
    lay_panels(look, inks);
    lay_charts(look, inks);
    look.font_px = {11, 12, 13, 11, 13, 13, 24, 28, 20, 17, 28};
    return look;
}

}  // namespace incursion

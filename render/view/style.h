#pragma once

namespace incursion {

/// What a thing in the picture is; the look says how that appears.
enum class StyleId {
    // The glass.
    background,
    glass,
    glass_edge,
    bezel,
    bearing_tick,
    bearing_text,
    range_ring,
    range_text,
    sweep,
    phosphor_flash,
    phosphor_tail,
    clutter,
    // The map.
    airspace_fill,
    airspace_fill_concerned,
    border,
    border_concerned,
    border_lit,
    border_buffer,
    place_mark,
    place_text,
    // Aircraft, by side.
    side_1,
    side_2,
    side_3,
    side_4,
    selected,
    ghost,
    inside_block,
    ruler,
    ruler_text,
    // Panels.
    panel,
    panel_edge,
    panel_title,
    row_selected,
    text,
    text_dim,
    text_bright,
    accent,
    button,
    button_on,
    button_text,
    // Charts and the time line.
    chart_ground,
    chart_grid,
    chart_inside,
    chart_buffer,
    chart_limit,
    cursor,
    timeline_ground,
    call,
    call_now,
    entry,
    exit,
    event,
    bookmark,
    loop,
    // States.
    state_outside,
    state_near,
    state_inside,
    count
};

/// How a line is broken: by account, so that versions of one incident can be told apart without colour.
enum class LineStyle { solid, dashed, dotted, dash_dotted };

enum class FontId {
    scope_small,  ///< ring and bearing numbers, place names
    scope_text,   ///< data blocks
    scope_bold,   ///< labels of aircraft
    panel_small,
    panel_text,
    panel_bold,
    panel_value,
    clock,
    card_title,  ///< of a tour's card, to be read from a few steps away
    card_text,
    card,  ///< what is read from across a room
    count
};

}  // namespace incursion

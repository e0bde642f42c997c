#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "render/view/layout.h"
#include "render/view/panels.h"

namespace incursion {

// Where things stand within the panels, in pixels of the frame: what is drawn there, what is cleared below it and
// what tests click on agree by asking here. `scale` is FrameSize::scale.

enum class TimelineButton {
    start,
    previous,
    turn_back,
    step_back,
    reverse,
    play,
    step,
    turn,
    next,
    end,
    slower,
    faster,
    loop_from,
    loop_to,
    loop_off,
    bookmark,
    help,
};
constexpr std::array<double, 10> timeline_speeds{0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100};

struct TimelineParts {
    std::vector<std::pair<TimelineButton, Rect>> buttons;  ///< those there is room for
    std::vector<Rect> speeds;                              ///< of timeline_speeds; empty where there is no room
    Rect speed, state;                                     ///< where they are written; empty where there is no room
    Rect bar;                                              ///< the span from left to right: marks, lanes, ticks
    Rect marks, lanes, ticks;
};
TimelineParts timeline_parts(const Rect& timeline, float scale);
/// Without controls; with the speed beside the bar where it is told.
TimelineParts film_timeline_parts(const Rect& timeline, float scale, bool has_speed);
/// Of the two, what a view asks for: a speed other than 1 is told.
TimelineParts timeline_parts_of(const Rect& timeline, float scale, bool is_film, const TimelineData& data);

struct ChartPlace {
    Rect whole, title, plot, values;
    bool has_x_ticks = false;  ///< below the plot
};
/// One below the other under the tabs; fewer than `count` where they would be too low to read.
std::vector<ChartPlace> chart_places(const Rect& side, std::size_t count, float scale);

/// The two tabs of the side panel.
struct SideTabs {
    Rect charts, figures;
};
SideTabs side_tabs(const Rect& side, float scale);

struct ListPlace {
    Rect area, bar;  ///< rows, and the scroll bar at their right
    float row_height = 1;
    std::size_t shown = 0;  ///< whole rows that fit

    Rect row(std::size_t place) const
    {
        return {area.x, area.y + static_cast<float>(place) * row_height, area.width, row_height};
    }
};
ListPlace list_place(const Rect& area, float row_height, float scale);

/// Rows of the panels that are lists: below a title and, for tracks, the names of the columns.
ListPlace tracks_place(const Rect& panel, float scale);
/// `count` rows: where they have no title they stand closer when there are many.
ListPlace accounts_place(const Rect& panel, float scale, std::size_t count);
ListPlace figures_place(const Rect& side, float scale);
/// Whether there are accounts to show, and room for one.
bool has_accounts(const Rect& panel, const PanelData& data, float scale);
/// Where there is little room, accounts have rows only.
bool has_accounts_title(const Rect& panel, float scale);
/// The part of an account's row that shows it alone; empty in a narrow panel.
Rect account_only(const Rect& row, float scale);
/// The button beside the accounts' title that shows all.
Rect accounts_all(const Rect& panel, float scale);

/// The card with the help, and cells for rows of it, column by column: for `count` of them, or for as many as there
/// is room for.
struct HelpPlace {
    Rect card, close;
    std::vector<Rect> cells;
    std::size_t rows = 1;  ///< of a column
};
HelpPlace help_place(float width_px, float height_px, float scale, std::size_t count);

/// The field for a bookmark's note.
struct NotePlace {
    Rect card, field, save, leave;
};
NotePlace note_place(float width_px, float height_px, float scale);

/// Grounds of the panels, plots and the time line, in the order of filling. What the frame's other panels hold is
/// drawn on them without a ground of its own, since large translucent areas are what software rendering is slow at.
std::vector<std::pair<Rect, StyleId>> panel_grounds(const Layout& layout, const PanelData& data, const ViewState& view,
                                                    float scale);

}  // namespace incursion

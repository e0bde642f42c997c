#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "render/view/panel_memory.h"
#include "render/view/panels.h"
#include "render/view/shown.h"
#include "render/view/wording.h"

namespace incursion {

// One function for each panel; build_panels calls them all.

/// What panels are told from.
struct PanelQuestion {
    const Replay& replay;
    const ViewState& view;
    const FrameSize& frame;
    SweepMemory& sweep;
    PanelMemory& memory;

    LengthUnit unit() const { return view.unit; }
    bool is_live() const { return !is_on(view, Switch::sweep); }
    std::string bearing(Angle true_bearing) const
    {
        return bearing_text(true_bearing, view.north, replay.declination());
    }
    std::string direction(Angle true_bearing) const
    {
        return bearing_number(true_bearing, view.north, replay.declination());
    }
};

/// What the scope knows of an aircraft: its last paint (without the sweep, the instant itself) and its border there.
struct Seen {
    Paint paint;
    std::optional<ForeignBorder> border;
};
std::optional<Seen> seen_of(const PanelQuestion& question, std::size_t track);

/// How an aircraft stands to foreign airspace at the view's instant. Being inside and the dwell are exact; distance and
/// time to the border are what the last paint tells, the time counted down since.
struct BorderState {
    std::vector<std::string> inside;  ///< keys of the foreign airspaces that hold it
    Duration dwell{};                 ///< in foreign airspace so far
    std::optional<ForeignBorder> border;
    std::optional<double> time_to_border_s;
    bool is_near = false;  ///< nearer than the buffer, or a minute from entering
};
BorderState border_state(const PanelQuestion& question, std::size_t track);

/// Of an instant in a span, 0 to 1. REQUIRES: the span is not empty.
float share_of(TimeSpan span, Time t);

/// The id of an aircraft, and `LIMA-2 inside TUR, 12.4 s`.
const std::string& label_of(const Replay& replay, std::size_t track);
std::string state_words(const PanelQuestion& question, std::size_t track, const BorderState& state);

HeaderData panel_header(const PanelQuestion& question);
TracksData panel_tracks(const PanelQuestion& question);
SelectedData panel_selected(const PanelQuestion& question);
RadioData panel_radio(const PanelQuestion& question);
ChartsData panel_charts(const PanelQuestion& question);
std::vector<AccountRow> panel_accounts(const PanelQuestion& question);
std::vector<FigureRow> panel_figures(const PanelQuestion& question);
TimelineData panel_timeline(const PanelQuestion& question);
std::string panel_status(const PanelQuestion& question);
std::string panel_caption(const PanelQuestion& question);

}  // namespace incursion

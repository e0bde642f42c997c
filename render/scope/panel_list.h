#pragma once

#include <vector>

#include "render/scope/gui_state.h"
#include "render/scope/panel_parts.h"
#include "render/view/panels.h"
#include "render/view/request.h"

namespace incursion {

using Requests = std::vector<Request>;

// One function for each panel, with a file of its own. Each draws its data into the window of `pen`, within `rect`,
// and adds what the mouse asks for. Rows that do not fit whole are not drawn.

/// What a header is too narrow for, or has not to say: it wants a corner of the scope.
struct HeaderTold {
    bool label = true, radar = true;
};
HeaderTold draw_header(const Pen& pen, const Rect& rect, const HeaderData& data);
/// The label at the upper right of a rectangle; the radar at the upper left, unless it is narrower than the words.
void draw_corner_label(const Pen& pen, const Rect& rect, const std::string& label);
void draw_corner_radar(const Pen& pen, const Rect& rect, const std::string& radar);
void draw_tracks(const Pen& pen, const Rect& rect, const TracksData& data, GuiState& state, Requests& requests);
void draw_selected(const Pen& pen, const Rect& rect, const SelectedData& data, Requests& requests);
void draw_radio(const Pen& pen, const Rect& rect, const RadioData& data, GuiState& state, Requests& requests);
/// Tabs of the side panel. What it holds is drawn by the next two.
void draw_side_tabs(const Pen& pen, const Rect& rect, SidePage page, Requests& requests);
/// One chart, in a part of its own, so that no list of ImGui grows beyond its 16-bit indices.
void draw_chart(const Pen& pen, std::size_t place, const Rect& side, const ChartsData& data, Requests& requests);
void draw_figures(const Pen& pen, const Rect& rect, const std::vector<FigureRow>& rows, GuiState& state,
                  Requests& requests);
void draw_accounts(const Pen& pen, const Rect& rect, const std::vector<AccountRow>& rows, GuiState& state,
                   Requests& requests);
/// Returns the instant under the mouse and what is there; empty where it is not on the bar.
std::string draw_timeline(const Pen& pen, const Rect& rect, const TimelineData& data, GuiState& state,
                          Requests& requests);
void draw_status(const Pen& pen, const Rect& rect, const std::string& text);
/// Wrapped, in the largest letters in which all of it fits.
void draw_caption(const Pen& pen, const Rect& rect, const std::string& text);
/// `accounts`: how many there are to switch.
void draw_help(const Pen& pen, const ViewState& view, std::size_t accounts, GuiState& state, Requests& requests);
void draw_note(const Pen& pen, const std::string& clock, GuiState& state, Requests& requests);

}  // namespace incursion

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/scope/panel_list.h"
#include "render/view/desk.h"

namespace incursion {

using DeskRequests = std::vector<DeskRequest>;

/// A row of a list whose texts may take more than one line: something short at its left, and the text beside it.
struct WrappedRow {
    std::string lead, text;
    StyleId lead_style = StyleId::text_dim, style = StyleId::text;
    std::string right{};       ///< something short at the right end
    bool is_button = false;    ///< can be clicked
    bool is_lead_key = false;  ///< the lead is a key
};

/// What the mouse did to them.
struct WrappedTouch {
    std::optional<std::size_t> clicked;
};

/// Rows from `first` on, which the wheel turns; those that do not fit whole are not drawn.
WrappedTouch draw_wrapped(const Pen& pen, const char* id, const Rect& area, const std::vector<WrappedRow>& rows,
                          float lead_width, FontId font, std::size_t& first);

/// A button with its key; true when clicked.
bool key_button(const Pen& pen, const char* id, const Rect& rect, std::string_view key, std::string_view text,
                bool is_on, std::size_t index = 0);

// One function for each part of the desk.
void draw_desk_tracks(const Pen& pen, const Rect& rect, const DeskData& data, DeskState& state, DeskRequests& requests);
void draw_desk_phrases(const Pen& pen, const Rect& rect, const DeskData& data, DeskState& state,
                       DeskRequests& requests);
void draw_desk_tasks(const Pen& pen, const Rect& rect, const DeskData& data, DeskState& state);
void draw_desk_rules(const Pen& pen, const Rect& rect, const DeskData& data);
void draw_desk_deeds(const Pen& pen, const Rect& rect, const DeskData& data, DeskState& state);
/// The form that is open, above the desk.
void draw_desk_form(const Pen& pen, const Rect& desk, const ViewState& view, const DeskData& data, DeskState& state,
                    DeskRequests& requests);
/// What the forms' help says, as a card over the frame.
void draw_desk_help(const Pen& pen, const ViewState& view, DeskState& state, DeskRequests& requests);

}  // namespace incursion

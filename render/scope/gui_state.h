#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "render/view/request.h"

namespace incursion {

/// What a mouse button that went down on the scope is doing.
enum class ScopeDrag {
    none,
    press,  ///< not moved yet: may become a click
    pan,
    ruler,
};

/// What only the panels know between frames.
struct GuiState {
    // The field in which a bookmark's note is written.
    bool note_is_open = false;
    bool note_wants_keyboard = false;
    std::string note;

    // First rows shown, where not all fit.
    std::size_t first_track = 0, first_call = 0, first_figure = 0, first_account = 0, first_help_row = 0;
    std::optional<std::size_t> selected;  ///< as it was in the last frame: the table follows it

    // The time line.
    std::optional<float> loop_from;  ///< where the right button went down, 0 to 1
    bool is_on_mark = false;         ///< the left button went down on a mark and has not moved since

    // The scope.
    ScopeDrag drag = ScopeDrag::none;
    Point drag_from, drag_last;
    std::optional<RulerEnd> ruler_from;
};

/// What a request asks of the panels themselves, whoever made it: the caller passes every request here and to
/// apply().
void hear(GuiState& state, const Request& request);

}  // namespace incursion

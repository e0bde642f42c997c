#include "render/scope/gui_state.h"

namespace incursion {

void hear(GuiState& state, const Request& request)
{
    if (std::holds_alternative<AskBookmarkNote>(request)) {
        state.note_is_open = true;
        state.note_wants_keyboard = true;
        state.note.clear();
    }
}

}  // namespace incursion

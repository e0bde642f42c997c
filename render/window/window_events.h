#pragma once

#include <string>
#include <vector>

#include "render/scope/shortcuts.h"
#include "render/window/gui_input.h"

struct GLFWwindow;

namespace incursion {

/// What happened to a window and has not been taken yet.
struct WindowEvents {
    GuiInput input;
    std::vector<KeyPress> presses;     ///< that are no text
    std::vector<std::string> dropped;  ///< paths of files
    bool is_writing = false;           ///< a text field has the keyboard: keys are text
};

/// Lets GLFW tell of everything that happens to the window. `events` outlives the window.
void listen(GLFWwindow* window, WindowEvents& events);

}  // namespace incursion

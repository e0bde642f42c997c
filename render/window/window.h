#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "render/picture/picture.h"
#include "render/view/layout.h"
#include "render/view/request.h"
#include "render/window/window_events.h"
#include "sim/base/result.h"

namespace incursion {

/// Where a window is on the screen: what it remembers between runs. In the units of the screen, not pixels.
struct WindowPlace {
    int width = 1280, height = 720;
    std::optional<int> x, y;  ///< absent: where the desktop puts it
    bool is_maximised = false;
};

/// A window on a display, with an OpenGL 3.3 core context of its own, which becomes current in the thread that makes
/// it. There may be several, all of one thread.
class Window {
public:
    /// Problem: there is no display or no such context; names `incursion record`, which needs none.
    static Result<std::unique_ptr<Window>> make(const std::string& title, const WindowPlace& place);
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window();

    bool wants_to_close() const;

    /// Makes its OpenGL context the current one: before anything is drawn for it, where there are several windows.
    void make_current();
    /// Lets frames come as fast as they are made, rather than with the screen: all windows but one, or each frame
    /// would wait for every window's screen. REQUIRES: its context is current.
    void run_free();

    /// Takes what has happened since: mouse and text go to the io of ImGui's current context, for its next frame.
    /// Waits up to so long for something to happen; 0: does not wait.
    void poll(double wait_s = 0);
    /// What key presses ask for since the last call, in their order; files that were dropped on the window; Quit
    /// where it is to be closed. Keys are no shortcuts while a text field has the keyboard.
    std::vector<Request> take_requests(const ViewState& view);
    /// Key presses that somebody else wants, taken out before take_requests() reads them: those for which `wants` is
    /// true.
    void take_presses(const std::function<bool(const KeyPress&)>& wants);
    /// The key presses themselves, for who gives them other meanings; files that were dropped are passed over.
    std::vector<KeyPress> take_presses();

    /// Of the picture to show: the window's pixels, at least one each way. The scale fills the window with the
    /// layout's design, in steps of an eighth, but never falls below the display's own scale, so that text can be read.
    FrameSize frame_size(LayoutId layout) const;
    /// Shows the picture: the same bytes as in its framebuffer where the sizes agree.
    void show(const ScopePicture& picture);

    void set_title(const std::string& title);
    void toggle_full_screen();
    /// For a screen that nobody points at.
    void hide_pointer();
    /// Where the window is, or was before it filled the screen.
    WindowPlace place() const;

private:
    Window() = default;
    bool open(const std::string& title, const WindowPlace& place);

    GLFWwindow* window_ = nullptr;
    WindowEvents events_;
    std::optional<WindowPlace> before_full_screen_;
};

}  // namespace incursion

#include "render/window/window.h"

#include <algorithm>
#include <cmath>
#include <utility>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>

#include "render/picture/gl.h"

namespace incursion {
namespace {

std::string last_problem()
{
    const char* text = nullptr;
    glfwGetError(&text);
    return text == nullptr ? "no reason given" : text;
}

Problem no_window(const std::string& reason)
{
    return {"There is no display on which a window could open (" + reason +
            "). `incursion record` makes films and pictures of the same scope without one."};
}

void set_hints(const WindowPlace& place)
{
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHint(GLFW_MAXIMIZED, place.is_maximised ? GLFW_TRUE : GLFW_FALSE);
}

/// The monitor in which the window's middle lies, else the first.
GLFWmonitor* monitor_of(GLFWwindow* window)
{
    int x = 0, y = 0, width = 0, height = 0, count = 0;
    glfwGetWindowPos(window, &x, &y);
    glfwGetWindowSize(window, &width, &height);
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        int left = 0, top = 0;
        glfwGetMonitorPos(monitors[i], &left, &top);
        const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
        const int right_by = x + width / 2 - left, down_by = y + height / 2 - top;
        if (mode != nullptr && right_by >= 0 && right_by < mode->width && down_by >= 0 && down_by < mode->height)
            return monitors[i];
    }
    return glfwGetPrimaryMonitor();
}

const char* clipboard_text(void* window)
{
    return glfwGetClipboardString(static_cast<GLFWwindow*>(window));
}

void set_clipboard_text(void* window, const char* text)
{
    glfwSetClipboardString(static_cast<GLFWwindow*>(window), text);
}

/// GLFW ends with the last of them.
int windows_open = 0;

}  // namespace

Result<std::unique_ptr<Window>> Window::make(const std::string& title, const WindowPlace& place)
{
    if (glfwInit() != GLFW_TRUE)
        return no_window(last_problem());
    ++windows_open;
    std::unique_ptr<Window> window{new Window};
    if (!window->open(title, place))
        return no_window(last_problem());
    return window;
}

/// By the display's own way to OpenGL, else by EGL, which some displays without hardware have instead.
bool Window::open(const std::string& title, const WindowPlace& place)
{
    for (const int way : {GLFW_NATIVE_CONTEXT_API, GLFW_EGL_CONTEXT_API}) {
        set_hints(place);
        glfwWindowHint(GLFW_CONTEXT_CREATION_API, way);
        window_ =
            glfwCreateWindow(std::max(place.width, 320), std::max(place.height, 200), title.c_str(), nullptr, nullptr);
        if (window_ != nullptr)
            break;
    }
    if (window_ == nullptr)
        return false;
    if (place.x && place.y && !place.is_maximised)
        glfwSetWindowPos(window_, *place.x, *place.y);
    glfwMakeContextCurrent(window_);
    glfwSwapInterval(1);
    listen(window_, events_);
    return true;
}

Window::~Window()
{
    if (window_ != nullptr)
        glfwDestroyWindow(window_);
    if (--windows_open == 0)
        glfwTerminate();
}

bool Window::wants_to_close() const
{
    return glfwWindowShouldClose(window_) == GLFW_TRUE;
}

void Window::make_current()
{
    glfwMakeContextCurrent(window_);
}

void Window::run_free()
{
    glfwSwapInterval(0);
}

void Window::poll(double wait_s)
{
    ImGuiIO& io = ImGui::GetIO();
    events_.is_writing = io.WantTextInput;
    if (wait_s > 0)
        glfwWaitEventsTimeout(wait_s);
    else
        glfwPollEvents();
    io.GetClipboardTextFn = clipboard_text;
    io.SetClipboardTextFn = set_clipboard_text;
    io.ClipboardUserData = window_;
    events_.input.give_to_gui();
}

std::vector<Request> Window::take_requests(const ViewState& view)
{
    std::vector<Request> requests;
    for (const KeyPress& press : events_.presses)
        for (Request& request : requests_of(press, view))
            requests.push_back(std::move(request));
    if (!events_.dropped.empty())
        requests.push_back(OpenFiles{std::move(events_.dropped)});
    if (wants_to_close())
        requests.push_back(Quit{});
    events_.presses.clear();
    events_.dropped.clear();
    return requests;
}

void Window::take_presses(const std::function<bool(const KeyPress&)>& wants)
{
    std::erase_if(events_.presses, wants);
}

std::vector<KeyPress> Window::take_presses()
{
    events_.dropped.clear();
    return std::exchange(events_.presses, {});
}

FrameSize Window::frame_size(LayoutId layout) const
{
    FrameSize size;
    glfwGetFramebufferSize(window_, &size.width_px, &size.height_px);
    size.width_px = std::max(size.width_px, 1);
    size.height_px = std::max(size.height_px, 1);
    float across = 1, down = 1;
    glfwGetWindowContentScale(window_, &across, &down);
    const float filling = std::floor(natural_scale(layout, size.width_px, size.height_px) * 8) / 8;
    size.scale = std::max({filling, across, 0.5F});
    return size;
}

void Window::show(const ScopePicture& picture)
{
    int width_px = 0, height_px = 0;
    glfwGetFramebufferSize(window_, &width_px, &height_px);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, picture.framebuffer());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    const bool is_equal = width_px == picture.width_px() && height_px == picture.height_px();
    glBlitFramebuffer(0, 0, picture.width_px(), picture.height_px(), 0, 0, width_px, height_px, GL_COLOR_BUFFER_BIT,
                      is_equal ? GL_NEAREST : GL_LINEAR);
    glfwSwapBuffers(window_);
}

void Window::set_title(const std::string& title)
{
    glfwSetWindowTitle(window_, title.c_str());
}

void Window::toggle_full_screen()
{
    if (before_full_screen_) {
        const WindowPlace& old = *before_full_screen_;
        glfwSetWindowMonitor(window_, nullptr, old.x.value_or(0), old.y.value_or(0), old.width, old.height,
                             GLFW_DONT_CARE);
        if (old.is_maximised)
            glfwMaximizeWindow(window_);
        before_full_screen_.reset();
        return;
    }
    GLFWmonitor* monitor = monitor_of(window_);
    const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
    if (mode == nullptr)
        return;
    before_full_screen_ = place();
    glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void Window::hide_pointer()
{
    glfwSetInputMode(window_, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
}

WindowPlace Window::place() const
{
    if (before_full_screen_)
        return *before_full_screen_;
    WindowPlace place;
    int x = 0, y = 0;
    glfwGetWindowPos(window_, &x, &y);
    glfwGetWindowSize(window_, &place.width, &place.height);
    place.x = x;
    place.y = y;
    place.is_maximised = glfwGetWindowAttrib(window_, GLFW_MAXIMIZED) == GLFW_TRUE;
    return place;
}

}  // namespace incursion

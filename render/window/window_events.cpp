#include "render/window/window_events.h"

#include <GLFW/glfw3.h>

#include "render/window/keys.h"

namespace incursion {
namespace {

WindowEvents& events_of(GLFWwindow* window)
{
    return *static_cast<WindowEvents*>(glfwGetWindowUserPointer(window));
}

void on_key(GLFWwindow* window, int key, int scan_code, int action, int modifiers)
{
    WindowEvents& events = events_of(window);
    if (key >= 0)
        events.input.press_key(static_cast<std::size_t>(key), action != GLFW_RELEASE);
    if (action == GLFW_RELEASE || events.is_writing)
        return;
    const char* name = glfwGetKeyName(key, scan_code);
    const auto press = key_press_of(key, name == nullptr ? "" : name, modifiers);
    if (press && (action == GLFW_PRESS || repeats(press->key)))
        events.presses.push_back(*press);
}

void on_character(GLFWwindow* window, unsigned code_point)
{
    WindowEvents& events = events_of(window);
    events.input.type(code_point);
    if (events.is_writing)
        return;
    if (const auto press = key_press_of_sign(code_point))
        events.presses.push_back(*press);
}

void on_button(GLFWwindow* window, int button, int action, int /*modifiers*/)
{
    if (button >= 0)
        events_of(window).input.press_button(static_cast<std::size_t>(button), action == GLFW_PRESS);
}

void on_scroll(GLFWwindow* window, double right, double up)
{
    events_of(window).input.scroll(static_cast<float>(right), static_cast<float>(up));
}

/// The pointer comes in the screen's units, of which a pixel of the frame may be a part.
void on_pointer(GLFWwindow* window, double x, double y)
{
    int width = 0, height = 0, width_px = 0, height_px = 0;
    glfwGetWindowSize(window, &width, &height);
    glfwGetFramebufferSize(window, &width_px, &height_px);
    if (width > 0 && height > 0)
        events_of(window).input.move(static_cast<float>(x * width_px / width),
                                     static_cast<float>(y * height_px / height));
}

void on_enter(GLFWwindow* window, int entered)
{
    if (entered != GLFW_TRUE)
        events_of(window).input.leave();
}

void on_focus(GLFWwindow* window, int focused)
{
    if (focused != GLFW_TRUE)
        events_of(window).input.release_all();
}

void on_drop(GLFWwindow* window, int count, const char** paths)
{
    for (int i = 0; i < count; ++i)
        events_of(window).dropped.emplace_back(paths[i]);
}

}  // namespace

void listen(GLFWwindow* window, WindowEvents& events)
{
    glfwSetWindowUserPointer(window, &events);
    glfwSetKeyCallback(window, on_key);
    glfwSetCharCallback(window, on_character);
    glfwSetMouseButtonCallback(window, on_button);
    glfwSetScrollCallback(window, on_scroll);
    glfwSetCursorPosCallback(window, on_pointer);
    glfwSetCursorEnterCallback(window, on_enter);
    glfwSetWindowFocusCallback(window, on_focus);
    glfwSetDropCallback(window, on_drop);
}

}  // namespace incursion

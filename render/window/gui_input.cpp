#include "render/window/gui_input.h"

#include <limits>

#include <GLFW/glfw3.h>
#include <imgui.h>

namespace incursion {
namespace {

/// Which of GLFW's keys do what in a text field.
void name_keys(ImGuiIO& io)
{
    io.KeyMap[ImGuiKey_Tab] = GLFW_KEY_TAB;
    io.KeyMap[ImGuiKey_LeftArrow] = GLFW_KEY_LEFT;
    io.KeyMap[ImGuiKey_RightArrow] = GLFW_KEY_RIGHT;
    io.KeyMap[ImGuiKey_UpArrow] = GLFW_KEY_UP;
    io.KeyMap[ImGuiKey_DownArrow] = GLFW_KEY_DOWN;
    io.KeyMap[ImGuiKey_Home] = GLFW_KEY_HOME;
    io.KeyMap[ImGuiKey_End] = GLFW_KEY_END;
    io.KeyMap[ImGuiKey_Delete] = GLFW_KEY_DELETE;
    io.KeyMap[ImGuiKey_Backspace] = GLFW_KEY_BACKSPACE;
    io.KeyMap[ImGuiKey_Enter] = GLFW_KEY_ENTER;
    io.KeyMap[ImGuiKey_KeyPadEnter] = GLFW_KEY_KP_ENTER;
    io.KeyMap[ImGuiKey_Escape] = GLFW_KEY_ESCAPE;
    io.KeyMap[ImGuiKey_Space] = GLFW_KEY_SPACE;
    io.KeyMap[ImGuiKey_A] = GLFW_KEY_A;
    io.KeyMap[ImGuiKey_C] = GLFW_KEY_C;
    io.KeyMap[ImGuiKey_V] = GLFW_KEY_V;
    io.KeyMap[ImGuiKey_X] = GLFW_KEY_X;
    io.KeyMap[ImGuiKey_Y] = GLFW_KEY_Y;
    io.KeyMap[ImGuiKey_Z] = GLFW_KEY_Z;
}

}  // namespace

void GuiInput::move(float x_px, float y_px)
{
    x_px_ = x_px;
    y_px_ = y_px;
    is_over_ = true;
}

void GuiInput::leave()
{
    is_over_ = false;
}

void GuiInput::press_button(std::size_t button, bool is_down)
{
    if (button >= button_count)
        return;
    buttons_[button] = is_down;
    if (is_down)
        pressed_buttons_.set(button);
}

void GuiInput::press_key(std::size_t key, bool is_down)
{
    if (key >= key_count)
        return;
    keys_[key] = is_down;
    if (is_down)
        pressed_keys_.set(key);
}

void GuiInput::release_all()
{
    buttons_.reset();
    keys_.reset();
}

void GuiInput::give_to_gui()
{
    ImGuiIO& io = ImGui::GetIO();
    name_keys(io);
    static constexpr float away = -std::numeric_limits<float>::max();
    io.MousePos = is_over_ ? ImVec2{x_px_, y_px_} : ImVec2{away, away};
    for (std::size_t button = 0; button < button_count; ++button)
        io.MouseDown[button] = buttons_[button] || pressed_buttons_[button];
    io.MouseWheelH = scroll_right_;
    io.MouseWheel = scroll_up_;
    for (std::size_t key = 0; key < key_count; ++key)
        io.KeysDown[key] = keys_[key] || pressed_keys_[key];
    const auto is_down = [&](int left, int right) { return io.KeysDown[left] || io.KeysDown[right]; };
    io.KeyCtrl = is_down(GLFW_KEY_LEFT_CONTROL, GLFW_KEY_RIGHT_CONTROL);
    io.KeyShift = is_down(GLFW_KEY_LEFT_SHIFT, GLFW_KEY_RIGHT_SHIFT);
    io.KeyAlt = is_down(GLFW_KEY_LEFT_ALT, GLFW_KEY_RIGHT_ALT);
    io.KeySuper = is_down(GLFW_KEY_LEFT_SUPER, GLFW_KEY_RIGHT_SUPER);
    for (const unsigned code_point : typed_)
        io.AddInputCharacter(code_point);
    typed_.clear();
    scroll_right_ = scroll_up_ = 0;
    pressed_buttons_.reset();
    pressed_keys_.reset();
}

}  // namespace incursion

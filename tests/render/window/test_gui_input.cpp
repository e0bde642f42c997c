#include <catch2/catch.hpp>

#include <GLFW/glfw3.h>
#include <imgui.h>

#include "render/window/gui_input.h"

namespace incursion {
namespace {

class Gui {
public:
    Gui() : context_{ImGui::CreateContext()} { ImGui::SetCurrentContext(context_); }
    Gui(const Gui&) = delete;
    Gui& operator=(const Gui&) = delete;
    ~Gui() { ImGui::DestroyContext(context_); }

private:
    ImGuiContext* context_;
};

}  // namespace

TEST_CASE("a click or key stroke that is over before the frame begins lasts for that frame")
{
    const Gui gui;
    const ImGuiIO& io = ImGui::GetIO();
    GuiInput input;
    input.press_button(0, true);
    input.press_button(0, false);
    input.press_key(GLFW_KEY_ENTER, true);
    input.press_key(GLFW_KEY_ENTER, false);
    input.give_to_gui();
    CHECK(io.MouseDown[0]);
    CHECK(io.KeysDown[GLFW_KEY_ENTER]);
    input.give_to_gui();
    CHECK_FALSE(io.MouseDown[0]);
    CHECK_FALSE(io.KeysDown[GLFW_KEY_ENTER]);
}

TEST_CASE("a held button stays down until it is let go or the window loses the keyboard")
{
    const Gui gui;
    const ImGuiIO& io = ImGui::GetIO();
    GuiInput input;
    input.press_button(1, true);
    input.press_key(GLFW_KEY_LEFT_SHIFT, true);
    input.give_to_gui();
    input.give_to_gui();
    CHECK(io.MouseDown[1]);
    CHECK(io.KeyShift);
    input.release_all();
    input.give_to_gui();
    CHECK_FALSE(io.MouseDown[1]);
    CHECK_FALSE(io.KeyShift);
}

TEST_CASE("the pointer is away until it comes, and after it has left")
{
    const Gui gui;
    const ImGuiIO& io = ImGui::GetIO();
    GuiInput input;
    input.give_to_gui();
    CHECK_FALSE(ImGui::IsMousePosValid(&io.MousePos));
    input.move(320, 180);
    input.give_to_gui();
    CHECK(io.MousePos.x == 320);
    CHECK(io.MousePos.y == 180);
    input.leave();
    input.give_to_gui();
    CHECK_FALSE(ImGui::IsMousePosValid(&io.MousePos));
}

TEST_CASE("turns of the wheel add up and count once, what is typed arrives")
{
    const Gui gui;
    const ImGuiIO& io = ImGui::GetIO();
    GuiInput input;
    input.scroll(0, 1);
    input.scroll(0, 2);
    input.type(0x131);  // a dotless i
    input.give_to_gui();
    CHECK(io.MouseWheel == 3);
    REQUIRE(io.InputQueueCharacters.Size == 1);
    CHECK(io.InputQueueCharacters[0] == 0x131);
    input.give_to_gui();
    CHECK(io.MouseWheel == 0);
}

TEST_CASE("keys and buttons that nobody has are passed over")
{
    const Gui gui;
    GuiInput input;
    input.press_button(7, true);
    input.press_key(9999, true);
    input.give_to_gui();
    CHECK_FALSE(ImGui::GetIO().MouseDown[4]);
}

}  // namespace incursion

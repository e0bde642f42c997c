#include "tests/render/scope/gui_hand.h"

#include <stdexcept>

namespace incursion {

GuiHand::GuiHand(FrameSize frame_in, LayoutId layout_id) : frame{frame_in}, layout{layout_of(layout_id, frame_in)}
{
    Result<std::unique_ptr<GuiContext>> made = GuiContext::make(frame.scale);
    if (!made)
        throw std::runtime_error(made.problem());
    gui = std::move(made).value();
    view.layout = layout_id;
    view.selected = 0;
    view.time = fake_start() + std::chrono::minutes(5);
    ImGuiIO& io = ImGui::GetIO();
    for (int key = 0; key < ImGuiKey_COUNT; ++key)
        io.KeyMap[key] = key;
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    draw();
}

void GuiHand::draw()
{
    gui->begin_frame(frame, 1.0 / 30);
    for (const Request& request : draw_panels(*gui, data, view, layout, look_of(view.palette), state)) {
        hear(state, request);
        requests.push_back(request);
    }
    ImGui::Render();
}

void GuiHand::rest(Point at)
{
    ImGui::GetIO().MousePos = ImVec2(at.x, at.y);
    draw();
    draw();
}

void GuiHand::click(Point at, int button)
{
    rest(at);
    ImGui::GetIO().MouseDown[button] = true;
    draw();
    draw();
    ImGui::GetIO().MouseDown[button] = false;
    draw();
    for (int i = 0; i < 15; ++i)
        draw();  // so that the next one is no double click
}

void GuiHand::drag(Point from, Point to, int button)
{
    rest(from);
    ImGui::GetIO().MouseDown[button] = true;
    draw();
    ImGui::GetIO().MousePos = ImVec2((from.x + to.x) / 2, (from.y + to.y) / 2);
    draw();
    ImGui::GetIO().MousePos = ImVec2(to.x, to.y);
    draw();
    ImGui::GetIO().MouseDown[button] = false;
    draw();
}

void GuiHand::wheel(Point at, float notches)
{
    rest(at);
    ImGui::GetIO().MouseWheel = notches;
    draw();
}

void GuiHand::strike(int imgui_key)
{
    ImGui::GetIO().KeysDown[imgui_key] = true;
    draw();
    ImGui::GetIO().KeysDown[imgui_key] = false;
    draw();
}

void GuiHand::type(const char* text)
{
    ImGui::GetIO().AddInputCharactersUTF8(text);
    draw();
}

}  // namespace incursion

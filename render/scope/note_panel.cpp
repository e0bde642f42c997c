#include <imgui.h>

#include <imgui_stdlib.h>

#include "render/scope/panel_geometry.h"
#include "render/scope/panel_list.h"

namespace incursion {

void draw_note(const Pen& pen, const std::string& clock, GuiState& state, Requests& requests)
{
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const NotePlace place = note_place(size.x, size.y, pen.gui->scale());
    const PanelWindow window(pen, "##note", place.card, true);
    const Pen& card = window.pen();
    fill(card, StyleId::panel, place.card, 1, pen.px(3));
    panel_frame(card, place.card, "Bookmark", clock);
    ImGui::PushFont(pen.gui->font(FontId::panel_text));
    ImGui::SetCursorScreenPos(ImVec2(place.field.x, place.field.y));
    ImGui::SetNextItemWidth(place.field.width);
    if (state.note_wants_keyboard)
        ImGui::SetKeyboardFocusHere();
    state.note_wants_keyboard = false;
    const bool entered = ImGui::InputText("##text", &state.note, ImGuiInputTextFlags_EnterReturnsTrue);
    const bool left = ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
    ImGui::PopFont();
    const bool saved = text_button(card, "save", place.save, "save", true, "");
    if (entered || saved)
        requests.push_back(AddBookmark{state.note});
    if (text_button(card, "leave", place.leave, "leave", false, "") || left || entered || saved)
        state.note_is_open = false;
}

}  // namespace incursion

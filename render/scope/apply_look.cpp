#include "render/scope/apply_look.h"

#include <imgui.h>

namespace incursion {

void apply_look(const Look& look, float scale)
{
    ImGuiStyle& style = ImGui::GetStyle();
    const auto set = [&](ImGuiCol part, StyleId id, float opacity) {
        const Colour& c = look[id].colour;
        style.Colors[part] = ImVec4(c.r, c.g, c.b, c.a * opacity);
    };
    set(ImGuiCol_Text, StyleId::text_bright, 1);
    set(ImGuiCol_TextDisabled, StyleId::text_dim, 1);
    set(ImGuiCol_TextSelectedBg, StyleId::row_selected, 1);
    set(ImGuiCol_WindowBg, StyleId::panel, 1);
    set(ImGuiCol_Border, StyleId::panel_edge, 1);
    set(ImGuiCol_FrameBg, StyleId::chart_ground, 1);
    set(ImGuiCol_FrameBgHovered, StyleId::chart_ground, 1);
    set(ImGuiCol_FrameBgActive, StyleId::chart_ground, 1);
    set(ImGuiCol_NavHighlight, StyleId::accent, 0);
    style.FrameBorderSize = 1;
    style.FrameRounding = 2 * scale;
    style.FramePadding = ImVec2(6 * scale, 4 * scale);
}

}  // namespace incursion

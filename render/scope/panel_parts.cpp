#include "render/scope/panel_parts.h"

#include <algorithm>
#include <cmath>

namespace incursion {
namespace {

constexpr float title_spacing = 0.9F;

std::string capitals(std::string_view text)
{
    std::string upper(text);
    for (char& letter : upper)
        if (letter >= 'a' && letter <= 'z')
            letter = static_cast<char>(letter - 'a' + 'A');
    return upper;
}

/// Letters set apart, which makes capitals read as a title. Returns the width.
float write_spaced(const Pen& pen, FontId font, StyleId style, Point at, std::string_view text)
{
    float x = at.x;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t n = 1;
        while (i + n < text.size() && (static_cast<unsigned char>(text[i + n]) & 0xC0U) == 0x80U)
            ++n;
        write(pen, font, style, {x, at.y}, text.substr(i, n));
        x += text_width(pen, font, text.substr(i, n)) + pen.px(title_spacing);
        i += n;
    }
    return x - at.x;
}

void draw_ground(const Pen& pen, const Rect& rect, bool is_on, const Touch& at)
{
    fill(pen, is_on ? StyleId::button_on : StyleId::button, rect, at.is_held ? 0.7F : 1, pen.px(2));
    if (at.is_hovered)
        frame(pen, StyleId::accent, rect, 0.8F, pen.px(2));
}

}  // namespace

PanelWindow::PanelWindow(const Pen& pen, const char* name, const Rect& rect, bool above)
    : rect_{snapped(rect)}, pen_{pen}
{
    ImGui::SetNextWindowPos(ImVec2(rect_.x, rect_.y));
    ImGui::SetNextWindowSize(ImVec2(std::fmax(rect_.width, 1.0F), std::fmax(rect_.height, 1.0F)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                             ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                             ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoFocusOnAppearing;
    if (!above)
        flags |= ImGuiWindowFlags_NoBringToFrontOnFocus;
    ImGui::Begin(name, nullptr, flags);
    if (above && ImGui::IsWindowAppearing())
        ImGui::SetWindowFocus();
    pen_.list = ImGui::GetWindowDrawList();
}

PanelWindow::~PanelWindow()
{
    ImGui::End();
    ImGui::PopStyleVar(3);
}

PanelPart::PanelPart(const Pen& pen, const char* name, const Rect& rect) : pen_{pen}
{
    ImGui::SetCursorScreenPos(ImVec2(rect.x, rect.y));
    ImGui::BeginChild(name, ImVec2(std::fmax(rect.width, 1.0F), std::fmax(rect.height, 1.0F)), false,
                      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                          ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
    pen_.list = ImGui::GetWindowDrawList();
}

PanelPart::~PanelPart()
{
    ImGui::EndChild();
}

Touch touch(const char* id, const Rect& rect, std::size_t index)
{
    if (rect.width < 1 || rect.height < 1)
        return {};
    ImGui::PushID(static_cast<int>(index));
    ImGui::SetCursorScreenPos(ImVec2(rect.x, rect.y));
    const bool clicked = ImGui::InvisibleButton(id, ImVec2(rect.width, rect.height),
                                                ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight);
    Touch at;
    at.is_hovered = ImGui::IsItemHovered();
    at.is_held = ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left);
    at.is_right_held = ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Right);
    at.is_clicked = clicked && ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    at.is_right_clicked = clicked && ImGui::IsMouseReleased(ImGuiMouseButton_Right);
    ImGui::PopID();
    return at;
}

bool icon_button(const Pen& pen, const char* id, const Rect& rect, Icon icon, bool is_on, std::string_view hint)
{
    const Touch at = touch(id, rect);
    draw_ground(pen, rect, is_on, at);
    draw_icon(pen, icon, rect, is_on ? StyleId::text_bright : StyleId::button_text);
    if (at.is_hovered)
        show_hint(pen, hint);
    return at.is_clicked;
}

bool text_button(const Pen& pen, const char* id, const Rect& rect, std::string_view text, bool is_on,
                 std::string_view hint, std::size_t index)
{
    const Touch at = touch(id, rect, index);
    draw_ground(pen, rect, is_on, at);
    // A button may be a little lower than its line of text.
    const float height = line_height(pen, FontId::panel_small);
    const Rect text_box{rect.x + pen.px(1), rect.y + (rect.height - height) / 2, rect.width - 2 * pen.px(1), height};
    write_in(pen, FontId::panel_small, is_on ? StyleId::text_bright : StyleId::button_text, text_box, Align::centre,
             text);
    if (at.is_hovered && !hint.empty())
        show_hint(pen, hint);
    return at.is_clicked;
}

void show_hint(const Pen& pen, std::string_view text)
{
    if (text.empty())
        return;
    Pen above = pen;
    above.list = ImGui::GetForegroundDrawList();
    const ImGuiIO& io = ImGui::GetIO();
    const float margin = pen.px(7);
    const float widest = std::fmin(pen.px(320), io.DisplaySize.x - 4 * margin);
    const std::vector<std::string_view> lines = wrapped(pen, FontId::panel_text, text, widest);
    float width = 0;
    for (const std::string_view line : lines)
        width = std::fmax(width, text_width(pen, FontId::panel_text, line));
    const float height = line_height(pen, FontId::panel_text);
    Rect card{io.MousePos.x + pen.px(12), io.MousePos.y + pen.px(18), width + 2 * margin,
              height * static_cast<float>(lines.size()) + 2 * pen.px(4)};
    if (card.bottom() > io.DisplaySize.y - margin)
        card.y = io.MousePos.y - card.height - pen.px(8);
    card.x = std::fmax(std::fmin(card.x, io.DisplaySize.x - card.width - margin), 0.0F);
    card.y = std::fmax(card.y, 0.0F);
    fill(above, StyleId::panel, card, 1, pen.px(3));
    frame(above, StyleId::accent, card, 0.6F, pen.px(3));
    Point at{card.x + margin, card.y + pen.px(4)};
    for (const std::string_view line : lines) {
        write(above, FontId::panel_text, StyleId::text_bright, at, line);
        at.y += height;
    }
}

Rect panel_frame(const Pen& pen, const Rect& rect, std::string_view title, std::string_view right)
{
    frame(pen, StyleId::panel_edge, rect);
    const float margin = pen.px(10);
    const Rect row{rect.x + margin, rect.y + pen.px(4), std::fmax(rect.width - 2 * margin, 0.0F),
                   pen.px(title_height - 4)};
    const float middle = row.y + row.height / 2;
    fill(pen, StyleId::accent, {row.x, middle - pen.px(5), pen.px(3), pen.px(10)});
    const float x = row.x + pen.px(10);
    const std::string shown = capitals(title);
    const float height = line_height(pen, FontId::panel_small);
    const float width = write_spaced(pen, FontId::panel_small, StyleId::panel_title, {x, middle - height / 2}, shown);
    const Rect rest{x + width + pen.px(8), row.y, std::fmax(row.right() - x - width - pen.px(8), 0.0F), row.height};
    const float taken = write_in(pen, FontId::panel_small, StyleId::text_dim, rest, Align::right, right);
    const float rule_end = rest.right() - (taken > 0 ? taken + pen.px(8) : 0);
    if (rule_end > rest.x)
        line(pen, StyleId::panel_edge, {rest.x, middle}, {rule_end, middle});
    return {row.x, rect.y + pen.px(title_height + 3), row.width,
            std::fmax(rect.height - pen.px(title_height + 3) - pen.px(8), 0.0F)};
}

void scroll(const Pen& pen, const Rect& area, const Rect& bar, std::size_t count, std::size_t shown, std::size_t& first)
{
    const std::size_t last = count > shown ? count - shown : 0;
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseWheel != 0 && ImGui::IsWindowHovered() && area.contains({io.MousePos.x, io.MousePos.y})) {
        const auto step = static_cast<std::size_t>(std::ceil(std::fabs(io.MouseWheel)));
        first = io.MouseWheel < 0 ? first + step : first - std::min(first, step);
    }
    first = std::min(first, last);
    if (last == 0 || pen.is_film)
        return;
    const float part = static_cast<float>(shown) / static_cast<float>(count);
    const float at = static_cast<float>(first) / static_cast<float>(count);
    fill(pen, StyleId::panel_edge, bar, 0.5F, bar.width / 2);
    fill(pen, StyleId::text_dim, {bar.x, bar.y + at * bar.height, bar.width, part * bar.height}, 0.8F, bar.width / 2);
}

float fraction_at(float x, const Rect& rect)
{
    return rect.width > 0 ? std::clamp((x - rect.x) / rect.width, 0.0F, 1.0F) : 0;
}

Time time_at(const TimeSpan& span, float fraction)
{
    return span.from + seconds(static_cast<double>(fraction) * to_seconds(span.length()));
}

}  // namespace incursion

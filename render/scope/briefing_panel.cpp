#include <algorithm>
#include <array>
#include <cmath>

#include "render/scope/apply_look.h"
#include "render/scope/desk_list.h"
#include "render/scope/exercise_cards.h"

namespace incursion {
namespace {

constexpr std::array sizes{1.15F, 1.0F, 0.9F, 0.8F, 0.7F, 0.6F, 0.5F};  // of the card's font
constexpr float line_share = 1.12F, paragraph_gap = 0.5F;               // of a line

/// A paragraph after the other, each broken into lines; an empty one stands between two.
std::vector<std::string_view> lines_of(const Pen& pen, std::string_view text, float width, float size)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("\n\n"), text.size());
        for (const std::string_view line : wrapped(pen, FontId::card, text.substr(0, end), width / size))
            if (!line.empty())
                lines.push_back(line);
        text.remove_prefix(std::min(text.find_first_not_of('\n', end), text.size()));
        if (!text.empty())
            lines.emplace_back();
    }
    return lines;
}

float height_of(const Pen& pen, const std::vector<std::string_view>& lines, float size)
{
    const float line = line_height(pen, FontId::card) * size * line_share;
    float height = 0;
    for (const std::string_view text : lines)
        height += text.empty() ? line * paragraph_gap : line;
    return height;
}

void write_sized(const Pen& pen, StyleId style, Point at, std::string_view text, float size)
{
    const ImFont* face = pen.gui->font(FontId::card);
    pen.list->AddText(face, face->FontSize * size, ImVec2(std::round(at.x), std::round(at.y)), pen.colour(style),
                      text.data(), text.data() + text.size());
}

/// Single line breaks are the file's, not the reader's.
std::string joined_lines(const std::string& text)
{
    std::string joined;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_break = text[i] == '\n';
        const bool is_single =
            is_break && (i == 0 || text[i - 1] != '\n') && (i + 1 == text.size() || text[i + 1] != '\n');
        joined += is_single ? ' ' : text[i];
    }
    while (!joined.empty() && (joined.back() == ' ' || joined.back() == '\n'))
        joined.pop_back();
    return joined;
}

/// Title and role at the top; returns what is left.
Rect draw_head(const Pen& pen, const Rect& in, const BriefingData& data)
{
    const float title = line_height(pen, FontId::card);
    write_in(pen, FontId::card, StyleId::accent, {in.x, in.y, in.width, title}, Align::left, data.title);
    float top = title + pen.px(10);
    line(pen, StyleId::panel_edge, {in.x, in.y + top - pen.px(4)}, {in.right(), in.y + top - pen.px(4)});
    if (!data.role.empty()) {
        write_in(pen, FontId::card, StyleId::text_bright, {in.x, in.y + top, in.width, title}, Align::left, data.role);
        top += title + pen.px(26);
    }
    return {in.x, in.y + top, in.width, std::fmax(in.height - top, 0.0F)};
}

void draw_text(const Pen& pen, const Rect& in, std::string_view text)
{
    float size = sizes.back();
    for (const float tried : sizes)
        if (height_of(pen, lines_of(pen, text, in.width, tried), tried) <= in.height) {
            size = tried;
            break;
        }
    const float line = line_height(pen, FontId::card) * size * line_share;
    float y = in.y;
    for (const std::string_view one : lines_of(pen, text, in.width, size)) {
        if (y + line > in.bottom() + 1)
            break;
        if (!one.empty())
            write_sized(pen, StyleId::text_bright, {in.x, y}, one, size);
        y += one.empty() ? line * paragraph_gap : line;
    }
}

}  // namespace

std::vector<DeskRequest> draw_briefing(const GuiContext& gui, const Look& look, const BriefingData& data)
{
    DeskRequests requests;
    apply_look(look, gui.scale());
    const ImVec2 frame_px = ImGui::GetIO().DisplaySize;
    const Pen base{&gui, &look, nullptr};
    const PanelWindow window(base, "##briefing", {0, 0, frame_px.x, frame_px.y}, true);
    const Pen& pen = window.pen();
    fill(pen, StyleId::panel, window.rect());
    // Lines much longer than this are hard to follow.
    const float width = std::fmin(frame_px.x - pen.px(64), pen.px(1120)), button = pen.px(52);
    const Rect in{std::round((frame_px.x - width) / 2), pen.px(28), width, frame_px.y - pen.px(56)};
    const Rect rest = draw_head(pen, in, data);
    draw_text(pen, {rest.x, rest.y, rest.width, std::fmax(rest.height - button - pen.px(14), 0.0F)},
              joined_lines(data.text));
    const std::string words = "Enter   " + data.begin;
    const float wide = std::fmin(text_width(pen, FontId::card, words) + pen.px(48), in.width);
    const Rect place{in.x, in.bottom() - button, wide, button};
    const Touch at = touch("begin", place);
    fill(pen, StyleId::button_on, place, at.is_held ? 0.7F : 1, pen.px(3));
    frame(pen, StyleId::accent, place, at.is_hovered ? 1 : 0.6F, pen.px(3));
    write_in(pen, FontId::card, StyleId::accent, place, Align::centre, words);
    if (at.is_clicked)
        requests.emplace_back(BeginExercise{});
    return requests;
}

}  // namespace incursion

#include "render/scope/tour_card.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/scope/panel_parts.h"

namespace incursion {
namespace {

// Lengths of the design. A card is as narrow as its text allows: the first width at which it is no higher than the
// share of the frame.
constexpr std::array widths{330.0F, 400.0F, 480.0F, 580.0F, 700.0F};
constexpr float highest_share = 0.42F;
constexpr float margin = 14, gap = 7, bar_height = 3;

/// Broken at spaces alone: ImGui would also break behind a point, and part a number in two. A word that is wider than
/// the card is broken as ImGui does.
std::vector<std::string> lines_of(const Pen& pen, FontId font, std::string_view text, float width)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        const std::string word{text.substr(at, end - at)};
        at = end + 1;
        if (word.empty())
            continue;
        const std::string joined = lines.empty() ? word : lines.back() + " " + word;
        if (!lines.empty() && text_width(pen, font, joined) <= width)
            lines.back() = joined;
        else
            for (const std::string_view piece : wrapped(pen, font, word, width))
                lines.emplace_back(piece);
    }
    return lines;
}

float lines_height(const Pen& pen, FontId font, std::string_view text, float width)
{
    return static_cast<float>(lines_of(pen, font, text, width).size()) * line_height(pen, font);
}

bool has_foot(const TourCard& card)
{
    return !card.count.empty() || !card.hint.empty();
}

float height_of(const Pen& pen, const TourCard& card, float width)
{
    const float inner = width - 2 * pen.px(margin);
    float height = 2 * pen.px(margin) + lines_height(pen, FontId::card_title, card.title, inner);
    if (!card.text.empty())
        height += pen.px(gap) + lines_height(pen, FontId::card_text, card.text, inner);
    if (has_foot(card))
        height += pen.px(gap) + line_height(pen, FontId::panel_text);
    return std::ceil(height);
}

float write_lines(const Pen& pen, FontId font, StyleId style, Point at, std::string_view text, float width)
{
    for (const std::string& line : lines_of(pen, font, text, width)) {
        write(pen, font, style, at, line);
        at.y += line_height(pen, font);
    }
    return at.y;
}

/// Twice: a broad stroke in the ground's colour below a narrow one, so that it is seen on whatever it crosses.
template <class Draw>
void draw_with_ground(const Pen& pen, const Draw& draw)
{
    draw(pen.colour(StyleId::panel, 0.85F), pen.px(5.5F));
    draw(pen.colour(StyleId::accent), pen.px(2.2F));
}

void draw_line(const Pen& pen, const CardPlace& place)
{
    if (!place.has_line)
        return;
    draw_with_ground(
        pen, [&](ImU32 colour, float width) { pen.list->AddLine(vec(place.from), vec(place.to), colour, width); });
}

void draw_thing(const Pen& pen, const PointedThing& thing)
{
    const Rect& at = thing.place;
    draw_with_ground(pen, [&](ImU32 colour, float width) {
        if (thing.is_panel)
            pen.list->AddRect({at.x, at.y}, {at.right(), at.bottom()}, colour, pen.px(3), ImDrawFlags_None, width);
        else
            pen.list->AddCircle({at.x + at.width / 2, at.y + at.height / 2}, at.width / 2, colour, 48, width);
    });
}

void write_card(const Pen& pen, const Rect& rect, const TourCard& card)
{
    const float inner = rect.width - 2 * pen.px(margin);
    Point at{rect.x + pen.px(margin), rect.y + pen.px(margin)};
    at.y = write_lines(pen, FontId::card_title, StyleId::text_bright, at, card.title, inner);
    if (!card.text.empty())
        write_lines(pen, FontId::card_text, StyleId::text, {at.x, at.y + pen.px(gap)}, card.text, inner);
    if (!has_foot(card))
        return;
    const float height = line_height(pen, FontId::panel_text);
    const Rect foot{at.x, rect.bottom() - pen.px(margin) - height, inner, height};
    const float taken = write_in(pen, FontId::panel_text, StyleId::text_dim, foot, Align::right, card.count);
    const Rect rest{foot.x, foot.y, std::max(foot.width - taken - pen.px(gap), 0.0F), height};
    write_in(pen, FontId::panel_text, StyleId::text_dim, rest, Align::left, card.hint);
}

void draw_ground(const Pen& pen, const Rect& rect, const TourCard& card)
{
    // Twice, because the panels' colour may let shine through what is below.
    fill(pen, StyleId::background, rect, 1, pen.px(4));
    fill(pen, StyleId::panel, rect, 1, pen.px(4));
    pen.list->AddRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, pen.colour(StyleId::accent), pen.px(4),
                      ImDrawFlags_None, std::max(1.0F, std::round(pen.px(1.6F))));
    if (!card.left)
        return;
    const float width = (rect.width - 2 * pen.px(margin)) * std::clamp(*card.left, 0.0F, 1.0F);
    fill(pen, StyleId::accent,
         {rect.x + pen.px(margin), rect.bottom() - pen.px(2 * bar_height), width, pen.px(bar_height)}, 0.9F);
}

}  // namespace

CardPlace tour_card_place(const GuiContext& gui, const Look& look, const Layout& layout, const FrameSize& frame,
                          const TourCard& card)
{
    const Pen pen{&gui, &look, nullptr, false};
    const float widest = std::max(static_cast<float>(frame.width_px) - 2 * pen.px(margin), 1.0F);
    const float highest = static_cast<float>(frame.height_px) * highest_share;
    float width = 0, height = 0;
    for (const float wanted : widths) {
        width = std::floor(std::min(pen.px(wanted), widest));
        height = height_of(pen, card, width);
        if (height <= highest)
            break;
    }
    CardPlace place =
        card_place(card_bounds(layout, frame, height), width, height, card.thing, card.kept_free, frame.scale);
    place.card = snapped(place.card);
    return place;
}

bool draw_tour_card(const GuiContext& gui, const Look& look, const Layout& layout, const FrameSize& frame,
                    const TourCard& card)
{
    const CardPlace place = tour_card_place(gui, look, layout, frame, card);
    const Pen above{&gui, &look, ImGui::GetForegroundDrawList(), false};
    draw_line(above, place);
    if (card.thing)
        draw_thing(above, *card.thing);
    const PanelWindow window(above, "##tour", place.card, true);
    draw_ground(window.pen(), place.card, card);
    write_card(window.pen(), place.card, card);
    return touch("card", place.card).is_clicked;
}

void draw_tour_pointer(const GuiContext& gui, const Look& look, const PointedThing& thing)
{
    draw_thing({&gui, &look, ImGui::GetForegroundDrawList(), false}, thing);
}

}  // namespace incursion

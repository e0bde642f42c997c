#include <algorithm>
#include <cmath>

#include "render/scope/apply_look.h"
#include "render/scope/desk_list.h"
#include "render/scope/exercise_cards.h"

namespace incursion {
namespace {

constexpr float row_gap = 10, bar_width = 120;

/// What a criterion takes of the card.
struct RowPlace {
    std::vector<std::string_view> title, expected, done;
    float height = 0;
};

RowPlace place_of(const Pen& pen, const ScoreRow& row, float width)
{
    RowPlace place{wrapped(pen, FontId::panel_bold, row.title, width),
                   wrapped(pen, FontId::panel_text, row.expected, width),
                   wrapped(pen, FontId::panel_text, row.done, width)};
    place.height = line_height(pen, FontId::panel_bold) * static_cast<float>(place.title.size()) +
                   line_height(pen, FontId::panel_text) * static_cast<float>(place.expected.size() + place.done.size());
    place.height = std::fmax(place.height, 2 * line_height(pen, FontId::panel_bold));
    return place;
}

StyleId style_of(const ScoreRow& row)
{
    if (!row.applies)
        return StyleId::text_dim;
    return row.share >= 0.999 ? StyleId::state_outside : row.share > 0 ? StyleId::state_near : StyleId::state_inside;
}

Point write_lines(const Pen& pen, FontId font, StyleId style, Point at, const std::vector<std::string_view>& lines)
{
    for (const std::string_view line : lines) {
        write(pen, font, style, at, line);
        at.y += line_height(pen, font);
    }
    return at;
}

/// Words at the left, points with their bar at the right.
void draw_row(const Pen& pen, const Rect& rect, const ScoreRow& row, const RowPlace& place, float right)
{
    Point at = write_lines(pen, FontId::panel_bold, StyleId::text_bright, {rect.x, rect.y}, place.title);
    at = write_lines(pen, FontId::panel_text, StyleId::text_dim, at, place.expected);
    write_lines(pen, FontId::panel_text, StyleId::text, at, place.done);
    const float line = line_height(pen, FontId::panel_bold), x = rect.right() - right;
    write_in(pen, FontId::panel_bold, style_of(row), {x, rect.y, right, line}, Align::right, row.points);
    const Rect bar{rect.right() - pen.px(bar_width), rect.y + line + pen.px(3), pen.px(bar_width), pen.px(6)};
    if (row.applies) {
        fill(pen, StyleId::chart_grid, bar, 1, pen.px(2));
        fill(pen, style_of(row), {bar.x, bar.y, bar.width * static_cast<float>(row.share), bar.height}, 1, pen.px(2));
    }
}

/// How many whole rows fit from one on.
std::size_t fitting(const Pen& pen, const ScoreCard& data, const Rect& in, float width, std::size_t first)
{
    float used = 0;
    std::size_t count = 0;
    for (std::size_t i = first; i < data.rows.size(); ++i, ++count) {
        used += place_of(pen, data.rows[i], width).height;
        if (used > in.height)
            break;
        used += pen.px(row_gap);
    }
    return count;
}

void draw_rows(const Pen& pen, const Rect& in, const ScoreCard& data, DeskState& state)
{
    const float right = std::fmin(pen.px(220), in.width * 0.3F), width = in.width - right - pen.px(24);
    std::size_t last = data.rows.size();
    while (last > 0 && fitting(pen, data, in, width, last - 1) == data.rows.size() - last + 1)
        --last;
    scroll(pen, in, {in.right() - pen.px(4), in.y, pen.px(4), in.height}, data.rows.size(),
           std::max<std::size_t>(data.rows.size() - last, 1), state.first_row);
    float y = in.y;
    for (std::size_t i = state.first_row; i < data.rows.size(); ++i) {
        const RowPlace place = place_of(pen, data.rows[i], width);
        if (y + place.height > in.bottom() + 1)
            break;
        draw_row(pen, {in.x, std::round(y), in.width - pen.px(12), place.height}, data.rows[i], place, right);
        y += place.height + pen.px(row_gap);
    }
}

}  // namespace

std::vector<DeskRequest> draw_score(const GuiContext& gui, const Look& look, const ScoreCard& data, DeskState& state)
{
    DeskRequests requests;
    apply_look(look, gui.scale());
    const ImVec2 frame_px = ImGui::GetIO().DisplaySize;
    const Pen base{&gui, &look, nullptr};
    const PanelWindow window(base, "##score", {0, 0, frame_px.x, frame_px.y}, true);
    const Pen& pen = window.pen();
    fill(pen, StyleId::panel, window.rect());
    const float width = std::fmin(frame_px.x - pen.px(48), pen.px(1160)), head = line_height(pen, FontId::card);
    const Rect in{std::round((frame_px.x - width) / 2), pen.px(20), width, frame_px.y - pen.px(40)};
    const std::string who = data.trainee.empty() ? data.lesson : data.lesson + " - " + data.trainee;
    const std::string sum = data.points + ", " + data.share;
    const float taken = text_width(pen, FontId::card, sum) + pen.px(24);
    write_in(pen, FontId::card, StyleId::accent, {in.x, in.y, in.width, head}, Align::right, sum);
    write_in(pen, FontId::card, StyleId::text_bright, {in.x, in.y, std::fmax(in.width - taken, 0.0F), head},
             Align::left, who);
    const float top = in.y + head + pen.px(6);
    line(pen, StyleId::panel_edge, {in.x, top}, {in.right(), top});
    const float button = pen.px(30);
    const Rect rows{in.x, top + pen.px(12), in.width,
                    std::fmax(in.bottom() - button - pen.px(12) - top - pen.px(12), 0.0F)};
    draw_rows(pen, rows, data, state);
    const Rect truth{in.x, in.bottom() - button, pen.px(250), button};
    if (key_button(pen, "truth", truth, "V", "what truly happened", true))
        requests.emplace_back(ShowTruth{true});
    write_in(pen, FontId::panel_text, StyleId::text_dim,
             {truth.right() + pen.px(16), truth.y, std::fmax(in.right() - truth.right() - pen.px(16), 0.0F), button},
             Align::left, "kept in " + data.log);
    return requests;
}

}  // namespace incursion

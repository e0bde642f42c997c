#include "render/scope/desk_panel.h"

#include <algorithm>
#include <cmath>

#include "render/scope/apply_look.h"
#include "render/scope/desk_keys.h"
#include "render/scope/desk_list.h"
#include "render/scope/timeline_bar.h"

namespace incursion {
namespace {

constexpr float gap = 6, button_height = 27, message_height = 24;
constexpr float least_column = 230;

/// Buttons in rows at the foot, from the left; returns what is left above them.
Rect place_buttons(const Rect& desk, float scale, DeskPlaces& places)
{
    const auto count = static_cast<std::size_t>(
        std::count_if(desk_keys().begin(), desk_keys().end(), [](const DeskKey& key) { return key.is_button; }));
    const auto columns = static_cast<std::size_t>(
        std::clamp(std::floor(desk.width / (150 * scale)), 2.0F, std::fmax(static_cast<float>(count) / 2, 2.0F)));
    const std::size_t rows = (count + columns - 1) / columns;
    const float space = 4 * scale, height = button_height * scale;
    const float whole = static_cast<float>(rows) * (height + space) - space;
    const float width = (desk.width - space * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t i = 0; i < count; ++i)
        places.buttons.push_back({desk.x + static_cast<float>(i % columns) * (width + space),
                                  desk.bottom() - whole + static_cast<float>(i / columns) * (height + space), width,
                                  height});
    return {desk.x, desk.y, desk.width, std::fmax(desk.height - whole - gap * scale, 0.0F)};
}

/// From the top of a column; what is too low to read is left out.
Rect cut_top(Rect& rest, float height, float scale)
{
    const float taken = std::fmin(height, rest.height);
    const Rect part{rest.x, rest.y, rest.width, taken};
    rest.y += taken + gap * scale;
    rest.height = std::fmax(rest.height - taken - gap * scale, 0.0F);
    return part.height < 44 * scale ? Rect{} : part;
}

void draw_message(const Pen& pen, const Rect& rect, const DeskData& data)
{
    if (data.message.empty() || rect.height <= 0)
        return;
    const StyleId style = data.is_warning ? StyleId::state_inside : StyleId::accent;
    fill(pen, style, rect, 0.14F, pen.px(2));
    frame(pen, style, rect, 0.8F, pen.px(2));
    write_in(pen, FontId::panel_bold, style, inset(rect, pen.px(10), 0), Align::left, data.message);
}

void draw_buttons(const Pen& pen, const DeskPlaces& places, const DeskData& data, DeskRequests& requests)
{
    std::size_t place = 0;
    for (const DeskKey& key : desk_keys()) {
        if (!key.is_button)
            continue;
        if (key_button(pen, "desk", places.buttons[place], key.keys, key.meaning, false, place))
            for (DeskRequest& request : key.requests(data))
                requests.push_back(std::move(request));
        ++place;
    }
}

void draw_strip(const Pen& pen, const Rect& rect, const DeskData& data)
{
    const TimelineParts parts = film_timeline_parts(rect, pen.gui->scale(), false);
    fill(pen, StyleId::timeline_ground, parts.bar);
    draw_bar(pen, parts, data.strip, GuiState{});
}

}  // namespace

DeskPlaces desk_places(const Rect& desk, float scale, const DeskData& data)
{
    DeskPlaces places;
    Rect rest = place_buttons(desk, scale, places);
    const float message = std::fmin(message_height * scale, rest.height);
    places.message = {rest.x, rest.bottom() - message, rest.width, message};
    rest.height = std::fmax(rest.height - message - gap * scale, 0.0F);
    const float rules = (title_height + 14 + 22 * static_cast<float>(data.rules.size())) * scale;
    if (rest.width < (2 * least_column + gap) * scale) {
        places.tracks = cut_top(rest, rest.height * 0.28F, scale);
        places.phrases = cut_top(rest, rest.height * 0.5F, scale);
        places.tasks = cut_top(rest, rest.height * 0.6F, scale);
        places.deeds = cut_top(rest, rest.height, scale);
        return places;
    }
    const float width = std::floor((rest.width - gap * scale) / 2);
    Rect left{rest.x, rest.y, width, rest.height}, right{rest.right() - width, rest.y, width, rest.height};
    places.tracks = cut_top(left, left.height * 0.42F, scale);
    places.phrases = cut_top(left, left.height, scale);
    places.tasks = cut_top(right, right.height * 0.4F, scale);
    places.rules = cut_top(right, std::fmin(rules, right.height * 0.55F), scale);
    places.deeds = cut_top(right, right.height, scale);
    return places;
}

std::vector<DeskRequest> draw_desk(const GuiContext& gui, const Look& look, const ViewState& view, const Layout& layout,
                                   const DeskData& data, DeskState& state)
{
    DeskRequests requests;
    apply_look(look, gui.scale());
    const Pen pen{&gui, &look, nullptr};
    if (layout.desk) {
        const PanelWindow window(pen, "##desk", *layout.desk);
        const DeskPlaces places = desk_places(window.rect(), gui.scale(), data);
        draw_desk_tracks(window.pen(), snapped(places.tracks), data, state, requests);
        draw_desk_phrases(window.pen(), snapped(places.phrases), data, state, requests);
        draw_desk_tasks(window.pen(), snapped(places.tasks), data, state);
        draw_desk_rules(window.pen(), snapped(places.rules), data);
        draw_desk_deeds(window.pen(), snapped(places.deeds), data, state);
        draw_message(window.pen(), snapped(places.message), data);
        draw_buttons(window.pen(), places, data, requests);
    }
    if (layout.strip) {
        const PanelWindow window(pen, "##strip", *layout.strip);
        draw_strip(window.pen(), window.rect(), data);
    }
    if (layout.desk && state.form != DeskForm::none)
        draw_desk_form(pen, *layout.desk, view, data, state, requests);
    return requests;
}

}  // namespace incursion

#include "render/scope/panel_geometry.h"

#include <algorithm>
#include <cmath>

#include "render/scope/panel_parts.h"

namespace incursion {
namespace {

Rect below_title(const Rect& panel, float scale)
{
    const float top = (title_height + 3) * scale, margin = 10 * scale;
    return {panel.x + margin, panel.y + top, std::fmax(panel.width - 2 * margin, 0.0F),
            std::fmax(panel.height - top - 6 * scale, 0.0F)};
}

Rect centred(float width_px, float height_px, float width, float height)
{
    return {std::round((width_px - width) / 2), std::round((height_px - height) / 2), width, height};
}

}  // namespace

std::vector<ChartPlace> chart_places(const Rect& side, std::size_t count, float scale)
{
    const Rect area = below_title(side, scale);
    const float x_ticks = 15 * scale, least = 62 * scale, gap = 6 * scale, title = 17 * scale;
    const float room = area.height - x_ticks;
    const auto fitting = static_cast<std::size_t>(std::fmax(std::floor((room + gap) / (least + gap)), 0.0F));
    const std::size_t shown = std::min(count, fitting);
    if (shown == 0 || area.width < 120 * scale)
        return {};
    const float height = (room - gap * static_cast<float>(shown - 1)) / static_cast<float>(shown);
    const float left = 46 * scale, right = std::fmin(60 * scale, area.width / 4);
    std::vector<ChartPlace> places;
    for (std::size_t i = 0; i < shown; ++i) {
        ChartPlace place;
        const float y = std::round(area.y + static_cast<float>(i) * (height + gap));
        place.has_x_ticks = i + 1 == shown;
        place.whole = {area.x, y, area.width, std::floor(height) + (place.has_x_ticks ? x_ticks : 0)};
        place.title = {area.x, y, area.width, title};
        place.plot = {std::round(area.x + left), std::round(y + title), std::round(area.width - left - right),
                      std::floor(height - title)};
        place.values = {place.plot.right() + 6 * scale, place.plot.y, right - 6 * scale, place.plot.height};
        places.push_back(place);
    }
    return places;
}

SideTabs side_tabs(const Rect& side, float scale)
{
    const float width = std::fmin(84 * scale, (side.width - 24 * scale) / 2), height = 20 * scale;
    const Rect charts{side.x + 8 * scale, side.y + 4 * scale, width, height};
    return {charts, {charts.right() + 4 * scale, charts.y, width, height}};
}

ListPlace list_place(const Rect& area, float row_height, float scale)
{
    const float bar = 4 * scale;
    ListPlace place{{area.x, area.y, std::fmax(area.width - bar - 3 * scale, 0.0F), area.height},
                    {area.right() - bar, area.y, bar, area.height},
                    row_height,
                    0};
    place.shown = static_cast<std::size_t>(std::floor(area.height / row_height));
    return place;
}

ListPlace tracks_place(const Rect& panel, float scale)
{
    Rect area = below_title(panel, scale);
    const float names = 18 * scale;
    area.y += names;
    area.height = std::fmax(area.height - names, 0.0F);
    return list_place(area, 20 * scale, scale);
}

bool has_accounts_title(const Rect& panel, float scale)
{
    return panel.height >= (title_height + 9 + 2 * 20) * scale && panel.width >= 160 * scale;
}

ListPlace accounts_place(const Rect& panel, float scale, std::size_t count)
{
    if (has_accounts_title(panel, scale))
        return list_place(below_title(panel, scale), 20 * scale, scale);
    const Rect area = inset(panel, 4 * scale, scale);
    const float each = area.height / static_cast<float>(std::max<std::size_t>(count, 1));
    return list_place(area, std::clamp(each, 12 * scale, 16 * scale), scale);
}

ListPlace figures_place(const Rect& side, float scale)
{
    return list_place(below_title(side, scale), 18 * scale, scale);
}

Rect account_only(const Rect& row, float scale)
{
    const float width = row.width >= 160 * scale ? 34 * scale : 0;
    return {row.right() - width, row.y + scale, width, row.height - 2 * scale};
}

Rect accounts_all(const Rect& panel, float scale)
{
    return {panel.right() - 44 * scale, panel.y + 5 * scale, 34 * scale, 18 * scale};
}

HelpPlace help_place(float width_px, float height_px, float scale, std::size_t count)
{
    HelpPlace place;
    const float row = 21 * scale, margin = 14 * scale, head = 34 * scale;
    const float width = std::fmin(width_px - 16 * scale, 900 * scale);
    const float columns = std::clamp(std::floor((width - 2 * margin) / (230 * scale)), 1.0F, 3.0F);
    const float wanted = std::ceil(static_cast<float>(count) / columns) * row;
    const float room = height_px - head - margin - 16 * scale;
    const float rows = std::fmax(std::floor(std::fmin(wanted, room) / row), 1.0F);
    place.card = snapped(centred(width_px, height_px, width, head + rows * row + margin));
    place.close = {place.card.right() - 34 * scale, place.card.y + 8 * scale, 22 * scale, 20 * scale};
    const float cell = (width - 2 * margin) / columns;
    place.rows = static_cast<std::size_t>(rows);
    for (std::size_t i = 0; i < place.rows * static_cast<std::size_t>(columns); ++i)
        place.cells.push_back({place.card.x + margin + static_cast<float>(i / place.rows) * cell,
                               place.card.y + head + static_cast<float>(i % place.rows) * row, cell - 10 * scale, row});
    return place;
}

NotePlace note_place(float width_px, float height_px, float scale)
{
    NotePlace place;
    const float width = std::fmin(420 * scale, width_px - 16 * scale);
    place.card = centred(width_px, height_px, width, 104 * scale);
    const Rect in = inset(place.card, 14 * scale, 10 * scale);
    place.field = {in.x, in.y + 24 * scale, in.width, 26 * scale};
    place.leave = {in.right() - 70 * scale, place.field.bottom() + 9 * scale, 70 * scale, 24 * scale};
    place.save = {place.leave.x - 78 * scale, place.leave.y, 70 * scale, 24 * scale};
    return place;
}

bool has_accounts(const Rect& panel, const PanelData& data, float scale)
{
    return !data.accounts.empty() && panel.width >= 60 * scale &&
           accounts_place(panel, scale, data.accounts.size()).shown > 0;
}

std::vector<std::pair<Rect, StyleId>> panel_grounds(const Layout& layout, const PanelData& data, const ViewState& view,
                                                    float scale)
{
    std::vector<std::pair<Rect, StyleId>> grounds{{snapped(layout.header), StyleId::panel}};
    for (const std::optional<Rect>& panel : {layout.tracks, layout.selected, layout.radio, layout.side})
        if (panel)
            grounds.emplace_back(snapped(*panel), StyleId::panel);
    // In a film the key to the accounts is text beside the bezel.
    if (layout.accounts && !view.is_film && has_accounts(snapped(*layout.accounts), data, scale))
        grounds.emplace_back(snapped(*layout.accounts), StyleId::panel);
    if (layout.desk && layout.strip) {
        grounds.emplace_back(snapped(*layout.desk), StyleId::panel);
        grounds.emplace_back(snapped(*layout.strip), StyleId::panel);
        return grounds;
    }
    grounds.emplace_back(snapped(layout.timeline), StyleId::panel);
    if (layout.side && view.page == SidePage::charts)
        for (const ChartPlace& place : chart_places(snapped(*layout.side), data.charts.charts.size(), scale))
            grounds.emplace_back(place.plot, StyleId::chart_ground);
    grounds.emplace_back(snapped(timeline_parts_of(snapped(layout.timeline), scale, view.is_film, data.timeline).bar),
                         StyleId::timeline_ground);
    return grounds;
}

}  // namespace incursion

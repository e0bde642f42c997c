#include "render/scope/draw_panels.h"

#include <array>

#include "render/scope/apply_look.h"
#include "render/scope/panel_geometry.h"
#include "render/scope/panel_list.h"

namespace incursion {
namespace {

constexpr std::array<const char*, 8> chart_names{"##chart0", "##chart1", "##chart2", "##chart3",
                                                 "##chart4", "##chart5", "##chart6", "##chart7"};

void draw_side(const Pen& pen, const Rect& rect, const PanelData& data, SidePage page, GuiState& state,
               Requests& requests)
{
    const PanelWindow window(pen, "##side", rect);
    draw_side_tabs(window.pen(), rect, page, requests);
    if (page == SidePage::figures) {
        draw_figures(window.pen(), rect, data.figures, state, requests);
        return;
    }
    const std::vector<ChartPlace> places = chart_places(rect, data.charts.charts.size(), pen.gui->scale());
    for (std::size_t i = 0; i < places.size() && i < chart_names.size(); ++i) {
        const PanelPart part(window.pen(), chart_names[i], places[i].whole);
        draw_chart(part.pen(), i, rect, data.charts, requests);
    }
}

void draw_lists(const Pen& pen, const PanelData& data, const Layout& layout, GuiState& state, Requests& requests)
{
    if (layout.tracks) {
        const PanelWindow window(pen, "##tracks", *layout.tracks);
        draw_tracks(window.pen(), window.rect(), data.tracks, state, requests);
    }
    if (layout.selected) {
        const PanelWindow window(pen, "##selected", *layout.selected);
        draw_selected(window.pen(), window.rect(), data.selected, requests);
    }
    if (layout.radio) {
        const PanelWindow window(pen, "##radio", *layout.radio);
        draw_radio(window.pen(), window.rect(), data.radio, state, requests);
    }
    if (layout.accounts && has_accounts(snapped(*layout.accounts), data, pen.gui->scale())) {
        const PanelWindow window(pen, "##accounts", *layout.accounts);
        draw_accounts(window.pen(), window.rect(), data.accounts, state, requests);
    }
}

/// Status and caption; the caption takes the place of a status that says nothing.
void draw_foot(const Pen& pen, const PanelData& data, const ViewState& view, const Layout& layout,
               const std::string& status)
{
    if (layout.status && !status.empty()) {
        const PanelWindow window(pen, "##status", *layout.status);
        draw_status(window.pen(), window.rect(), status);
    }
    if (!layout.caption || !is_on(view, Switch::caption))
        return;
    Rect place = *layout.caption;
    if (layout.status && status.empty())
        place = {layout.status->x, place.y, place.right() - layout.status->x, place.height};
    const PanelWindow window(pen, "##caption", place);
    draw_caption(window.pen(), window.rect(), data.caption);
}

/// The upper right corner of the scope, which the round bezel leaves free.
Rect label_corner(const Layout& layout, float scale)
{
    const float width = std::fmin(110 * scale, layout.scope.width / 2);
    return {layout.scope.right() - width, layout.scope.y + 2 * scale, width, 22 * scale};
}

/// Above the bezel at the other side.
Rect radar_corner(const Layout& layout, float scale)
{
    const float width = std::fmin(180 * scale, layout.scope.width / 2);
    return {layout.scope.x, layout.scope.y + 2 * scale, width, 22 * scale};
}

}  // namespace

std::vector<Request> draw_panels(const GuiContext& gui, const PanelData& data, const ViewState& view,
                                 const Layout& layout, const Look& look, GuiState& state)
{
    apply_look(look, gui.scale());
    Requests requests;
    const Pen pen{&gui, &look, nullptr, view.is_film};
    HeaderTold told;
    {
        const PanelWindow window(pen, "##header", layout.header);
        told = draw_header(window.pen(), window.rect(), data.header);
    }
    if (!told.radar) {
        const PanelWindow window(pen, "##radar", radar_corner(layout, gui.scale()));
        draw_corner_radar(window.pen(), window.rect(), data.header.radar_short);
    }
    if (!told.label) {
        const PanelWindow window(pen, "##label", label_corner(layout, gui.scale()));
        draw_corner_label(window.pen(), window.rect(), data.header.label);
    }
    draw_lists(pen, data, layout, state, requests);
    if (layout.side)
        draw_side(pen, snapped(*layout.side), data, view.page, state, requests);
    std::string pointed;
    if (layout.timeline.height > 0) {
        const PanelWindow window(pen, "##timeline", layout.timeline);
        pointed = draw_timeline(window.pen(), window.rect(), data.timeline, state, requests);
    }
    draw_foot(pen, data, view, layout, view.notice.empty() && !pointed.empty() ? pointed : data.status);
    if (is_on(view, Switch::help))
        draw_help(pen, view, data.accounts.empty() ? 0 : data.accounts.back().account + 1, state, requests);
    if (state.note_is_open)
        draw_note(pen, data.header.clock, state, requests);
    state.selected = view.selected;
    return requests;
}

}  // namespace incursion

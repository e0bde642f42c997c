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

}  // namespace

std::vector<Request> draw_panels(const GuiContext& gui, const PanelData& data, const ViewState& view,
                                 const Layout& layout, const Look& look, GuiState& state)
{
    apply_look(look, gui.scale());
    Requests requests;
    const Pen pen{&gui, &look, nullptr};
    {
        const PanelWindow window(pen, "##header", layout.header);
        draw_header(window.pen(), window.rect(), data.header);
    }
    draw_lists(pen, data, layout, state, requests);
    if (layout.side)
        draw_side(pen, snapped(*layout.side), data, view.page, state, requests);
    {
        const PanelWindow window(pen, "##timeline", layout.timeline);
        draw_timeline(window.pen(), window.rect(), data.timeline, state, requests);
    }
    if (layout.status) {
        const PanelWindow window(pen, "##status", *layout.status);
        draw_status(window.pen(), window.rect(), data.status);
    }
    if (layout.caption && is_on(view, Switch::caption)) {
        const PanelWindow window(pen, "##caption", *layout.caption);
        draw_caption(window.pen(), window.rect(), data.caption);
    }
    if (is_on(view, Switch::help))
        draw_help(pen, view, state, requests);
    if (state.note_is_open)
        draw_note(pen, data.header.clock, state, requests);
    state.selected = view.selected;
    return requests;
}

}  // namespace incursion

#include "render/view/panel_parts.h"

namespace incursion {

PanelData build_panels(const Replay& replay, const ViewState& view, const FrameSize& frame, SweepMemory& sweep,
                       PanelMemory& memory)
{
    const PanelQuestion question{replay, view, frame, sweep, memory};
    PanelData data;
    data.header = panel_header(question);
    if (view.is_exercise) {
        // The trainee's desk tells the rest, as far as it may be told.
        data.status = panel_status(question);
        return data;
    }
    data.tracks = panel_tracks(question);
    data.selected = panel_selected(question);
    data.radio = panel_radio(question);
    data.charts = panel_charts(question);
    data.accounts = panel_accounts(question);
    data.figures = panel_figures(question);
    data.timeline = panel_timeline(question);
    data.status = panel_status(question);
    data.caption = panel_caption(question);
    return data;
}

}  // namespace incursion

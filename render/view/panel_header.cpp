#include "render/view/panel_parts.h"

#include <fmt/format.h>

namespace incursion {

namespace {

std::string radar_words(const PanelQuestion& question)
{
    if (question.is_live())
        return "no sweep: positions as computed";
    const ScopeRadar& radar = question.replay.radar();
    const std::string turn = fmt::format("one turn in {:g} s", to_seconds(radar.turn));
    return radar.is_assumed ? "radar assumed at the scope's centre, " + turn
                            : fmt::format("radar {}: its plots, {}", radar.id, turn);
}

std::string radar_in_short(const PanelQuestion& question)
{
    if (question.is_live())
        return "no sweep";
    const ScopeRadar& radar = question.replay.radar();
    return fmt::format("radar {}, {:g} s a turn", radar.is_assumed ? "assumed" : radar.id, to_seconds(radar.turn));
}

bool shows_flown_track(const PanelQuestion& question)
{
    for (const std::size_t track : shown_tracks(question.replay, question.view))
        if (question.replay.track_report(track).flown)
            return true;
    return false;
}

}  // namespace

HeaderData panel_header(const PanelQuestion& question)
{
    const Report& report = question.replay.report();
    HeaderData header;
    header.title = report.title.empty() ? report.path : report.title;
    header.date = date_text(question.view.time);
    const std::string clock = format_time_of_day(question.view.time, 1);
    header.clock = clock.substr(0, 8);
    header.clock_fraction = clock.substr(8);
    header.radar = radar_words(question);
    header.radar_short = radar_in_short(question);
    if (question.view.is_labelled && shows_flown_track(question))
        header.label = "reconstruction";
    const std::vector<std::size_t> tracks = tracks_of_concern(question.replay, question.view);
    if (tracks.empty() || question.view.is_exercise)
        return header;
    const BorderState state = border_state(question, tracks.front());
    header.state = state_words(question, tracks.front(), state);
    header.state_style = !state.inside.empty() ? StyleId::state_inside
                         : state.is_near       ? StyleId::state_near
                                               : StyleId::state_outside;
    return header;
}

}  // namespace incursion

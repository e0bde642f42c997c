#include "render/view/panel_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "render/view/look.h"
#include "render/view/map_scale.h"

namespace incursion {

namespace {

// The gauge shows so many buffers outside and inside.
constexpr double outer_buffers = 3, inner_buffers = 2;

std::string altitude_name(AltitudeDatum datum)
{
    return datum == AltitudeDatum::pressure ? "pressure altitude" : "altitude";
}

/// A number and its unit, `-` where it is not known.
Readout readout(std::string name, std::string value, std::string_view unit)
{
    const bool is_known = !value.empty();
    return {std::move(name), is_known ? std::move(value) : "-", is_known ? std::string{unit} : "",
            is_known ? StyleId::text_bright : StyleId::text_dim};
}

/// `12.4 s` in its two parts, where it has two.
Readout time_readout(std::string name, std::optional<double> s)
{
    if (!s)
        return readout(std::move(name), "", "");
    const std::string text = short_duration(*s);
    const bool is_short = std::count(text.begin(), text.end(), ' ') == 1;
    return is_short ? readout(std::move(name), text.substr(0, text.size() - 2), "s")
                    : readout(std::move(name), text, "");
}

void add_motion(const PanelQuestion& question, const std::optional<Seen>& seen, AltitudeDatum datum, SelectedData& data)
{
    std::string altitude, speed, heading;
    if (seen) {
        const Motion& motion = seen->paint.motion;
        if (motion.altitude_m)
            altitude =
                altitude_number(question.unit(), *motion.altitude_m) + std::string{trend_arrow(motion.climb_mps)};
        speed = speed_number(question.unit(), motion.speed_mps);
        heading = question.direction(motion.track);
    }
    const bool magnetic = question.view.north == North::magnetic && question.replay.declination();
    data.readouts.push_back(readout(altitude_name(datum), altitude, altitude_unit(question.unit())));
    data.readouts.push_back(readout("ground speed", speed, speed_unit(question.unit())));
    data.readouts.push_back(readout("track", heading, magnetic ? "°M" : "°T"));
}

StyleId style_of(const BorderState& state)
{
    if (!state.inside.empty())
        return StyleId::state_inside;
    return state.is_near ? StyleId::state_near : StyleId::text_bright;
}

void add_border(const PanelQuestion& question, const BorderState& state, SelectedData& data)
{
    const bool inside = !state.inside.empty();
    const std::string distance = state.border ? length_number(question.unit(), state.border->distance_m) : "";
    data.readouts.push_back(
        readout(state.border ? "to " + state.border->airspace : "to border", distance, length_unit(question.unit())));
    const bool seen_inside = state.border && state.border->inside;
    data.readouts.push_back(time_readout(seen_inside ? "time to exit" : "time to border", state.time_to_border_s));
    data.readouts.push_back(time_readout("inside so far", to_seconds(state.dwell)));
    for (std::size_t i = data.readouts.size() - 3; i + 1 < data.readouts.size(); ++i)
        if (data.readouts[i].style == StyleId::text_bright)
            data.readouts[i].style = style_of(state);
    data.readouts.back().style = inside                       ? StyleId::state_inside
                                 : state.dwell == Duration{0} ? StyleId::text_dim
                                                              : StyleId::text_bright;
}

void add_gauge(const PanelQuestion& question, const BorderState& state, SelectedData& data)
{
    data.has_gauge = state.border.has_value();
    const double all = outer_buffers + inner_buffers;
    data.gauge_border = static_cast<float>(outer_buffers / all);
    data.gauge_buffer = static_cast<float>((outer_buffers - 1) / all);
    if (!state.border)
        return;
    const double buffers = state.border->distance_m / buffer_of_m(question.view);
    data.gauge_value = static_cast<float>(std::clamp((outer_buffers - buffers) / all, 0.0, 1.0));
}

std::string age_words(const PanelQuestion& question, const std::optional<Seen>& seen)
{
    if (!seen)
        return "not seen";
    if (question.is_live())
        return "as computed";
    return fmt::format("seen {} ago", short_duration(to_seconds(question.view.time - seen->paint.time)));
}

}  // namespace

SelectedData panel_selected(const PanelQuestion& question)
{
    const std::optional<std::size_t> selected = shown_selection(question.replay, question.view);
    SelectedData data;
    if (!selected)
        return data;
    const TrackReport& report = question.replay.track_report(*selected);
    const std::optional<Seen> seen = seen_of(question, *selected);
    data.label = report.track;
    data.title = report.title.empty() ? report.type : report.title;
    data.position = seen ? place_text(question.unit(), seen->paint.motion.place) : "";
    data.age = age_words(question, seen);
    data.side = side_style(question.replay.side_of_track(*selected));
    add_motion(question, seen, report.datum, data);
    const BorderState state = border_state(question, *selected);
    add_border(question, state, data);
    add_gauge(question, state, data);
    return data;
}

}  // namespace incursion

#include <algorithm>
#include <cmath>

#include "render/scope/panel_geometry.h"
#include "render/scope/panel_list.h"
#include "render/scope/timeline_bar.h"

namespace incursion {
namespace {

using Button = TimelineButton;

struct ButtonFace {
    const char* id;
    Icon icon;
    const char* hint;
    Request request;
};

ButtonFace face_of(Button button, bool is_playing)
{
    constexpr Duration frame = std::chrono::nanoseconds(1'000'000'000 / 30);
    switch (button) {
    case Button::start: return {"start", Icon::start, "start  (Home)", JumpToEnd{false}};
    case Button::previous: return {"previous", Icon::previous, "previous moment  (Page ↑)", JumpMoment{-1}};
    case Button::turn_back: return {"turn back", Icon::turn_back, "last turn of the beam  ([)", StepTurn{-1}};
    case Button::step_back: return {"step back", Icon::step_back, "one picture back  (,)", StepTime{-frame}};
    case Button::reverse: return {"reverse", Icon::play_back, "play backwards  (R)", Reverse{}};
    case Button::play: return {"play", is_playing ? Icon::pause : Icon::play, "play or pause  (Space)", PlayOrPause{}};
    case Button::step: return {"step", Icon::step, "one picture on  (.)", StepTime{frame}};
    case Button::turn: return {"turn", Icon::turn, "next turn of the beam  (])", StepTurn{1}};
    case Button::next: return {"next", Icon::next, "next moment  (Page ↓)", JumpMoment{1}};
    case Button::end: return {"end", Icon::end, "end  (End)", JumpToEnd{true}};
    case Button::slower: return {"slower", Icon::minus, "slower  (↓)", Faster{-1}};
    case Button::faster: return {"faster", Icon::plus, "faster  (↑)", Faster{1}};
    case Button::loop_from: return {"loop from", Icon::loop_from, "loop from here  (I)", LoopFrom{}};
    case Button::loop_to: return {"loop to", Icon::loop_to, "loop to here  (O)", LoopTo{}};
    case Button::loop_off: return {"loop off", Icon::loop_off, "no loop  (L)", SetLoop{}};
    case Button::bookmark: return {"bookmark", Icon::bookmark, "bookmark with a note  (B)", AskBookmarkNote{}};
    case Button::help: break;
    }
    return {"help", Icon::question, "keys, and all that can be shown  (?)", Toggle{Switch::help}};
}

bool is_lit(Button button, const TimelineData& data)
{
    return (button == Button::play && data.is_playing) || (button == Button::reverse && data.speed_factor < 0) ||
           ((button == Button::loop_from || button == Button::loop_to) && data.loop.has_value());
}

std::string_view speed_text(std::size_t i)
{
    constexpr std::array<std::string_view, timeline_speeds.size()> texts{".1", ".2", ".5", "1",  "2",
                                                                         "5",  "10", "20", "50", "100"};
    return texts[i];
}

void draw_speeds(const Pen& pen, const TimelineParts& parts, const TimelineData& data, Requests& requests)
{
    const double speed = std::fabs(data.speed_factor);
    for (std::size_t i = 0; i < parts.speeds.size(); ++i) {
        const bool is_on = std::fabs(speed - timeline_speeds[i]) < 1e-9;
        if (text_button(pen, "speed", parts.speeds[i], speed_text(i), is_on, "times as fast as it was  (↑ ↓)", i))
            requests.push_back(SetSpeed{std::copysign(timeline_speeds[i], data.speed_factor)});
    }
    if (parts.speed.width > 0)
        write_in(pen, FontId::panel_bold, StyleId::accent, parts.speed, Align::centre, data.speed);
    if (parts.state.width > 0)
        write_in(pen, FontId::panel_small, StyleId::text_dim, parts.state, Align::centre, data.state);
}

}  // namespace

std::string draw_timeline(const Pen& pen, const Rect& rect, const TimelineData& data, GuiState& state,
                          Requests& requests)
{
    frame(pen, StyleId::panel_edge, rect);
    const TimelineParts parts = timeline_parts_of(rect, pen.gui->scale(), pen.is_film, data);
    for (const auto& [button, place] : parts.buttons) {
        const ButtonFace face = face_of(button, data.is_playing);
        if (icon_button(pen, face.id, place, face.icon, is_lit(button, data), face.hint))
            requests.push_back(face.request);
    }
    draw_speeds(pen, parts, data, requests);
    draw_bar(pen, parts, data, state);
    return touch_bar(pen, parts, data, state, requests);
}

}  // namespace incursion

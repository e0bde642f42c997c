#include <algorithm>
#include <cmath>

#include "render/scope/apply_look.h"
#include "render/scope/desk_list.h"
#include "render/scope/exercise_cards.h"
#include "render/scope/instructor_keys.h"

namespace incursion {
namespace {

constexpr float button_height = 28, gap = 4;

/// Two buttons to a row; returns what is left below them.
Rect draw_buttons(const Pen& pen, Rect in, const InstructorData& data, DeskRequests& requests)
{
    const float width = (in.width - pen.px(gap)) / 2, step = pen.px(button_height + gap);
    std::size_t place = 0;
    for (const InstructorKey& key : instructor_keys()) {
        const Rect rect{in.x + static_cast<float>(place % 2) * (width + pen.px(gap)),
                        in.y + static_cast<float>(place / 2) * step, width, pen.px(button_height)};
        const bool is_pause = key.press == KeyPress{Key::p};
        const std::string_view words = !is_pause ? key.meaning : data.is_paused ? "go on" : "pause";
        if (key_button(pen, "do", rect, key.keys, words, is_pause && data.is_paused, place) && data.is_running)
            for (DeskRequest& request : key.requests(data))
                requests.push_back(std::move(request));
        ++place;
    }
    const float used = static_cast<float>((place + 1) / 2) * step + pen.px(6);
    return {in.x, in.y + used, in.width, std::fmax(in.height - used, 0.0F)};
}

/// Asks once more before the end; returns what is left.
Rect draw_sure(const Pen& pen, Rect in, DeskState& state, DeskRequests& requests)
{
    if (state.form != DeskForm::finish)
        return in;
    write_in(pen, FontId::panel_bold, StyleId::state_near, {in.x, in.y, in.width, pen.px(20)}, Align::left,
             "End the exercise?");
    const float width = (in.width - pen.px(gap)) / 2;
    if (key_button(pen, "end", {in.x, in.y + pen.px(22), width, pen.px(button_height)}, "Enter", "end it", true))
        requests.emplace_back(FinishExercise{});
    if (key_button(pen, "stay", {in.x + width + pen.px(gap), in.y + pen.px(22), width, pen.px(button_height)}, "Esc",
                   "leave", false))
        requests.emplace_back(OpenForm{});
    const float used = pen.px(22 + button_height + 10);
    return {in.x, in.y + used, in.width, std::fmax(in.height - used, 0.0F)};
}

void draw_title(const Pen& pen, const Rect& in, std::string_view text)
{
    write_in(pen, FontId::panel_bold, StyleId::panel_title, in, Align::left, text);
}

}  // namespace

std::vector<DeskRequest> draw_instructor(const GuiContext& gui, const Look& look, const Rect& rect,
                                         const InstructorData& data, DeskState& state)
{
    DeskRequests requests;
    apply_look(look, gui.scale());
    const Pen base{&gui, &look, nullptr};
    const PanelWindow window(base, "##instructor", rect, true);
    const Pen& pen = window.pen();
    fill(pen, StyleId::panel, window.rect());
    Rect in = panel_frame(pen, window.rect(), "Instructor",
                          data.clock + (!data.is_running ? ""
                                        : data.is_paused ? " paused"
                                                         : " running"));
    if (!data.trainee.empty()) {
        write_in(pen, FontId::panel_text, StyleId::text_bright, {in.x, in.y, in.width, pen.px(18)}, Align::left,
                 "trainee " + data.trainee);
        in = {in.x, in.y + pen.px(22), in.width, std::fmax(in.height - pen.px(22), 0.0F)};
    }
    in = draw_buttons(pen, in, data, requests);
    in = draw_sure(pen, in, state, requests);
    const float head = pen.px(20);
    draw_title(pen, {in.x, in.y, in.width, head}, "Injects");
    std::vector<WrappedRow> rows;
    for (const InstructorInject& inject : data.injects)
        rows.push_back({inject.key, inject.title + ", " + inject.state, StyleId::accent,
                        inject.is_live ? StyleId::text : StyleId::text_dim, "", inject.is_live, true});
    if (rows.empty())
        rows.push_back({"", "the lesson has none"});
    const float injects = std::fmin(in.height * 0.45F, pen.px(24) * static_cast<float>(rows.size()) + pen.px(12));
    const Rect list{in.x, in.y + head, in.width, injects};
    const auto [asked] = draw_wrapped(pen, "inject", list, rows, pen.px(28), FontId::panel_text, state.first_phrase);
    if (asked && *asked < data.injects.size() && data.is_running)
        requests.emplace_back(MakeInject{data.injects[*asked].id});
    draw_title(pen, {in.x, list.bottom(), in.width, head}, "Done: click to step back to before it");
    std::vector<WrappedRow> deeds;
    for (const InstructorDeed& deed : data.deeds)
        deeds.push_back({deed.clock, deed.text, StyleId::text_dim, StyleId::text, "", true});
    const Rect done{in.x, list.bottom() + head, in.width, std::fmax(in.bottom() - list.bottom() - head, 0.0F)};
    const auto [back] =
        draw_wrapped(pen, "back", done, deeds, text_width(pen, FontId::panel_text, "00:00:00.0") + pen.px(10),
                     FontId::panel_text, state.first_deed);
    if (back && data.is_running)
        requests.emplace_back(RewindTo{data.deeds[*back].time});
    return requests;
}

}  // namespace incursion

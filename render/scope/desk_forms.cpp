#include <algorithm>
#include <cmath>

#include <imgui.h>

#include <imgui_stdlib.h>

#include "render/scope/desk_keys.h"
#include "render/scope/desk_list.h"

namespace incursion {
namespace {

constexpr float margin = 14, row_height = 30, foot_height = 44;

/// A card in the middle of the desk, with so much room under its title.
Rect card_on(const Pen& pen, const Rect& desk, float height)
{
    const float width = std::fmin(pen.px(440), desk.width - pen.px(8));
    const float whole = std::fmin(pen.px(title_height + 8) + height, desk.height);
    return snapped({desk.x + (desk.width - width) / 2, desk.y + (desk.height - whole) / 3, width, whole});
}

/// The card, its title and what is left below it.
Rect draw_card(const Pen& pen, const Rect& card, std::string_view title, std::string_view right)
{
    fill(pen, StyleId::panel, card, 1, pen.px(3));
    frame(pen, StyleId::accent, card, 0.7F, pen.px(3));
    const Rect in = panel_frame(pen, card, title, right);
    return {in.x + pen.px(margin - 10), in.y, in.width - 2 * pen.px(margin - 10), in.height};
}

/// One field; true when Enter was struck in it.
bool draw_field(const Pen& pen, const char* id, const Rect& rect, std::string& text, DeskState& state,
                DeskRequests& requests)
{
    ImGui::PushFont(pen.gui->font(FontId::panel_text));
    ImGui::SetCursorScreenPos(ImVec2(rect.x, rect.y));
    ImGui::SetNextItemWidth(rect.width);
    if (state.wants_keyboard)
        ImGui::SetKeyboardFocusHere();
    state.wants_keyboard = false;
    const bool entered = ImGui::InputText(id, &text, ImGuiInputTextFlags_EnterReturnsTrue);
    if (ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false))
        requests.push_back(OpenForm{});
    ImGui::PopFont();
    return entered;
}

/// Send and leave at the foot; true where it is sent.
bool draw_foot(const Pen& pen, const Rect& in, std::string_view send, const DeskState& state, DeskRequests& requests)
{
    const float height = pen.px(26), width = std::fmin(pen.px(130), (in.width - pen.px(6)) / 2);
    const Rect leave{in.right() - width, in.bottom() - height, width, height};
    const Rect sent{leave.x - width - pen.px(6), leave.y, width, height};
    write_in(pen, FontId::panel_text, StyleId::state_inside,
             {in.x, in.bottom() - 2 * height, in.width, height - pen.px(4)}, Align::left, state.problem);
    const bool is_sent = key_button(pen, "send", sent, "Enter", send, true);
    if (key_button(pen, "leave", leave, "Esc", "leave", false))
        requests.push_back(OpenForm{});
    return is_sent;
}

void draw_classify(const Pen& pen, const Rect& desk, const DeskData& data, DeskRequests& requests)
{
    const float height = static_cast<float>(data.categories.size()) * pen.px(row_height) + pen.px(foot_height);
    const PanelWindow window(pen, "##classify", card_on(pen, desk, height), true);
    const Rect in = draw_card(window.pen(), window.rect(), "Classify", data.selected);
    for (std::size_t i = 0; i < data.categories.size(); ++i) {
        const Rect row{in.x, in.y + static_cast<float>(i) * pen.px(row_height), in.width, pen.px(row_height - 4)};
        if (key_button(window.pen(), "category", row, i < 9 ? std::to_string(i + 1) : "", data.categories[i], false, i))
            requests.push_back(Classify{data.categories[i]});
    }
    const Rect leave{in.right() - pen.px(110), in.bottom() - pen.px(26), pen.px(110), pen.px(26)};
    if (key_button(window.pen(), "leave", leave, "Esc", "leave", false))
        requests.push_back(OpenForm{});
}

void draw_call(const Pen& pen, const Rect& desk, const DeskData& data, DeskState& state, DeskRequests& requests)
{
    const PanelWindow window(pen, "##call", card_on(pen, desk, pen.px(96)), true);
    const Rect in = draw_card(window.pen(), window.rect(), "Say", "to " + data.selected);
    const bool entered =
        draw_field(window.pen(), "##text", {in.x, in.y + pen.px(4), in.width, pen.px(26)}, state.text, state, requests);
    if ((draw_foot(window.pen(), in, "say", state, requests) || entered) && !state.text.empty())
        requests.push_back(SayText{state.text});
}

void draw_heading(const Pen& pen, const Rect& desk, const DeskData& data, DeskState& state, DeskRequests& requests)
{
    const PanelWindow window(pen, "##heading", card_on(pen, desk, pen.px(96)), true);
    const Rect in = draw_card(window.pen(), window.rect(), "Order a heading, degrees true", "to " + data.selected);
    const bool entered = draw_field(window.pen(), "##deg", {in.x, in.y + pen.px(4), pen.px(90), pen.px(26)}, state.text,
                                    state, requests);
    if (!draw_foot(window.pen(), in, "order", state, requests) && !entered)
        return;
    if (const Result<double> heading = heading_written(state.text)) {
        requests.push_back(OrderHeading{heading.value()});
    } else {
        state.problem = heading.problem();
        state.wants_keyboard = true;
    }
}

void draw_report(const Pen& pen, const Rect& desk, const DeskData& data, DeskState& state, DeskRequests& requests)
{
    const float height = static_cast<float>(data.figures.size()) * pen.px(row_height) + pen.px(foot_height);
    const PanelWindow window(pen, "##report", card_on(pen, desk, height), true);
    const Rect in =
        draw_card(window.pen(), window.rect(), "Report", data.superior.empty() ? "" : "to " + data.superior);
    state.figures.resize(data.figures.size());
    bool entered = false;
    for (std::size_t i = 0; i < data.figures.size(); ++i) {
        const float y = in.y + static_cast<float>(i) * pen.px(row_height);
        write_in(window.pen(), FontId::panel_text, StyleId::text, {in.x, y, in.width / 2, pen.px(row_height - 4)},
                 Align::left, data.figures[i].prompt);
        ImGui::PushID(static_cast<int>(i));
        // Enter goes to the next field, and in the last one it sends.
        const bool struck = draw_field(window.pen(), "##figure", {in.x + in.width / 2, y, in.width / 2, pen.px(26)},
                                       state.figures[i], state, requests);
        ImGui::PopID();
        if (struck && i + 1 < data.figures.size())
            state.wants_keyboard = true;
        entered = entered || (struck && i + 1 == data.figures.size());
    }
    if (!draw_foot(window.pen(), in, "send", state, requests) && !entered)
        return;
    SendReport report;
    for (std::size_t i = 0; i < data.figures.size(); ++i)
        report.figures.emplace_back(data.figures[i].name, state.figures[i]);
    requests.push_back(std::move(report));
}

void draw_finish(const Pen& pen, const Rect& desk, DeskState& state, DeskRequests& requests)
{
    const PanelWindow window(pen, "##finish", card_on(pen, desk, pen.px(96)), true);
    const Rect in = draw_card(window.pen(), window.rect(), "Finish", "");
    write_in(window.pen(), FontId::panel_text, StyleId::text_bright, {in.x, in.y + pen.px(4), in.width, pen.px(22)},
             Align::left, "Finish the exercise and see the score?");
    if (draw_foot(window.pen(), in, "finish", state, requests))
        requests.push_back(FinishExercise{});
}

}  // namespace

void draw_desk_form(const Pen& pen, const Rect& desk, const ViewState& view, const DeskData& data, DeskState& state,
                    DeskRequests& requests)
{
    switch (state.form) {
    case DeskForm::classify: return draw_classify(pen, desk, data, requests);
    case DeskForm::call: return draw_call(pen, desk, data, state, requests);
    case DeskForm::heading: return draw_heading(pen, desk, data, state, requests);
    case DeskForm::report: return draw_report(pen, desk, data, state, requests);
    case DeskForm::finish: return draw_finish(pen, desk, state, requests);
    case DeskForm::help: return draw_desk_help(pen, view, state, requests);
    case DeskForm::none: break;
    }
}

void draw_desk_help(const Pen& pen, const ViewState& view, DeskState& state, DeskRequests& requests)
{
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const float width = std::fmin(pen.px(480), size.x - pen.px(16)), height = size.y - pen.px(80);
    const Rect card{(size.x - width) / 2, (size.y - height) / 2, width, height};
    const PanelWindow window(pen, "##deskhelp", card, true);
    const Rect in = draw_card(window.pen(), window.rect(), "Keys", "");
    std::vector<WrappedRow> rows;
    for (const DeskKey& key : desk_keys())
        rows.push_back({std::string{key.keys}, std::string{key.meaning}, StyleId::accent});
    rows.push_back({"1 to 9", "say a phrase; in a list of categories, choose one", StyleId::accent});
    rows.push_back({"mouse",
                    "click a track on the scope or in the table, a phrase, a button; wheel and drag look about",
                    StyleId::accent});
    for (const Shortcut* shortcut : trainee_shortcuts(view))
        rows.push_back({std::string{shortcut->keys}, std::string{shortcut->meaning}, StyleId::text_dim});
    draw_wrapped(window.pen(), "help", in, rows, pen.px(100), FontId::panel_text, state.first_row);
    const Rect leave{in.right() - pen.px(96), card.y + pen.px(2), pen.px(96), pen.px(title_height - 2)};
    if (key_button(window.pen(), "leave", leave, "Esc", "leave", false))
        requests.push_back(OpenForm{});
}

}  // namespace incursion

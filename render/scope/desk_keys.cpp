#include "render/scope/desk_keys.h"

#include <algorithm>

namespace incursion {
namespace {

using Desk = const DeskData&;
using DeskRequests = std::vector<DeskRequest>;

template <class Asked>
DeskRequests ask(Desk)
{
    return {Asked{}};
}
template <DeskForm form>
DeskRequests open(Desk)
{
    return {OpenForm{form}};
}
template <int by>
DeskRequests select_next(Desk)
{
    return {SelectNextNumber{by}};
}
DeskRequests open_report(Desk desk)
{
    // Where no figures are asked for, there is nothing to be written.
    return desk.figures.empty() ? DeskRequests{SendReport{}} : DeskRequests{OpenForm{DeskForm::report}};
}

/// From 1 on; 0 where it is no digit of that kind.
std::size_t digit_of(const KeyPress& press)
{
    if (press.shift || press.control || press.key < Key::digit_1 || press.key > Key::digit_9)
        return 0;
    return static_cast<std::size_t>(press.key) - static_cast<std::size_t>(Key::digit_1) + 1;
}

DeskRequests of_classify(const KeyPress& press, Desk desk)
{
    if (const std::size_t n = digit_of(press); n > 0 && n <= desk.categories.size())
        return {Classify{desk.categories[n - 1]}};
    return {};
}

bool is_of_view(Switch what)
{
    return what != Switch::sweep && what != Switch::truth && what != Switch::help && what != Switch::caption;
}

/// What asks where and how to look, or is for the window.
template <class T>
constexpr bool is_look =
    std::is_same_v<T, ZoomBy> || std::is_same_v<T, PanBy> || std::is_same_v<T, ResetScope> ||
    std::is_same_v<T, CentreOnSelected> || std::is_same_v<T, SetUnit> || std::is_same_v<T, SetNorth> ||
    std::is_same_v<T, SetPalette> || std::is_same_v<T, SetRuler> || std::is_same_v<T, PointAt> ||
    std::is_same_v<T, Select> || std::is_same_v<T, ToggleFullScreen> || std::is_same_v<T, SavePicture> ||
    std::is_same_v<T, Quit>;
template <class T>
constexpr bool is_choice =
    std::is_same_v<T, SelectNext> || std::is_same_v<T, ShowAccount> || std::is_same_v<T, ShowOnlyAccount> ||
    std::is_same_v<T, NextAccount> || std::is_same_v<T, SetPage>;

}  // namespace

const std::vector<DeskKey>& desk_keys()
{
    static const std::vector<DeskKey> list{
        {{Key::t}, "T", "take up", ask<TakeUp>, true},
        {{Key::k}, "K", "classify", open<DeskForm::classify>, true},
        {{Key::c}, "C", "say something else", open<DeskForm::call>, true},
        {{Key::h}, "H", "order a heading", open<DeskForm::heading>, true},
        {{Key::e}, "E", "log its entry", ask<LogEntry>, true},
        {{Key::x}, "X", "log its exit", ask<LogExit>, true},
        {{Key::r}, "R", "report", open_report, true},
        {{Key::f10}, "F10", "finish", open<DeskForm::finish>, true},
        {{Key::tab}, "Tab", "next track", select_next<1>},
        {{Key::tab, true}, "Shift Tab", "previous track", select_next<-1>},
        {{Key::question}, "?", "this help", open<DeskForm::help>},
    };
    return list;
}

bool is_help(const KeyPress& press)
{
    return press.key == Key::question || press.key == Key::f1 || (press.key == Key::slash && press.shift);
}

bool is_writing(const DeskState& state)
{
    return state.form == DeskForm::call || state.form == DeskForm::heading || state.form == DeskForm::report;
}

DeskRequests desk_requests_of(const KeyPress& press, Desk desk, const DeskState& state)
{
    if (state.form != DeskForm::none && press == KeyPress{Key::escape})
        return {OpenForm{}};
    switch (state.form) {
    case DeskForm::classify: return of_classify(press, desk);
    case DeskForm::finish: return press == KeyPress{Key::enter} ? DeskRequests{FinishExercise{}} : DeskRequests{};
    case DeskForm::help: return is_help(press) ? DeskRequests{OpenForm{}} : DeskRequests{};
    case DeskForm::call:
    case DeskForm::heading:
    case DeskForm::report: return {};
    case DeskForm::none: break;
    }
    if (const std::size_t n = digit_of(press); n > 0 && n <= desk.phrases.size())
        return {SayPhrase{n - 1}};
    const KeyPress meant = is_help(press) ? KeyPress{Key::question} : press;
    for (const DeskKey& key : desk_keys())
        if (key.press == meant)
            return key.requests(desk);
    return {};
}

void hear(DeskState& state, const DeskRequest& request, Desk desk)
{
    if (const auto* opened = std::get_if<OpenForm>(&request)) {
        state.form = opened->form;
        state.wants_keyboard = is_writing(state);
        state.text.clear();
        state.problem.clear();
        state.figures.assign(desk.figures.size(), "");
        state.first_row = 0;
        return;
    }
    const bool is_sent = std::holds_alternative<Classify>(request) || std::holds_alternative<SayText>(request) ||
                         std::holds_alternative<OrderHeading>(request) || std::holds_alternative<SendReport>(request) ||
                         std::holds_alternative<FinishExercise>(request);
    if (is_sent)
        state.form = DeskForm::none;
}

bool is_for_trainee(const Request& request)
{
    return std::visit(
        [](const auto& asked) {
            using T = std::decay_t<decltype(asked)>;
            if constexpr (std::is_same_v<T, Toggle>)
                return is_of_view(asked.what);
            return is_look<T>;
        },
        request);
}

bool is_for_instructor(const Request& request)
{
    return std::visit(
        [](const auto& asked) {
            using T = std::decay_t<decltype(asked)>;
            return is_look<T> || is_choice<T> || std::is_same_v<T, Toggle>;
        },
        request);
}

std::vector<const Shortcut*> trainee_shortcuts(const ViewState& view)
{
    std::vector<const Shortcut*> list;
    for (const Shortcut& shortcut : shortcuts()) {
        const std::vector<Request> requests = shortcut.requests(view);
        const bool is_taken = std::any_of(desk_keys().begin(), desk_keys().end(),
                                          [&](const DeskKey& key) { return key.press == shortcut.press; }) ||
                              (shortcut.press.key >= Key::digit_0 && shortcut.press.key <= Key::digit_9);
        if (!is_taken && !requests.empty() && std::all_of(requests.begin(), requests.end(), is_for_trainee))
            list.push_back(&shortcut);
    }
    return list;
}

}  // namespace incursion

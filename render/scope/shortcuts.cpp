#include "render/scope/shortcuts.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace incursion {
namespace {

using Requests = std::vector<Request>;
using View = const ViewState&;
using Group = ShortcutGroup;

constexpr Duration one_frame = std::chrono::nanoseconds(1'000'000'000 / 30);
constexpr float pan_px = 60;
constexpr double zoom = 1.25;
constexpr std::size_t palette_count = 5, layout_count = 3;

template <Switch what>
Requests toggle(View)
{
    return {Toggle{what}};
}
template <Switch what>
bool is_switched_on(View view)
{
    return is_on(view, what);
}
template <Switch what>
Shortcut switched(KeyPress press, Group group, std::string_view keys, std::string_view meaning)
{
    return {press, group, keys, meaning, toggle<what>, is_switched_on<what>};
}

template <std::size_t account>
Requests show_account(View view)
{
    return {ShowAccount{account, !is_account_shown(view, account)}};
}
template <std::size_t account>
Requests only_account(View)
{
    return {ShowOnlyAccount{account}};
}
template <std::size_t account>
bool is_shown(View view)
{
    return is_account_shown(view, account);
}

template <class Enum>
Enum next_of(Enum value, std::size_t count)
{
    return static_cast<Enum>((static_cast<std::size_t>(value) + 1) % count);
}

/// The bookmark nearest to the present instant, the earlier one of two.
Requests remove_bookmark(View view)
{
    if (view.bookmarks.empty())
        return {};
    const auto distance = [&](const Bookmark& mark) { return std::chrono::abs(mark.time - view.time); };
    const auto nearest =
        std::min_element(view.bookmarks.begin(), view.bookmarks.end(),
                         [&](const Bookmark& a, const Bookmark& b) { return distance(a) < distance(b); });
    return {RemoveBookmark{static_cast<std::size_t>(nearest - view.bookmarks.begin())}};
}

/// Leaves the first that is there: the help, the ruler, the selection.
Requests leave(View view)
{
    if (is_on(view, Switch::help))
        return {Toggle{Switch::help}};
    if (view.ruler)
        return {SetRuler{}};
    if (view.selected)
        return {Select{}};
    return {};
}

/// Adds shortcuts of one group.
struct Adder {
    std::vector<Shortcut>& list;
    Group group;
    void operator()(KeyPress press, std::string_view keys, std::string_view meaning, Requests (*requests)(View),
                    bool (*is_on_in)(View) = nullptr) const
    {
        list.push_back({press, group, keys, meaning, requests, is_on_in});
    }
};

void add_play(std::vector<Shortcut>& list)
{
    const Adder add{list, Group::play};
    add(
        {Key::space}, "Space", "play or pause", [](View) { return Requests{PlayOrPause{}}; },
        [](View view) { return view.playing; });
    add(
        {Key::r}, "R", "play backwards", [](View) { return Requests{Reverse{}}; },
        [](View view) { return view.speed < 0; });
    add({Key::up}, "↑", "faster", [](View) { return Requests{Faster{1}}; });
    add({Key::down}, "↓", "slower", [](View) { return Requests{Faster{-1}}; });
    add({Key::equal}, "=", "as fast as it was",
        [](View view) { return Requests{SetSpeed{view.speed < 0 ? -1.0 : 1.0}}; });
    add({Key::right}, "→", "1 s on", [](View) { return Requests{StepTime{std::chrono::seconds(1)}}; });
    add({Key::left}, "←", "1 s back", [](View) { return Requests{StepTime{-std::chrono::seconds(1)}}; });
    add({Key::right, true}, "Shift →", "10 s on", [](View) { return Requests{StepTime{std::chrono::seconds(10)}}; });
    add({Key::left, true}, "Shift ←", "10 s back", [](View) { return Requests{StepTime{-std::chrono::seconds(10)}}; });
    add({Key::period}, ".", "one picture on", [](View) { return Requests{StepTime{one_frame}}; });
    add({Key::comma}, ",", "one picture back", [](View) { return Requests{StepTime{-one_frame}}; });
    add({Key::bracket_right}, "]", "next turn of the beam", [](View) { return Requests{StepTurn{1}}; });
    add({Key::bracket_left}, "[", "last turn of the beam", [](View) { return Requests{StepTurn{-1}}; });
}

void add_moments(std::vector<Shortcut>& list)
{
    const Adder add{list, Group::moments};
    add({Key::page_down}, "Page ↓", "next moment", [](View) { return Requests{JumpMoment{1}}; });
    add({Key::page_up}, "Page ↑", "previous moment", [](View) { return Requests{JumpMoment{-1}}; });
    add({Key::home}, "Home", "start", [](View) { return Requests{JumpToEnd{false}}; });
    add({Key::end}, "End", "end", [](View) { return Requests{JumpToEnd{true}}; });
    add({Key::i}, "I", "loop from here", [](View) { return Requests{LoopFrom{}}; });
    add({Key::o}, "O", "loop to here", [](View) { return Requests{LoopTo{}}; });
    add({Key::l}, "L", "no loop", [](View) { return Requests{SetLoop{}}; });
    add({Key::b}, "B", "bookmark with a note", [](View) { return Requests{AskBookmarkNote{}}; });
    add({Key::b, true}, "Shift B", "remove the nearest bookmark", remove_bookmark);
}

void add_scope(std::vector<Shortcut>& list)
{
    const Adder add{list, Group::scope};
    add({Key::plus}, "+", "look closer", [](View) { return Requests{ZoomBy{zoom, {}}}; });
    add({Key::minus}, "-", "look wider", [](View) { return Requests{ZoomBy{1 / zoom, {}}}; });
    add({Key::left, false, true}, "Ctrl ←", "move west", [](View) { return Requests{PanBy{pan_px, 0}}; });
    add({Key::right, false, true}, "Ctrl →", "move east", [](View) { return Requests{PanBy{-pan_px, 0}}; });
    add({Key::up, false, true}, "Ctrl ↑", "move north", [](View) { return Requests{PanBy{0, pan_px}}; });
    add({Key::down, false, true}, "Ctrl ↓", "move south", [](View) { return Requests{PanBy{0, -pan_px}}; });
    add({Key::c}, "C", "aircraft in the middle", [](View) { return Requests{CentreOnSelected{}}; });
    add({Key::z}, "Z", "as at first", [](View) { return Requests{ResetScope{}}; });
    add({Key::x}, "X", "no ruler", [](View) { return Requests{SetRuler{}}; });
    add(
        {Key::u}, "U", "kilometres", [](View view) { return Requests{SetUnit{next_of(view.unit, 2)}}; },
        [](View view) { return view.unit == LengthUnit::kilometre; });
    add(
        {Key::n, true}, "Shift N", "magnetic north",
        [](View view) { return Requests{SetNorth{next_of(view.north, 2)}}; },
        [](View view) { return view.north == North::magnetic; });
}

void add_shown(std::vector<Shortcut>& list)
{
    list.push_back(switched<Switch::sweep>({Key::s}, Group::shown, "S", "sweep of the radar"));
    list.push_back(switched<Switch::truth>({Key::t}, Group::shown, "T", "true positions"));
    list.push_back(switched<Switch::range_rings>({Key::k}, Group::shown, "K", "range rings"));
    list.push_back(switched<Switch::airspace_fill>({Key::f}, Group::shown, "F", "airspace filled"));
    list.push_back(switched<Switch::border_buffer>({Key::w}, Group::shown, "W", "buffer of borders"));
    list.push_back(switched<Switch::place_names>({Key::n}, Group::shown, "N", "names of places"));
    list.push_back(switched<Switch::history>({Key::h}, Group::shown, "H", "history"));
    list.push_back(switched<Switch::vectors>({Key::v}, Group::shown, "V", "speed vectors"));
    list.push_back(switched<Switch::data_blocks>({Key::d}, Group::shown, "D", "data blocks"));
    list.push_back(switched<Switch::caption>({Key::e}, Group::shown, "E", "caption"));
}

void add_choice(std::vector<Shortcut>& list)
{
    const Adder add{list, Group::choice};
    add({Key::tab}, "Tab", "next aircraft", [](View) { return Requests{SelectNext{1}}; });
    add({Key::tab, true}, "Shift Tab", "previous aircraft", [](View) { return Requests{SelectNext{-1}}; });
    add({Key::a}, "A", "next account", [](View) { return Requests{NextAccount{}}; });
    add({Key::digit_0}, "0", "all accounts", [](View) { return Requests{ShowOnlyAccount{}}; });
    const auto add_account = [&](std::size_t account, Key key, std::string_view keys, std::string_view meaning,
                                 Requests (*show)(View), bool (*is_on_in)(View)) {
        add({key, is_on_in == nullptr}, keys, meaning, show, is_on_in);
        list.back().account = account;
    };
    add_account(0, Key::digit_1, "1", "first account", show_account<0>, is_shown<0>);
    add_account(1, Key::digit_2, "2", "second account", show_account<1>, is_shown<1>);
    add_account(2, Key::digit_3, "3", "third account", show_account<2>, is_shown<2>);
    add_account(3, Key::digit_4, "4", "fourth account", show_account<3>, is_shown<3>);
    add_account(0, Key::digit_1, "Shift 1", "only the first", only_account<0>, nullptr);
    add_account(1, Key::digit_2, "Shift 2", "only the second", only_account<1>, nullptr);
    add_account(2, Key::digit_3, "Shift 3", "only the third", only_account<2>, nullptr);
    add_account(3, Key::digit_4, "Shift 4", "only the fourth", only_account<3>, nullptr);
}

void add_window(std::vector<Shortcut>& list)
{
    const Adder add{list, Group::window};
    add({Key::g}, "G", "charts or figures", [](View view) { return Requests{SetPage{next_of(view.page, 2)}}; });
    add({Key::p}, "P", "next palette",
        [](View view) { return Requests{SetPalette{next_of(view.palette, palette_count)}}; });
    add({Key::y}, "Y", "next layout",
        [](View view) { return Requests{SetLayout{next_of(view.layout, layout_count)}}; });
    list.push_back(switched<Switch::mute>({Key::m}, Group::window, "M", "no sound"));
    add({Key::f11}, "F11", "full screen", [](View) { return Requests{ToggleFullScreen{}}; });
    add({Key::f12}, "F12", "save a picture", [](View) { return Requests{SavePicture{}}; });
    add({Key::escape}, "Esc", "leave, select none", leave);
    list.push_back(switched<Switch::help>({Key::question}, Group::window, "?", "this help"));
    add({Key::q, false, true}, "Ctrl Q", "quit", [](View) { return Requests{Quit{}}; });
}

}  // namespace

std::string_view name_of(ShortcutGroup group)
{
    constexpr std::array<std::string_view, 6> names{"Play",  "Moments and loop",      "Scope",
                                                    "Shown", "Aircraft and accounts", "Window"};
    return names[static_cast<std::size_t>(group)];
}

const std::vector<Shortcut>& shortcuts()
{
    static const std::vector<Shortcut> list = [] {
        std::vector<Shortcut> all;
        add_play(all);
        add_moments(all);
        add_scope(all);
        add_shown(all);
        add_choice(all);
        add_window(all);
        return all;
    }();
    return list;
}

std::vector<Request> requests_of(const KeyPress& press, const ViewState& view)
{
    // Where a sign stands on a key differs between keyboards, so it counts as itself, shifted or not.
    KeyPress meant = press;
    if (press.key == Key::plus || press.key == Key::question || press.key == Key::minus || press.key == Key::equal)
        meant.shift = false;
    if ((press.key == Key::slash && press.shift) || press.key == Key::f1)
        meant = {Key::question};
    if (press.key == Key::equal && press.shift)
        meant = {Key::plus};
    for (const Shortcut& shortcut : shortcuts())
        if (shortcut.press == meant)
            return shortcut.requests(view);
    return {};
}

}  // namespace incursion

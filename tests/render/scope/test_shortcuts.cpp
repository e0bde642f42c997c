#include <catch2/catch.hpp>

#include <set>
#include <string>

#include "render/scope/shortcuts.h"
#include "tests/render/scope/gui_hand.h"

namespace incursion {
namespace {

/// The one request of a key press. REQUIRES: there is exactly one.
template <class T>
T asked(const KeyPress& press, const ViewState& view = {})
{
    const std::vector<Request> requests = requests_of(press, view);
    REQUIRE(requests.size() == 1);
    REQUIRE(std::holds_alternative<T>(requests[0]));
    return std::get<T>(requests[0]);
}

constexpr bool shift = true, control = true;

}  // namespace

TEST_CASE("No two shortcuts have one key or one text for it")
{
    std::set<std::string_view> texts;
    for (std::size_t i = 0; i < shortcuts().size(); ++i) {
        const Shortcut& shortcut = shortcuts()[i];
        INFO(shortcut.keys);
        CHECK(texts.insert(shortcut.keys).second);
        CHECK_FALSE(shortcut.meaning.empty());
        for (std::size_t k = i + 1; k < shortcuts().size(); ++k)
            CHECK_FALSE(shortcut.press == shortcuts()[k].press);
    }
}

TEST_CASE("Keys that play ask for it")
{
    asked<PlayOrPause>({Key::space});
    asked<Reverse>({Key::r});
    CHECK(asked<Faster>({Key::up}).steps == 1);
    CHECK(asked<Faster>({Key::down}).steps == -1);
    CHECK(asked<SetSpeed>({Key::equal}).speed == 1);
    CHECK(asked<StepTime>({Key::right}).by == std::chrono::seconds(1));
    CHECK(asked<StepTime>({Key::left}).by == -std::chrono::seconds(1));
    CHECK(asked<StepTime>({Key::right, shift}).by == std::chrono::seconds(10));
    CHECK(asked<StepTime>({Key::left, shift}).by == -std::chrono::seconds(10));
    CHECK(asked<StepTime>({Key::period}).by == std::chrono::nanoseconds(33'333'333));
    CHECK(asked<StepTime>({Key::comma}).by == -std::chrono::nanoseconds(33'333'333));
    CHECK(asked<StepTurn>({Key::bracket_right}).turns == 1);
    CHECK(asked<StepTurn>({Key::bracket_left}).turns == -1);
    ViewState backwards;
    backwards.speed = -5;
    CHECK(asked<SetSpeed>({Key::equal}, backwards).speed == -1);
}

TEST_CASE("Keys that jump, loop and mark ask for it")
{
    CHECK(asked<JumpMoment>({Key::page_down}).by == 1);
    CHECK(asked<JumpMoment>({Key::page_up}).by == -1);
    CHECK_FALSE(asked<JumpToEnd>({Key::home}).end);
    CHECK(asked<JumpToEnd>({Key::end}).end);
    asked<LoopFrom>({Key::i});
    asked<LoopTo>({Key::o});
    CHECK_FALSE(asked<SetLoop>({Key::l}).span.has_value());
    asked<AskBookmarkNote>({Key::b});
}

TEST_CASE("The nearest bookmark is removed, and nothing where there is none")
{
    ViewState view;
    view.time = fake_start() + std::chrono::seconds(58);
    CHECK(requests_of({Key::b, shift}, view).empty());
    view.bookmarks = {{fake_start(), "a"}, {fake_start() + std::chrono::seconds(60), "b"}};
    CHECK(asked<RemoveBookmark>({Key::b, shift}, view).index == 1);
    view.time = fake_start() + std::chrono::seconds(20);
    CHECK(asked<RemoveBookmark>({Key::b, shift}, view).index == 0);
}

TEST_CASE("Keys that move the scope ask for it")
{
    CHECK(asked<ZoomBy>({Key::plus}).factor > 1);
    CHECK(asked<ZoomBy>({Key::plus}).factor * asked<ZoomBy>({Key::minus}).factor == Approx(1));
    CHECK(asked<PanBy>({Key::left, false, control}).dx_px > 0);
    CHECK(asked<PanBy>({Key::right, false, control}).dx_px < 0);
    CHECK(asked<PanBy>({Key::up, false, control}).dy_px > 0);
    CHECK(asked<PanBy>({Key::down, false, control}).dy_px < 0);
    asked<CentreOnSelected>({Key::c});
    asked<ResetScope>({Key::z});
    CHECK_FALSE(asked<SetRuler>({Key::x}).ruler.has_value());
    ViewState view;
    CHECK(asked<SetUnit>({Key::u}, view).unit == LengthUnit::kilometre);
    view.unit = LengthUnit::kilometre;
    CHECK(asked<SetUnit>({Key::u}, view).unit == LengthUnit::nautical_mile);
    CHECK(asked<SetNorth>({Key::n, shift}, view).north == North::magnetic);
    view.north = North::magnetic;
    CHECK(asked<SetNorth>({Key::n, shift}, view).north == North::true_north);
}

TEST_CASE("Every switch has its key")
{
    const std::pair<Key, Switch> keys[] = {
        {Key::s, Switch::sweep},         {Key::t, Switch::truth},         {Key::k, Switch::range_rings},
        {Key::f, Switch::airspace_fill}, {Key::w, Switch::border_buffer}, {Key::n, Switch::place_names},
        {Key::h, Switch::history},       {Key::v, Switch::vectors},       {Key::d, Switch::data_blocks},
        {Key::m, Switch::mute},          {Key::question, Switch::help},   {Key::e, Switch::caption}};
    for (const auto& [key, what] : keys)
        CHECK(asked<Toggle>({key}).what == what);
}

TEST_CASE("Keys choose aircraft and accounts")
{
    CHECK(asked<SelectNext>({Key::tab}).by == 1);
    CHECK(asked<SelectNext>({Key::tab, shift}).by == -1);
    asked<NextAccount>({Key::a});
    CHECK_FALSE(asked<ShowOnlyAccount>({Key::digit_0}).account.has_value());
    const Key digits[] = {Key::digit_1, Key::digit_2, Key::digit_3, Key::digit_4};
    for (std::size_t i = 0; i < 4; ++i) {
        ViewState view;
        view.accounts_shown = {true, true, true, true};
        CHECK(asked<ShowAccount>({digits[i]}, view).account == i);
        CHECK_FALSE(asked<ShowAccount>({digits[i]}, view).shown);
        view.accounts_shown[i] = false;
        CHECK(asked<ShowAccount>({digits[i]}, view).shown);
        CHECK(asked<ShowOnlyAccount>({digits[i], shift}, view).account == i);
    }
}

TEST_CASE("Keys of the window ask for it, and palettes and layouts come round again")
{
    ViewState view;
    CHECK(asked<SetPage>({Key::g}, view).page == SidePage::figures);
    std::set<PaletteId> palettes;
    std::set<LayoutId> layouts;
    for (int i = 0; i < 5; ++i)
        palettes.insert(view.palette = asked<SetPalette>({Key::p}, view).palette);
    for (int i = 0; i < 3; ++i)
        layouts.insert(view.layout = asked<SetLayout>({Key::y}, view).layout);
    CHECK(palettes.size() == 5);
    CHECK(layouts.size() == 3);
    CHECK(view.palette == PaletteId::phosphor);
    asked<ToggleFullScreen>({Key::f11});
    asked<SavePicture>({Key::f12});
    asked<Quit>({Key::q, false, control});
}

TEST_CASE("Escape leaves the help first, then the ruler, then the selection, and then nothing")
{
    ViewState view;
    set(view, Switch::help, true);
    view.ruler = Ruler{};
    view.selected = 3;
    CHECK(asked<Toggle>({Key::escape}, view).what == Switch::help);
    set(view, Switch::help, false);
    CHECK_FALSE(asked<SetRuler>({Key::escape}, view).ruler.has_value());
    view.ruler.reset();
    CHECK_FALSE(asked<Select>({Key::escape}, view).track.has_value());
    view.selected.reset();
    CHECK(requests_of({Key::escape}, view).empty());
}

TEST_CASE("Signs are found with and without the shift that some keyboards need for them")
{
    CHECK(asked<Toggle>({Key::slash, shift}).what == Switch::help);
    CHECK(asked<Toggle>({Key::f1}).what == Switch::help);
    CHECK(asked<Toggle>({Key::question, shift}).what == Switch::help);
    CHECK(asked<ZoomBy>({Key::equal, shift}).factor > 1);
    CHECK(asked<ZoomBy>({Key::plus, shift}).factor > 1);
    CHECK(requests_of({Key::slash}, {}).empty());
}

TEST_CASE("The help shows every shortcut, and a click there does what its key does")
{
    GuiHand hand;
    set(hand.view, Switch::help, true);
    hand.view.bookmarks = {{fake_start(), "a"}};
    for (const std::size_t more : {2U, 3U})
        hand.data.accounts.push_back({more, "Further", "1 call", LineStyle::dotted, true});
    hand.draw();
    std::size_t asked_for = 0;
    std::vector<Request> all;
    // Cells of a full card, wherever in it the shortcuts are.
    const HelpPlace full = help_place(1280, 720, 1, 72);
    for (const Rect& cell : full.cells) {
        hand.requests.clear();
        hand.click(cell);
        asked_for += hand.requests.empty() ? 0U : 1U;
        all.insert(all.end(), hand.requests.begin(), hand.requests.end());
        hand.state.note_is_open = false;
    }
    CHECK(asked_for == shortcuts().size());
    std::vector<Request> by_keys;
    for (const Shortcut& shortcut : shortcuts())
        for (const Request& request : requests_of(shortcut.press, hand.view))
            by_keys.push_back(request);
    REQUIRE(all.size() == by_keys.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        CHECK(all[i].index() == by_keys[i].index());
    hand.requests.clear();
    hand.click(full.close);
    CHECK(only<Toggle>(hand.requests)->what == Switch::help);
}

TEST_CASE("The help tells of no more accounts than there are")
{
    GuiHand hand;
    REQUIRE(hand.data.accounts.size() == 2);
    set(hand.view, Switch::help, true);
    hand.draw();
    std::size_t switched = 0, alone = 0;
    for (const Rect& cell : help_place(1280, 720, 1, 68).cells) {
        hand.requests.clear();
        hand.click(cell);
        switched += only<ShowAccount>(hand.requests) != nullptr;
        const ShowOnlyAccount* one = only<ShowOnlyAccount>(hand.requests);
        alone += one && one->account;
        hand.state.note_is_open = false;
    }
    CHECK(switched == 2);
    CHECK(alone == 2);
}

}  // namespace incursion

#include <catch2/catch.hpp>

#include "tests/render/scope/gui_hand.h"

namespace incursion {

TEST_CASE("A click on a row of the tracks selects its aircraft")
{
    GuiHand hand;
    hand.click(tracks_place(hand.panel(hand.layout.tracks), 1).row(2));
    REQUIRE(hand.requests.size() == 1);
    CHECK(only<Select>(hand.requests)->track == 2U);
}

TEST_CASE("Tracks that do not fit are reached by the wheel, and the selected one is brought into sight")
{
    GuiHand hand;
    hand.data = crowded_panels(100);
    const Rect panel = hand.panel(hand.layout.tracks);
    const ListPlace list = tracks_place(panel, 1);
    REQUIRE(list.shown < 50);
    hand.wheel({panel.x + 50, panel.y + 80}, -3);
    hand.click(list.row(1));
    CHECK(only<Select>(hand.requests)->track == 4U);
    hand.data.tracks.rows[0].is_selected = false;
    hand.data.tracks.rows[70].is_selected = true;
    hand.view.selected = 70;
    hand.draw();
    hand.requests.clear();
    hand.click(list.row(list.shown - 1));
    CHECK(only<Select>(hand.requests)->track == 70U);
}

TEST_CASE("A click on the selected aircraft's name brings it into the middle")
{
    GuiHand hand;
    const Rect panel = hand.panel(hand.layout.selected);
    hand.click(Point{panel.x + 30, panel.y + 38});
    REQUIRE(hand.requests.size() == 1);
    CHECK(only<CentreOnSelected>(hand.requests));
}

TEST_CASE("A click on a radio call goes to it")
{
    GuiHand hand;
    hand.data.radio.envelope.clear();
    const Rect panel = hand.panel(hand.layout.radio);
    hand.click(Point{panel.x + 60, panel.y + 40});
    REQUIRE(hand.requests.size() == 1);
    CHECK(only<SeekTo>(hand.requests)->time == hand.data.radio.lines[0].time);
}

TEST_CASE("The tabs turn to charts and figures")
{
    GuiHand hand;
    const SideTabs tabs = side_tabs(hand.panel(hand.layout.side), 1);
    hand.click(tabs.figures);
    REQUIRE(hand.requests.size() == 1);
    CHECK(only<SetPage>(hand.requests)->page == SidePage::figures);
    hand.requests.clear();
    hand.click(tabs.charts);
    REQUIRE(hand.requests.size() == 1);
    CHECK(only<SetPage>(hand.requests)->page == SidePage::charts);
}

TEST_CASE("A click on a figure goes to its moment and its aircraft; a heading has none")
{
    GuiHand hand;
    hand.view.page = SidePage::figures;
    const ListPlace list = figures_place(hand.panel(hand.layout.side), 1);
    hand.click(list.row(1));
    REQUIRE(hand.requests.size() == 2);
    CHECK(only<SeekTo>(hand.requests)->time == fake_start() + std::chrono::seconds(305));
    CHECK(only<Select>(hand.requests)->track == 0U);
    // What is too long to stand beside the greatest depth stands below it, and belongs to it.
    for (const std::size_t line : {4U, 5U}) {
        hand.requests.clear();
        hand.click(list.row(line));
        CHECK(only<SeekTo>(hand.requests)->time == fake_start() + std::chrono::seconds(313));
    }
    hand.requests.clear();
    hand.click(list.row(6));
    CHECK(hand.requests.empty());
}

TEST_CASE("A drag in a chart seeks")
{
    GuiHand hand;
    const Rect side = hand.panel(hand.layout.side);
    const std::vector<ChartPlace> places = chart_places(side, hand.data.charts.charts.size(), 1);
    REQUIRE(places.size() == 4);
    for (const ChartPlace& place : places) {
        hand.requests.clear();
        const float y = place.plot.y + place.plot.height / 2;
        hand.drag({place.plot.x + 10, y}, {place.plot.x + place.plot.width * 0.25F, y});
        REQUIRE_FALSE(hand.requests.empty());
        const Time at = std::get<SeekTo>(hand.requests.back()).time;
        CHECK(std::chrono::abs(at - (fake_start() + std::chrono::seconds(150))) < std::chrono::seconds(4));
    }
}

TEST_CASE("Accounts are shown, hidden and shown alone")
{
    GuiHand hand({1280, 720, 1}, LayoutId::scope);
    const Rect panel = hand.panel(hand.layout.accounts);
    const ListPlace list = accounts_place(panel, 1, hand.data.accounts.size());
    REQUIRE(list.shown >= 2);
    hand.click(Point{list.row(0).x + 40, list.row(0).y + 8});
    REQUIRE(hand.requests.size() == 1);
    CHECK(only<ShowAccount>(hand.requests)->account == 0);
    CHECK_FALSE(only<ShowAccount>(hand.requests)->shown);
    hand.requests.clear();
    hand.click(Point{list.row(1).x + 40, list.row(1).y + 8});
    CHECK(only<ShowAccount>(hand.requests)->shown);
    hand.requests.clear();
    hand.click(account_only(list.row(1), 1));
    REQUIRE(hand.requests.size() == 1);
    CHECK(only<ShowOnlyAccount>(hand.requests)->account == 1U);
    hand.requests.clear();
    hand.click(Point{list.row(0).x + 40, list.row(0).y + 8}, 1);
    REQUIRE(hand.requests.size() == 1);
    CHECK(only<ShowOnlyAccount>(hand.requests)->account == 0U);
}

TEST_CASE("A panel of accounts with room has a button that shows all")
{
    GuiHand hand;
    hand.layout.accounts = Rect{20, 60, 260, 120};
    hand.click(accounts_all(*hand.layout.accounts, 1));
    REQUIRE(hand.requests.size() == 1);
    CHECK_FALSE(only<ShowOnlyAccount>(hand.requests)->account.has_value());
}

TEST_CASE("The note of a bookmark is written and saved by Enter or by the button, and left by Escape")
{
    GuiHand hand;
    hear(hand.state, AskBookmarkNote{});
    for (int i = 0; i < 4; ++i)
        hand.draw();  // ImGui takes some frames to give the keyboard to a field
    CHECK(ImGui::GetIO().WantTextInput);
    hand.type("Fırat’ın doğusu");
    const NotePlace place = note_place(1280, 720, 1);
    SECTION("Enter")
    {
        hand.strike(ImGuiKey_Enter);
        REQUIRE(hand.requests.size() == 1);
        CHECK(only<AddBookmark>(hand.requests)->note == "Fırat’ın doğusu");
    }
    SECTION("the button")
    {
        hand.click(place.save);
        REQUIRE(hand.requests.size() == 1);
        CHECK(only<AddBookmark>(hand.requests)->note == "Fırat’ın doğusu");
    }
    SECTION("Escape")
    {
        hand.strike(ImGuiKey_Escape);
        CHECK(hand.requests.empty());
    }
    SECTION("the other button")
    {
        hand.click(place.leave);
        CHECK(hand.requests.empty());
    }
    CHECK_FALSE(hand.state.note_is_open);
}

TEST_CASE("Nothing is asked for while the mouse only rests")
{
    GuiHand hand;
    for (int x = 4; x < 1280; x += 53)
        for (int y = 4; y < 720; y += 31)
            hand.rest({static_cast<float>(x), static_cast<float>(y)});
    CHECK(hand.requests.empty());
}

}  // namespace incursion

#include "render/view/panel_parts.h"

#include <catch2/catch.hpp>

#include "tests/render/view/panel_cases.h"

using namespace incursion;
using incursion::test::at_second;

namespace {

struct Asked {
    explicit Asked(double s) : replay{test::square_replay()}, view{test::square_view(*replay, s)} {}
    std::unique_ptr<Replay> replay;
    ViewState view;
    FrameSize frame;
    SweepMemory sweep{*replay};
    PanelMemory memory{*replay};
    PanelQuestion question() { return {*replay, view, frame, sweep, memory}; }
    /// The call at 80 s is heard for 2 s; nothing is known of the others.
    void hear() { replay->set_options({{{}, {2, {0.2F, 0.9F}}, {}, {}}, std::nullopt}); }
};

std::vector<std::string> texts(const RadioData& data)
{
    std::vector<std::string> result;
    for (const RadioLine& line : data.lines)
        result.push_back(line.text);
    return result;
}

}  // namespace

TEST_CASE("the radio has the calls made so far, the newest first, older ones dimmer")
{
    Asked asked{85};
    const RadioData data = panel_radio(asked.question());
    CHECK(texts(data) == std::vector<std::string>{"Turn back.", "You approach SQR."});
    CHECK(data.count == "2 of 4 calls made");
    CHECK(data.lines[0].who == "Tower to EAST");
    CHECK(data.lines[0].clock == "00:01:20.0");
    CHECK(data.lines[0].opacity > data.lines[1].opacity);
}

TEST_CASE("a call is there from its instant on")
{
    Asked asked{79.999};
    CHECK(panel_radio(asked.question()).lines.size() == 1);
    asked.view.time = at_second(80);
    CHECK(panel_radio(asked.question()).lines.size() == 2);
}

TEST_CASE("calls of hidden accounts are neither heard nor counted")
{
    Asked asked{95};
    asked.view.accounts_shown = {true, false};
    CHECK(texts(panel_radio(asked.question())) == std::vector<std::string>{"Turn back.", "You approach SQR."});
    CHECK(panel_radio(asked.question()).count == "2 of 3 calls made");
    CHECK(panel_timeline(asked.question()).calls.size() == 3);
    asked.view.time = at_second(91);
    CHECK(panel_caption(asked.question()).empty());
}

TEST_CASE("a call is spoken for as long as it sounds, and for three seconds where that is not known")
{
    Asked asked{81.9};
    asked.hear();
    CHECK(panel_radio(asked.question()).lines[0].is_speaking);
    CHECK(panel_radio(asked.question()).envelope.size() == 2);
    CHECK(panel_radio(asked.question()).spoken == Approx(0.95));
    CHECK(panel_caption(asked.question()) == "Tower: Turn back.");
    asked.view.time = at_second(82);
    CHECK_FALSE(panel_radio(asked.question()).lines[0].is_speaking);
    CHECK(panel_radio(asked.question()).spoken == 1);
    CHECK(panel_caption(asked.question()).empty());
    asked.view.time = at_second(302.9);
    CHECK(panel_radio(asked.question()).lines[0].is_speaking);
    CHECK(panel_radio(asked.question()).envelope.empty());
    asked.view.time = at_second(303);
    CHECK_FALSE(panel_radio(asked.question()).lines[0].is_speaking);
}

TEST_CASE("the view's caption comes before what is said, and both can be switched off")
{
    Asked asked{81};
    asked.view.caption = "A square, for example";
    CHECK(panel_caption(asked.question()) == "A square, for example");
    set(asked.view, Switch::caption, false);
    CHECK(panel_caption(asked.question()).empty());
}

TEST_CASE("the time line has bars for visits and calls where they lie in the span")
{
    Asked asked{600};
    asked.hear();
    const TimelineData data = panel_timeline(asked.question());
    CHECK(data.cursor == 0.5F);
    REQUIRE(data.visits.size() == 1);
    CHECK(data.visits[0].from == Approx(100.0 / 1200));
    CHECK(data.visits[0].to == Approx(1100.0 / 1200));
    CHECK(data.visits[0].lane == 0);
    CHECK(data.visits[0].hint == "EAST inside SQR for 16 min 40.0 s");
    REQUIRE(data.calls.size() == 4);
    CHECK(data.calls[1].from == Approx(80.0 / 1200));
    CHECK(data.calls[1].to == Approx(82.0 / 1200));
    CHECK(data.calls[1].hint == "00:01:20 Tower: Turn back.");
    CHECK(data.ticks.front().text == "00:00");
}

TEST_CASE("the time line marks entries, exits, events and bookmarks in order")
{
    Asked asked{600};
    asked.view.bookmarks = {{at_second(500), "look here"}};
    const TimelineData data = panel_timeline(asked.question());
    REQUIRE(data.marks.size() == 4);
    CHECK(data.marks[0].style == StyleId::entry);
    CHECK(data.marks[0].hint.ends_with("EAST enters SQR"));
    CHECK(data.marks[1].is_bookmark);
    CHECK(data.marks[1].hint == "00:08:20  look here");
    CHECK(data.marks[2].hint == "00:11:40  a flare");
    CHECK(data.marks[3].style == StyleId::exit);
    asked.view.accounts_shown = {false, true};
    CHECK(panel_timeline(asked.question()).marks.size() == 2);
    CHECK(panel_timeline(asked.question()).visits.empty());
}

TEST_CASE("where many come and go, the time line marks what the selected aircraft does, and events")
{
    Scenario scenario = test::square_scenario();
    scenario.calls.clear();
    scenario.aircraft.clear();
    for (int i = 0; i < 40; ++i)
        scenario.aircraft.push_back(test::recorded(
            "T" + std::to_string(i), "a", "AAA",
            {test::fix(0, 9.9 - 0.001 * i, 0.001 * i, 3000), test::fix(1200, 11.1 - 0.001 * i, 0.001 * i, 3000)}));
    const auto replay = test::replay_of(std::move(scenario), test::square_airspace());
    ViewState view = test::square_view(*replay, 600);
    view.selected = 7;
    SweepMemory sweep{*replay};
    PanelMemory memory{*replay};
    const TimelineData data = panel_timeline({*replay, view, FrameSize{}, sweep, memory});
    REQUIRE(data.marks.size() == 3);
    CHECK(data.marks[0].hint.ends_with("T7 enters SQR"));
    CHECK(data.marks[1].hint.ends_with("a flare"));
    CHECK(data.marks[2].hint.ends_with("T7 leaves SQR"));
}

TEST_CASE("the time line tells how it plays")
{
    Asked asked{600};
    CHECK(panel_timeline(asked.question()).state == "paused");
    asked.view.playing = true;
    asked.view.speed = -0.5;
    asked.view.loop = TimeSpan{at_second(300), at_second(900)};
    const TimelineData data = panel_timeline(asked.question());
    CHECK(data.state == "backwards, loop");
    CHECK(data.speed == "−0.5x");
    REQUIRE(data.loop);
    CHECK(data.loop->first == 0.25F);
    CHECK(data.loop->second == 0.75F);
}

TEST_CASE("accounts tell what they consist of")
{
    Asked asked{0};
    asked.view.accounts_shown = {true, false};
    const auto rows = panel_accounts(asked.question());
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].title == "Party A");
    CHECK(rows[0].content == "1 aircraft, 3 calls");
    CHECK(rows[0].is_shown);
    CHECK(rows[1].content == "1 aircraft, 1 call");
    CHECK_FALSE(rows[1].is_shown);
}

TEST_CASE("an account that says nothing is not in the key, and the others keep their places")
{
    Scenario scenario = test::square_scenario();
    scenario.accounts.insert(scenario.accounts.begin(), {"c", "Silent", {}});
    const auto replay = test::replay_of(std::move(scenario), test::square_airspace());
    const ViewState view = test::square_view(*replay, 0);
    SweepMemory sweep{*replay};
    PanelMemory memory{*replay};
    const auto rows = panel_accounts({*replay, view, FrameSize{}, sweep, memory});
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].title == "Party A");
    CHECK(rows[0].account == 1);
}

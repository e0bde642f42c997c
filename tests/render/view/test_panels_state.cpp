#include "render/view/panel_parts.h"

#include <catch2/catch.hpp>

#include "sim/geo/geodesic.h"
#include "tests/render/view/panel_cases.h"

using namespace incursion;
using incursion::test::at_second;

namespace {

const Replay& square()
{
    static const std::unique_ptr<Replay> replay = test::square_replay();
    return *replay;
}

/// A view of the square with fresh memories to ask panels with.
struct Asked {
    explicit Asked(ViewState v) : view{std::move(v)} {}
    ViewState view;
    FrameSize frame;
    SweepMemory sweep{square()};
    PanelMemory memory{square()};
    PanelQuestion question() { return {square(), view, frame, sweep, memory}; }
};

/// Without the sweep: everything is told of the instant itself.
ViewState live(double s)
{
    ViewState view = test::square_view(square(), s);
    set(view, Switch::sweep, false);
    return view;
}

std::string value_of(const SelectedData& data, const std::string& name)
{
    for (const Readout& readout : data.readouts)
        if (readout.name == name)
            return readout.value + (readout.unit.empty() ? "" : " " + readout.unit);
    return "no such readout";
}

HeaderData header(ViewState view)
{
    return panel_header(Asked{std::move(view)}.question());
}

SelectedData selected(ViewState view)
{
    return panel_selected(Asked{std::move(view)}.question());
}

}  // namespace

TEST_CASE("the header tells title, date and clock, the tenth apart")
{
    const HeaderData data = header(live(65.37));
    CHECK(data.title == "The square");
    CHECK(data.date == "1 January 1970");
    CHECK(data.clock == "00:01:05");
    CHECK(data.clock_fraction == ".3");
}

TEST_CASE("the header says when the radar is assumed, and when there is none")
{
    CHECK(header(test::square_view(square(), 0)).radar == "radar assumed at the scope's centre, one turn in 5 s");
    CHECK(header(live(0)).radar == "no sweep: positions as computed");
}

TEST_CASE("far outside, the state is the distance")
{
    // A hundredth of a degree of the equator is 1.113 km; 100 s before the border it is ten of them.
    ViewState view = live(0);
    view.buffer_m = 1000;
    const HeaderData data = header(view);
    CHECK(data.state == "EAST  11.1 km to SQR");
    CHECK(data.state_style == StyleId::state_outside);
}

TEST_CASE("within the last minute, the state is the time, at 111.319 m/s")
{
    ViewState view = live(88);
    view.buffer_m = 1000;
    const HeaderData data = header(view);
    CHECK(data.state == "EAST  12.0 s to SQR");
    CHECK(data.state_style == StyleId::state_near);
}

TEST_CASE("within the buffer it is near, whatever time is left")
{
    ViewState view = live(0);
    view.buffer_m = 12'000;
    CHECK(header(view).state_style == StyleId::state_near);
    CHECK(header(view).state == "EAST  11.1 km to SQR");
}

TEST_CASE("inside, the seconds count")
{
    const HeaderData data = header(live(112.4));
    CHECK(data.state == "EAST INSIDE SQR  12.4 s");
    CHECK(data.state_style == StyleId::state_inside);
    CHECK(header(live(700)).state == "EAST INSIDE SQR  10 min 00 s");
}

TEST_CASE("after the exit the time inside stays to be seen")
{
    ViewState view = live(1190);
    view.buffer_m = 1000;
    CHECK(header(view).state == "EAST  10.0 km to SQR  was inside 16 min 40 s");
}

TEST_CASE("with the sweep on, distance and time are those of the last paint, and being inside is exact")
{
    Asked asked{test::square_view(square(), 60)};
    const std::optional<Seen> seen = seen_of(asked.question(), 0);
    REQUIRE(seen);
    REQUIRE(seen->paint.time <= at_second(60));
    const BorderState state = border_state(asked.question(), 0);
    REQUIRE(state.border);
    CHECK(state.border->distance_m ==
          Approx(111.3195 * (100 - to_seconds(seen->paint.time - at_second(0)))).margin(0.1));
    REQUIRE(state.time_to_border_s);
    CHECK(*state.time_to_border_s == Approx(40).margin(1e-3));
    asked.view.time = at_second(100.1);
    CHECK(border_state(asked.question(), 0).inside == std::vector<std::string>{"SQR"});
    asked.view.time = at_second(99.9);
    CHECK(border_state(asked.question(), 0).inside.empty());
}

TEST_CASE("nothing is said of an aircraft whose account is hidden")
{
    ViewState view = live(112.4);
    view.accounts_shown = {false, true};
    CHECK(header(view).state.empty());
    CHECK(selected(view).label.empty());
    CHECK(selected(view).readouts.empty());
}

TEST_CASE("without a selection the state is about the first aircraft that was inside")
{
    ViewState view = live(112.4);
    view.selected.reset();
    CHECK(header(view).state == "EAST INSIDE SQR  12.4 s");
}

TEST_CASE("recorded tracks are no reconstruction")
{
    CHECK(header(live(0)).label.empty());
}

TEST_CASE("the selected aircraft is told in kilometres")
{
    const SelectedData data = selected(live(88));
    CHECK(data.label == "EAST");
    CHECK(data.position == "0.0000°N 9.9880°E");
    CHECK(data.age == "as computed");
    CHECK(value_of(data, "altitude") == "3000 m");
    CHECK(value_of(data, "ground speed") == "401 km/h");  // 111.319 * 3.6 = 400.75
    CHECK(value_of(data, "track") == "090 °T");
    CHECK(value_of(data, "to SQR") == "1.3 km");  // 12 s: 1,336 m
    CHECK(value_of(data, "time to border") == "12.0 s");
    CHECK(value_of(data, "inside so far") == "0.0 s");
}

TEST_CASE("and in nautical miles, climbing")
{
    ViewState view = live(100);
    view.selected = 1;
    view.unit = LengthUnit::nautical_mile;
    const SelectedData data = selected(view);
    CHECK(data.position == "00°24.00'S 009°42.90'E");
    CHECK(value_of(data, "altitude") == "4921↑ ft");    // 1,500 m
    CHECK(value_of(data, "ground speed") == "217 kt");  // 110,574 m north and 16,698 m east in 1,000 s
    CHECK(value_of(data, "track") == "009 °T");
    // 0.285 degrees of the parallel of 0.4 S to the west side: 31,725 m.
    CHECK(value_of(data, "to SQR") == "17.1 nmi");
}

TEST_CASE("inside, the distance is negative and the time is that to the exit")
{
    const SelectedData data = selected(live(1090));
    CHECK(value_of(data, "to SQR") == "−1.1 km");
    CHECK(value_of(data, "time to exit") == "10.0 s");
    CHECK(value_of(data, "inside so far") == "16 min 30 s");
}

TEST_CASE("the gauge passes the buffer, then the border, on the way in")
{
    ViewState view = live(100);
    view.buffer_m = 2000;
    const SelectedData at_border = selected(view);
    REQUIRE(at_border.has_gauge);
    CHECK(at_border.gauge_value == Approx(at_border.gauge_border).margin(1e-6));
    view.buffer_m = 10 * 111.31949;
    view.time = at_second(90);
    const SelectedData at_buffer = selected(view);
    CHECK(at_buffer.gauge_value == Approx(at_buffer.gauge_buffer).margin(1e-5));
    CHECK(at_buffer.gauge_buffer < at_buffer.gauge_border);
    view.time = at_second(600);
    CHECK(selected(view).gauge_value == 1);
    view.time = at_second(0);
    CHECK(selected(view).gauge_value == 0);
}

TEST_CASE("an aircraft that does not fly is not seen")
{
    ViewState view = live(1100);
    view.selected = 1;
    const SelectedData data = selected(view);
    CHECK(data.age == "not seen");
    CHECK(value_of(data, "ground speed") == "-");
    CHECK_FALSE(data.has_gauge);
}

TEST_CASE("the table tells what the radar saw last of every shown aircraft")
{
    Asked asked{live(1010)};
    const TracksData data = panel_tracks(asked.question());
    REQUIRE(data.rows.size() == 2);
    CHECK(data.count == "1 of 2 seen");
    CHECK(data.rows[0].label == "EAST");
    CHECK(data.rows[0].is_selected);
    CHECK(data.rows[0].is_inside);
    CHECK(data.rows[0].level == "3000");
    CHECK(data.rows[0].heading == "090");
    CHECK(data.rows[0].border == "−10.0");  // 90 s before the exit
    CHECK(data.rows[1].label == "NORTH");
    CHECK_FALSE(data.rows[1].is_seen);
    CHECK(data.rows[1].border == "-");
    CHECK(data.rows[0].side != data.rows[1].side);
    CHECK(data.rows[0].line != data.rows[1].line);
    asked.view.accounts_shown = {true, false};
    CHECK(panel_tracks(asked.question()).rows.size() == 1);
}

TEST_CASE("a long table lists the first hundred aircraft and the selected one, and counts all")
{
    Scenario scenario = test::square_scenario();
    for (int i = 0; i < 148; ++i)
        scenario.aircraft.push_back(test::recorded("X" + std::to_string(i), "a", "AAA",
                                                   {test::fix(0, 9, 0.001 * i, 3000), test::fix(500, 9.5, 0, 3000)}));
    const auto replay = test::replay_of(scenario, test::square_airspace());
    for (const bool sweep_on : {false, true}) {
        ViewState view = test::square_view(*replay, 900);
        set(view, Switch::sweep, sweep_on);
        view.selected = 140;
        const FrameSize frame;
        SweepMemory sweep{*replay};
        PanelMemory memory{*replay};
        const TracksData data = panel_tracks({*replay, view, frame, sweep, memory});
        REQUIRE(data.rows.size() == 101);
        CHECK(data.rows.back().is_selected);
        CHECK(data.count == "2 of 150 seen, first 100 listed");
    }
}

TEST_CASE("the table's range is that from the radar")
{
    Asked asked{live(0)};
    const double m = distance_m(square().radar().site, {9.9, 0});
    CHECK(panel_tracks(asked.question()).rows[0].range == length_number(LengthUnit::kilometre, m));
}

TEST_CASE("between two sweeps the table does not change")
{
    Asked asked{test::square_view(square(), 300)};
    const std::optional<Seen> seen = seen_of(asked.question(), 0);
    REQUIRE(seen);
    asked.view.time = seen->paint.time;
    const TrackRow at_paint = panel_tracks(asked.question()).rows[0];
    asked.view.time += seconds(4.9);
    const TrackRow before_next = panel_tracks(asked.question()).rows[0];
    CHECK(at_paint.range == before_next.range);
    CHECK(at_paint.border == before_next.border);
    CHECK(panel_selected(asked.question()).age == "seen 4.9 s ago");
}

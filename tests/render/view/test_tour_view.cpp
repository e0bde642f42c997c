#include "render/view/tour_view.h"

#include <cmath>
#include <string>

#include <catch2/catch.hpp>

#include "render/view/projection.h"
#include "tests/render/view/scope_cases.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// The square with one step, at 500 s: EAST is at 10.4 E then.
std::unique_ptr<Replay> square_with(Step step)
{
    Scenario scenario = square_scenario();
    step.path = "step[0]";
    scenario.steps = {std::move(step)};
    return replay_of(std::move(scenario), square_airspace());
}

const TourStop at_500{at_second(500), 0, 0};

Point middle_of(const Rect& rect)
{
    return {rect.x + rect.width / 2, rect.y + rect.height / 2};
}

}  // namespace

TEST_CASE("a stop brings its range, middle, account, aircraft, speed and page, and leaves the rest")
{
    Step step;
    step.view.range_m = 12'000;
    step.view.centre = LonLat{10.25, 0.1};
    step.view.account = "a";
    step.view.speed = 4;
    step.view.shows_figures = true;
    const auto replay = square_with(step);
    ViewState before = first_view(*replay);
    before.palette = PaletteId::print;
    before.selected = 1;
    const ViewState view = view_from_stop(*replay, before, at_500);
    CHECK(view.time == at_second(500));
    CHECK(view.range_m == 12'000);
    CHECK(view.middle == AzimuthalPlane{replay->radar().site}.plane_from({10.25, 0.1}));
    CHECK(view.accounts_shown == std::vector<bool>{true, false});
    CHECK(view.selected == 0U);
    CHECK(view.speed == 4);
    CHECK(view.page == SidePage::figures);
    CHECK(view.palette == PaletteId::print);

    const auto plain = square_with({});
    const ViewState kept = view_from_stop(*plain, view, at_500);
    CHECK(kept.range_m == 12'000);
    CHECK(kept.accounts_shown == std::vector<bool>{true, false});
    CHECK(kept.speed == 4);
}

TEST_CASE("a stop may put its aircraft into the middle, show all accounts again, and turn to what it points at")
{
    Step step;
    step.view.centre_on_aircraft = true;
    step.view.account = "";
    step.point_at = PointAtPanel{StepPanel::figures};
    const auto replay = square_with(step);
    ViewState before = first_view(*replay);
    before.accounts_shown = {false, true};
    const ViewState view = view_from_stop(*replay, before, at_500);
    const PlanePoint east = AzimuthalPlane{replay->radar().site}.plane_from({10.4, 0});
    CHECK(view.middle.east_m == Approx(east.east_m).margin(1));
    CHECK(view.middle.north_m == Approx(east.north_m).margin(1));
    CHECK(view.accounts_shown == std::vector<bool>{true, true});
    CHECK(view.page == SidePage::figures);
}

TEST_CASE("an aircraft that the accounts hide is not selected: the first that is shown is")
{
    Step step;
    step.view.account = "b";
    const auto replay = square_with(step);
    const ViewState view = view_from_stop(*replay, first_view(*replay), at_500);
    CHECK(view.selected == 1U);
}

TEST_CASE("a thing on the glass is pointed at where the scope shows it")
{
    const FrameSize frame = frame_for(LayoutId::full, 1280, 720);
    const auto spot = [&](PointAtThing thing, double range_m) {
        Step step;
        step.point_at = std::move(thing);
        step.view.centre = LonLat{10.4, 0};
        step.view.range_m = range_m;
        const auto replay = square_with(step);
        ViewState view = view_from_stop(*replay, first_view(*replay), at_500);
        set(view, Switch::sweep, false);
        SweepMemory memory{*replay};
        return pointed_thing(*replay, view, at_500, frame, memory);
    };
    const Layout layout = layout_of(LayoutId::full, frame);
    // The aircraft is in the middle; a place a tenth of a degree (11,132 m) east of it at 11,132 / 50,000 of the
    // radius.
    const auto aircraft = spot(PointAtAircraft{"EAST"}, 50'000);
    REQUIRE(aircraft);
    CHECK_FALSE(aircraft->is_panel);
    CHECK(middle_of(aircraft->place).x == Approx(layout.scope_centre.x).margin(0.5));
    CHECK(middle_of(aircraft->place).y == Approx(layout.scope_centre.y).margin(0.5));
    const auto place = spot(PointAtPlace{{10.5, 0}}, 50'000);
    REQUIRE(place);
    CHECK(middle_of(place->place).x - layout.scope_centre.x ==
          Approx(layout.scope_radius_px * 11'132 / 50'000).margin(0.5));
    // The nearest border is the western side, 0.4 degrees (44,528 m) away: on the glass at 50 km, off it at 40.
    const auto border = spot(PointAtBorder{"SQR"}, 50'000);
    REQUIRE(border);
    CHECK(layout.scope_centre.x - middle_of(border->place).x ==
          Approx(layout.scope_radius_px * 44'528 / 50'000).margin(0.5));
    CHECK_FALSE(spot(PointAtBorder{"SQR"}, 40'000));
    CHECK_FALSE(spot(PointAtBorder{"ELSEWHERE"}, 50'000));
    CHECK_FALSE(spot(PointAtPlace{{12, 0}}, 50'000));
    CHECK_FALSE(spot(PointAtAircraft{"NOBODY"}, 50'000));
    CHECK_FALSE(spot({}, 50'000));
}

TEST_CASE("a hidden aircraft is not pointed at, and a panel is where the layout has one")
{
    Step step;
    step.point_at = PointAtAircraft{"EAST"};
    step.view.account = "b";
    const auto hidden = square_with(step);
    SweepMemory memory{*hidden};
    const FrameSize frame = frame_for(LayoutId::full, 1280, 720);
    CHECK_FALSE(pointed_thing(*hidden, view_from_stop(*hidden, first_view(*hidden), at_500), at_500, frame, memory));

    Step panel;
    panel.point_at = PointAtPanel{StepPanel::radio};
    const auto replay = square_with(panel);
    SweepMemory other{*replay};
    ViewState view = view_from_stop(*replay, first_view(*replay), at_500);
    const auto thing = pointed_thing(*replay, view, at_500, frame, other);
    REQUIRE(thing);
    CHECK(thing->is_panel);
    CHECK(thing->place == layout_of(LayoutId::full, frame).radio.value());
    view.layout = LayoutId::scope;
    CHECK_FALSE(pointed_thing(*replay, view, at_500, frame, other));
}

#include <catch2/catch.hpp>

#include "render/view/panel_memory.h"
#include "render/view/panels.h"
#include "render/view/projection.h"
#include "tests/render/view/panel_cases.h"

using namespace incursion;

namespace {

const Replay& square()
{
    static const std::unique_ptr<Replay> replay = test::square_replay();
    return *replay;
}

/// A view that looks at the crossing from the radar, without the sweep.
ViewState near_crossing(double s)
{
    ViewState view = test::square_view(square(), s);
    set(view, Switch::sweep, false);
    return view;
}

Point pointer_at(const ViewState& view, LonLat place)
{
    return ScopeMapping{square().radar().site, view, layout_of(view.layout, FrameSize{})}.screen_from(place);
}

PanelData panels(const ViewState& view)
{
    SweepMemory sweep{square()};
    PanelMemory memory{square()};
    return build_panels(square(), view, FrameSize{}, sweep, memory);
}

}  // namespace

TEST_CASE("the panels tell one instant")
{
    const PanelData data = panels(near_crossing(112.4));
    CHECK(data.header.state == "EAST INSIDE SQR  12.4 s");
    CHECK(data.selected.label == "EAST");
    CHECK(data.tracks.rows.size() == 2);
    CHECK(data.radio.lines.size() == 3);
    CHECK(data.charts.charts.size() == 4);
    CHECK(data.accounts.size() == 2);
    CHECK_FALSE(data.figures.empty());
    CHECK(data.timeline.marks.size() == 3);
}

TEST_CASE("the status line tells the place under the pointer, its airspace and the way to the border")
{
    ViewState view = near_crossing(0);
    view.pointer = pointer_at(view, {10.2, 0});
    const std::string inside = panels(view).status;
    CAPTURE(inside);
    CHECK(inside.find("10.2000°E") != std::string::npos);
    CHECK(inside.find("in SQR") != std::string::npos);
    CHECK(inside.find("22.3 km to the border") != std::string::npos);  // 0.2 degrees of the equator
    CHECK(inside.find("from radar") != std::string::npos);
    view.pointer = pointer_at(view, {9.95, 0.1});
    CHECK(panels(view).status.find("in no airspace") != std::string::npos);
}

TEST_CASE("over an aircraft the status line tells of the aircraft")
{
    ViewState view = near_crossing(112.4);
    view.pointer = pointer_at(view, {10.0124, 0});
    CHECK(panels(view).status == "EAST   3000 m   401 km/h   090°T   1.4 km inside SQR");
}

TEST_CASE("a notice stands in the status line in place of what is under the pointer")
{
    ViewState view = near_crossing(0);
    view.pointer = pointer_at(view, {10.2, 0});
    view.notice = "saved as picture.png";
    CHECK(panels(view).status == "saved as picture.png");
    view.pointer.reset();
    CHECK(panels(view).status == "saved as picture.png");
}

TEST_CASE("off the glass the status line is empty")
{
    ViewState view = near_crossing(0);
    CHECK(panels(view).status.empty());
    view.pointer = Point{2, 2};
    CHECK(panels(view).status.empty());
}

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "render/view/panel_memory.h"
#include "render/view/panel_parts.h"
#include "render/view/projection.h"
#include "render/view/request.h"
#include "render/view/sweep.h"
#include "sim/geo/geodesic.h"
#include "sim/radar/observe.h"
#include "tests/render/view/scope_cases.h"

using namespace incursion;
using namespace incursion::test;

namespace {

constexpr double degree_m = 111'319.4908;  // of the equator: the WGS-84 radius times pi / 180

/// Without errors: it turns in 4 s, looks 60 km far, and hears heights to the metre.
Radar flawless(std::string id, LonLat site)
{
    Radar radar;
    radar.id = std::move(id);
    radar.site = site;
    radar.antenna_m = 50;
    radar.north_at = at_second(2);
    radar.type.scan_period_s = 4;
    radar.type.max_range_m = 60'000;
    radar.type.is_secondary = true;
    radar.type.height_step_m = 1;
    return radar;
}

/// The square with radars: EAST flies along the equator, a thousandth of a degree a second from 9.9 E.
std::unique_ptr<Replay> watched(std::vector<Radar> radars, const std::string& shown = "")
{
    Scenario scenario = square_scenario();
    scenario.radars = std::move(radars);
    scenario.scope = ScopeView{LonLat{10, 0}, 40'000.0, shown};
    return replay_of(std::move(scenario), square_airspace());
}

}  // namespace

TEST_CASE("the scope shows the plots of the scenario's first radar, when and where that radar has them")
{
    // From 9.5 E on the equator EAST is due east: the beam is there a quarter of a turn after it points north.
    const auto replay = watched({flawless("R1", {9.5, 0}), flawless("R2", {10.5, 0})});
    CHECK_FALSE(replay->radar().is_assumed);
    CHECK(replay->radar().id == "R1");
    for (const int turn : {0, 10, 20}) {
        CAPTURE(turn);
        const double s = 3.0 + 4 * turn;
        const auto paint = paint_in_turn(*replay, 0, turn);
        REQUIRE(paint);
        CHECK(std::abs(to_seconds(paint->time - at_second(s))) < 1e-7);
        CHECK(paint->range_m == Approx((0.4 + 0.001 * s) * degree_m).margin(0.01));
        CHECK(paint->azimuth_turns == Approx(0.25));
        CHECK(paint->at.east_m == Approx(paint->range_m));
        CHECK(paint->motion.altitude_m == Approx(3000));
    }
}

TEST_CASE("an aircraft beyond the range of the scenario's radar is not painted")
{
    // 60 km from 9.5 E is 10.039 E, where EAST is after 139 s; on a scope without a radar it is seen throughout.
    const auto replay = watched({flawless("R1", {9.5, 0})});
    SweepMemory memory{*replay}, assumed{square()};
    CHECK(memory.last_paint(0, at_second(135), false));
    CHECK_FALSE(memory.last_paint(0, at_second(160), false));
    CHECK(assumed.last_paint(0, at_second(160), false));
    CHECK(memory.last_paint(0, at_second(160), true));  // without the sweep
}

TEST_CASE("paints have the errors and the gaps of the radar's plots")
{
    Radar radar = flawless("R1", {9.5, 0});
    radar.type.range_noise_m = 300;
    radar.type.azimuth_noise_rad = 0.01;
    radar.detection_loss = 0.5;
    const auto replay = watched({radar});
    const Scenario& scenario = replay->scenario();
    const std::vector<Track> tracks{std::get<Track>(scenario.aircraft[0].motion),
                                    std::get<Track>(scenario.aircraft[1].motion)};
    const std::vector<Plot> plots = observe(tracks, radar, nullptr, scenario.span, {}, scenario.seed);
    REQUIRE(plots.size() > 20);
    std::size_t painted = 0, off = 0;
    for (std::int64_t turn = -1; turn <= 300; ++turn)
        for (const Paint& paint : paints_of_turn(*replay, turn)) {
            ++painted;
            const auto plot = std::find_if(plots.begin(), plots.end(), [&](const Plot& p) {
                return p.track == paint.track && p.time == paint.time;
            });
            REQUIRE(plot != plots.end());
            CHECK(plot->scan == turn);
            CHECK(paint.motion.place == plot->place);
            CHECK(paint.range_m == Approx(distance_m(radar.site, plot->place)));
            const auto truth = replay->outlook(paint.track).motion_at(paint.time);
            REQUIRE(truth);
            off += distance_m(truth->place, paint.motion.place) > 100 ? 1U : 0U;
        }
    CHECK(painted == plots.size());
    CHECK(off > painted / 2);  // one standard deviation along is 300 m
}

TEST_CASE("a scope names the radar that it shows")
{
    const auto replay = watched({flawless("R1", {9.5, 0}), flawless("R2", {10.5, 0})}, "R2");
    CHECK(replay->radar().id == "R2");
    CHECK(replay->radar().site == LonLat{10.5, 0});
}

TEST_CASE("the scope opens about its centre, wherever the radar stands, and goes back there")
{
    const auto replay = watched({flawless("R1", {9.5, 0})});
    ViewState view = first_view(*replay);
    CHECK(view.middle.east_m == Approx(0.5 * degree_m));
    CHECK(view.middle.north_m == Approx(0).margin(1e-6));
    const FrameSize frame{};
    const ScopeMapping mapping{replay->radar().site, view, layout_of(view.layout, frame)};
    const LonLat centre = mapping.place_from(mapping.centre_px());
    CHECK(centre.lon_deg == Approx(10));
    CHECK(centre.lat_deg == Approx(0).margin(1e-9));
    const PlanePoint first = view.middle;
    view = apply(*replay, view, PanBy{100, 50}, frame);
    CHECK_FALSE(view.middle == first);
    CHECK(apply(*replay, view, ResetScope{}, frame).middle == first);
}

TEST_CASE("the header names the scenario's radar")
{
    const auto replay = watched({flawless("R1", {9.5, 0})});
    SweepMemory sweep{*replay};
    PanelMemory memory{*replay};
    const ViewState view = first_view(*replay);
    const FrameSize frame;
    const HeaderData header = panel_header({*replay, view, frame, sweep, memory});
    CHECK(header.radar == "radar R1: its plots, one turn in 4 s");
    CHECK(header.radar_short == "radar R1, 4 s a turn");
}

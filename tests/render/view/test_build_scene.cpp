#include <algorithm>
#include <chrono>
#include <cmath>

#include <catch2/catch.hpp>

#include "render/view/label_placement.h"
#include "render/view/map_labels.h"
#include "render/view/projection.h"
#include "sim/base/random.h"
#include "sim/geo/geodesic.h"
#include "tests/render/view/scope_cases.h"

using namespace incursion;
using namespace incursion::test;

namespace {

const FrameSize frame{1280, 720, 1};

Scene scene_of(const Replay& replay, const ViewState& view)
{
    SweepMemory memory{replay};
    return build_scene(replay, view, frame, text_sizes(1), memory);
}

/// The middle of the first symbol of a side: that of its dot, the only short stroke of full strength.
std::optional<Point> symbol_of(const Scene& scene, StyleId side)
{
    for (const Stroke& s : scene.strokes)
        if (s.style == side && s.opacity == 1 && s.points.size() == 2 && s.points[1].x - s.points[0].x < 1)
            return Point{(s.points[0].x + s.points[1].x) / 2, s.points[0].y};
    return std::nullopt;
}

const Label* label_with(const Scene& scene, const std::string& text)
{
    const auto found =
        std::find_if(scene.labels.begin(), scene.labels.end(), [&](const Label& l) { return l.text == text; });
    return found == scene.labels.end() ? nullptr : &*found;
}

std::size_t count_of(const Scene& scene, StyleId style)
{
    return static_cast<std::size_t>(
        std::count_if(scene.strokes.begin(), scene.strokes.end(), [&](const Stroke& s) { return s.style == style; }));
}

}  // namespace

TEST_CASE("An aircraft due north at half the range is shown half a radius above the centre")
{
    const LonLat radar{36, 36};
    const LonLat north = direct(radar, Angle::degrees(0), 25'000);
    const auto replay = flight_about(radar, {north, north}, 60);
    ViewState view = first_view(*replay);
    view.time = at_second(12);
    const Scene scene = scene_of(*replay, view);
    const auto at = symbol_of(scene, StyleId::side_1);
    REQUIRE(at);
    CHECK(at->x == Approx(scene.centre.x).margin(0.01));
    CHECK(at->y == Approx(scene.centre.y - scene.radius_px / 2).margin(0.01));
    CHECK(scene.blips.back().range_m == Approx(25'000));
    CHECK(scene.blips.back().age_s == Approx(2));
}

TEST_CASE("The same instant gives the same scene, after any history of seeks")
{
    const auto replay = shipped_replay("hatay-2015");
    RandomStream random{9, "seeks"};
    SweepMemory used{*replay};
    ViewState view = first_view(*replay);
    set(view, Switch::truth, true);
    for (int i = 0; i < 150; ++i) {
        view.time = replay->span().from + std::chrono::milliseconds{static_cast<int>(random.uniform(0, 420'000))};
        set(view, Switch::sweep, i % 5 != 0);
        const Scene seen = build_scene(*replay, view, frame, text_sizes(1), used);
        REQUIRE(seen == scene_of(*replay, view));
    }
}

TEST_CASE("Between sweeps nothing moves but the beam and the light")
{
    const Replay* const replay = &square();
    SweepMemory memory{*replay};
    ViewState view = square_view(*replay, 200);
    Scene before = build_scene(*replay, view, frame, text_sizes(1), memory);
    for (int i = 1; i < 400; ++i) {
        view.time = at_second(200 + 0.05 * i);
        const Scene now = build_scene(*replay, view, frame, text_sizes(1), memory);
        const bool painted =
            std::any_of(now.blips.begin(), now.blips.end(), [](const Blip& b) { return b.age_s < 0.05F; });
        if (!painted) {
            CHECK(now.strokes == before.strokes);
            CHECK(now.labels == before.labels);
        }
        CHECK_FALSE(now.beam == before.beam);
        before = now;
    }
}

TEST_CASE("Labels on the scope never overlap and stay on the glass, and every stroke is finite")
{
    for (const char* name : {"hatay-2015", "mig23-2014", "porvoo-2016"}) {
        const auto replay = shipped_replay(name);
        for (const LayoutId layout : {LayoutId::full, LayoutId::scope, LayoutId::vertical}) {
            const FrameSize size = layout == LayoutId::vertical ? FrameSize{720, 1280, 1} : frame;
            const TextSizes sizes = text_sizes(1);
            SweepMemory memory{*replay};
            for (const double closer : {1.0, 4.0, 0.3})
                for (Time t = replay->span().from; t < replay->span().to;
                     t += std::chrono::seconds{layout == LayoutId::full && closer == 1 ? 3 : 11}) {
                    ViewState view = first_view(*replay);
                    view.layout = layout;
                    view.range_m /= closer;
                    view.time = t;
                    view.ruler = Ruler{{replay->radar().site, {}}, {{}, 0}};
                    const Scene scene = build_scene(*replay, view, size, sizes, memory);
                    const LabelSpace glass{scene.centre, scene.radius_px + 0.1F};
                    for (std::size_t i = 0; i < scene.labels.size(); ++i) {
                        const Rect box = box_of(scene.labels[i], sizes);
                        REQUIRE(glass.is_on_glass(box));
                        for (std::size_t k = i + 1; k < scene.labels.size(); ++k)
                            // Lines of one block touch.
                            REQUIRE_FALSE(overlap(grown(box, -0.01F), box_of(scene.labels[k], sizes)));
                    }
                    for (const Stroke& stroke : scene.strokes)
                        for (const Point p : stroke.points)
                            REQUIRE((std::isfinite(p.x) && std::isfinite(p.y)));
                }
        }
    }
}

TEST_CASE("A data block tells level, speed and border as they were at the paint")
{
    // EAST at 50 s: 3,000 m, 111.3 m/s = 401 km/h, 0.05 degrees or 5.5 km before the border, painted 5 s ago at most.
    const Replay* const replay = &square();
    const Scene scene = scene_of(*replay, square_view(*replay, 50));
    CHECK(label_with(scene, "EAST"));
    CHECK(label_with(scene, "3000 401"));
    const auto border = std::find_if(scene.labels.begin(), scene.labels.end(),
                                     [](const Label& l) { return l.text.starts_with("SQR "); });
    REQUIRE(border != scene.labels.end());
    const double km = std::stod(border->text.substr(4));
    CHECK(km >= 5.5);
    CHECK(km <= 6.2);
}

TEST_CASE("While an aircraft is inside, its block says so and its way along the border is lit")
{
    const Replay* const replay = &square();
    ViewState view = square_view(*replay, 1000);
    view.range_m = 200'000;
    const Scene inside = scene_of(*replay, view);
    const bool says_in = std::any_of(inside.labels.begin(), inside.labels.end(), [](const Label& l) {
        return l.style == StyleId::inside_block && l.text.starts_with("SQR IN ");
    });
    CHECK(says_in);
    CHECK(count_of(inside, StyleId::border_lit) > 0);
    view.time = at_second(50);
    CHECK(count_of(scene_of(*replay, view), StyleId::border_lit) == 0);
    CHECK(count_of(scene_of(*replay, view), StyleId::inside_block) == 0);
}

TEST_CASE("What is lit runs along the border between entry and exit, the shorter way")
{
    // EAST crosses the square through the middles of two sides; both ways round are equally long. So it is made
    // 0.4 degrees wide, reaching 0.2 degrees south of the flight and 0.9 north of it.
    Airspaces tall = square_airspace();
    for (LonLat& p : tall.list[0].rings[0].points)
        p = {p.lon_deg > 10.5 ? 10.4 : 10, p.lat_deg < 0 ? -0.2 : 0.9};
    const auto replay = replay_of(square_scenario(), tall);
    ViewState view = square_view(*replay, 300);
    view.range_m = 200'000;
    const Scene scene = scene_of(*replay, view);
    const ScopeMapping mapping{replay->radar().site, view, layout_of(view.layout, frame)};
    std::size_t points = 0;
    for (const Stroke& stroke : scene.strokes)
        if (stroke.style == StyleId::border_lit)
            for (const Point p : stroke.points) {
                ++points;
                const LonLat place = mapping.place_from(p);
                CHECK(place.lat_deg < 0.01);
                CHECK(place.lat_deg > -0.21);
            }
    CHECK(points >= 4);
}

TEST_CASE("Aircraft of accounts that are switched off leave no trace")
{
    const Replay* const replay = &square();
    ViewState view = square_view(*replay, 300);
    view.range_m = 200'000;
    CHECK(label_with(scene_of(*replay, view), "NORTH"));
    view.accounts_shown = {true, false};
    const Scene scene = scene_of(*replay, view);
    CHECK_FALSE(label_with(scene, "NORTH"));
    CHECK(count_of(scene, StyleId::side_2) == 0);
    CHECK(label_with(scene, "EAST"));
}

TEST_CASE("Without the sweep there is no beam and no echo, and aircraft are where they are")
{
    const Replay* const replay = &square();
    ViewState view = square_view(*replay, 303);
    view.range_m = 200'000;
    set(view, Switch::sweep, false);
    const Scene scene = scene_of(*replay, view);
    CHECK_FALSE(scene.beam.is_on);
    CHECK(scene.blips.empty());
    const ScopeMapping mapping{replay->radar().site, view, layout_of(view.layout, frame)};
    const auto at = symbol_of(scene, StyleId::side_1);
    REQUIRE(at);
    const Point expected = mapping.screen_from(LonLat{9.9 + 0.303, 0});
    CHECK(std::hypot(at->x - expected.x, at->y - expected.y) < 0.1F);
}

TEST_CASE("The ghost stands where the aircraft truly is")
{
    const Replay* const replay = &square();
    ViewState view = square_view(*replay, 303);
    view.range_m = 200'000;
    CHECK(count_of(scene_of(*replay, view), StyleId::ghost) == 0);
    set(view, Switch::truth, true);
    CHECK(count_of(scene_of(*replay, view), StyleId::ghost) >= 6);
}

TEST_CASE("Echoes are of the last seconds, oldest first, at the azimuth of the beam at their time")
{
    const Replay* const replay = &square();
    const Scene scene = scene_of(*replay, square_view(*replay, 300));
    REQUIRE_FALSE(scene.blips.empty());
    for (std::size_t i = 0; i < scene.blips.size(); ++i) {
        const Blip& blip = scene.blips[i];
        CHECK(blip.age_s >= 0);
        CHECK(blip.age_s < 23);
        CHECK((i == 0 || blip.age_s <= scene.blips[i - 1].age_s));
        const double beam = beam_turns(replay->radar(), at_second(300 - static_cast<double>(blip.age_s)));
        const double off = static_cast<double>(blip.azimuth_turns) - beam;
        CHECK(std::abs(off - std::round(off)) < 1e-5);
    }
}

TEST_CASE("The ruler tells bearing and range")
{
    const Replay* const replay = &square();
    ViewState view = square_view(*replay, 0);
    const LonLat site = replay->radar().site;
    view.ruler = Ruler{{site, {}}, {direct(site, Angle::degrees(90), 12'300), {}}};
    const Scene scene = scene_of(*replay, view);
    CHECK(count_of(scene, StyleId::ruler) == 1);
    CHECK(label_with(scene, "090°T 12.3 km"));
}

TEST_CASE("An event with a place is marked for a minute from its instant on")
{
    Scenario scenario = square_scenario();
    scenario.events[0].place = LonLat{10, 0.1};
    const auto replay = replay_of(std::move(scenario), square_airspace());
    ViewState view = square_view(*replay, 699);
    view.range_m = 200'000;
    CHECK_FALSE(label_with(scene_of(*replay, view), "a flare"));
    view.time = at_second(710);
    CHECK(label_with(scene_of(*replay, view), "a flare"));
    view.accounts_shown = {true, false};
    CHECK_FALSE(label_with(scene_of(*replay, view), "a flare"));
    view.accounts_shown = {};
    view.time = at_second(761);
    CHECK_FALSE(label_with(scene_of(*replay, view), "a flare"));
}

TEST_CASE("A place of the frame belongs to the symbol or data block there")
{
    const Replay* const replay = &square();
    ViewState view = square_view(*replay, 300);
    view.range_m = 200'000;
    SweepMemory memory{*replay};
    const TextSizes sizes = text_sizes(1);
    const Scene scene = build_scene(*replay, view, frame, sizes, memory);
    const auto symbol = symbol_of(scene, StyleId::side_2);
    REQUIRE(symbol);
    CHECK(track_at(*replay, view, frame, *symbol, memory, sizes) == std::size_t{1});
    const Label* label = label_with(scene, "EAST");
    REQUIRE(label);
    CHECK(track_at(*replay, view, frame, {label->at.x + 5, label->at.y + 5}, memory, sizes) == std::size_t{0});
    CHECK_FALSE(track_at(*replay, view, frame, {5, 5}, memory, sizes));
}

TEST_CASE("Text is as wide as its letters, not its bytes")
{
    const TextSizes sizes = text_sizes(1);
    CHECK(text_width_px(sizes, FontId::scope_text, "Ğ↑a") == Approx(3 * sizes[FontId::scope_text].advance_px));
}

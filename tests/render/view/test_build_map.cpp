#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "render/view/label_placement.h"
#include "render/view/map_labels.h"
#include "render/view/map_scale.h"
#include "render/view/polyline.h"
#include "render/view/projection.h"
#include "tests/render/view/scope_cases.h"

using namespace incursion;
using namespace incursion::test;

namespace {

const FrameSize frame{1280, 720, 1};

bool is_inside(const Fill& fill, Point p)
{
    bool inside = false;
    for (const auto& ring : fill.rings)
        for (std::size_t i = 0, k = ring.size() - 1; i < ring.size(); k = i++)
            if ((ring[i].y > p.y) != (ring[k].y > p.y) &&
                p.x < ring[i].x + (ring[k].x - ring[i].x) * (p.y - ring[i].y) / (ring[k].y - ring[i].y))
                inside = !inside;
    return inside;
}

std::size_t count_of(const MapScene& map, StyleId style)
{
    return static_cast<std::size_t>(
        std::count_if(map.strokes.begin(), map.strokes.end(), [&](const Stroke& s) { return s.style == style; }));
}

bool has_text(const MapScene& map, const std::string& text)
{
    return std::any_of(map.labels.begin(), map.labels.end(), [&](const Label& l) { return l.text == text; });
}

/// One aircraft standing at a radar; airspaces as given.
std::unique_ptr<Replay> radar_among(LonLat radar, Airspaces airspaces)
{
    Scenario scenario;
    scenario.span = {at_second(0), at_second(60)};
    scenario.aircraft = {recorded(
        "A", "", "AAA", {fix(0, radar.lon_deg, radar.lat_deg, 3000), fix(60, radar.lon_deg, radar.lat_deg, 3000)})};
    scenario.scope = ScopeView{radar, 50'000.0};
    return replay_of(std::move(scenario), std::move(airspaces));
}

Airspace named(std::string key, std::vector<LonLat> ring)
{
    Airspace airspace;
    airspace.key = airspace.owner = std::move(key);
    airspace.rings = {{std::move(ring)}};
    return airspace;
}

/// Every place of a grid on the glass is filled where the engine says that it is inside.
void check_fill(const Replay& replay, const ViewState& view)
{
    const MapScene map = build_map(replay, view, frame, text_sizes(1));
    const ScopeMapping mapping{replay.radar().site, view, layout_of(view.layout, frame)};
    REQUIRE(map.fills.size() <= 1);
    for (int x = -9; x <= 9; ++x)
        for (int y = -9; y <= 9; ++y) {
            const Point p{mapping.centre_px().x + mapping.radius_px() * 0.0997F * static_cast<float>(x),
                          mapping.centre_px().y + mapping.radius_px() * 0.0997F * static_cast<float>(y)};
            if (!mapping.is_on_glass(p))
                continue;
            const bool drawn = !map.fills.empty() && is_inside(map.fills[0], p);
            CAPTURE(x, y);
            CHECK(drawn == !replay.index().airspaces_at(mapping.place_from(p)).empty());
        }
}

}  // namespace

TEST_CASE("Range rings stand at nice steps, about four of them")
{
    CHECK(ring_step_m(50'000, LengthUnit::kilometre) == Approx(10'000));
    CHECK(ring_step_m(20 * 1852.0, LengthUnit::nautical_mile) == Approx(5 * 1852.0));
    CHECK(ring_step_m(8 * 1852.0, LengthUnit::nautical_mile) == Approx(2 * 1852.0));
    CHECK(ring_step_m(1'000'000, LengthUnit::kilometre) == Approx(250'000));
    for (double range_m = 1e3; range_m < 3e6; range_m *= 1.07)
        for (const LengthUnit unit : {LengthUnit::kilometre, LengthUnit::nautical_mile}) {
            const double rings = range_m / ring_step_m(range_m, unit);
            CHECK(rings > 2.5);
            CHECK(rings < 6.4);
        }
}

TEST_CASE("The buffer is 5 nmi or 10 km, and in a close look no more than a fifth of the range")
{
    ViewState view;
    view.range_m = 100'000;
    CHECK(buffer_of_m(view) == Approx(5 * 1852.0));
    view.unit = LengthUnit::kilometre;
    CHECK(buffer_of_m(view) == Approx(10'000));
    view.range_m = 12'000;
    CHECK(buffer_of_m(view) == Approx(2'000));
    view.buffer_m = 3'000;
    CHECK(buffer_of_m(view) == 3'000);
}

TEST_CASE("Bearings of three digits stand round the bezel, north marked with what it is counted from")
{
    const Replay* const replay = &square();
    const MapScene map = build_map(*replay, square_view(*replay, 0), frame, text_sizes(1));
    for (const char* text : {"000T", "030", "090", "180", "270", "330", "350"})
        CHECK(has_text(map, text));
    CHECK_FALSE(has_text(map, "360"));
}

TEST_CASE("Magnetic bearings are turned by the declination")
{
    const auto magnetic = radar_among({10.5, 0}, square_airspace());
    ReplayOptions options;
    options.declination = Angle::degrees(90);
    magnetic->set_options(options);
    ViewState view = first_view(*magnetic);
    view.north = North::magnetic;
    const MapScene map = build_map(*magnetic, view, frame, text_sizes(1));
    const auto north =
        std::find_if(map.labels.begin(), map.labels.end(), [](const Label& l) { return l.text == "000M"; });
    REQUIRE(north != map.labels.end());
    // Magnetic north lies 90 degrees east of true north: on the right.
    const Layout layout = layout_of(view.layout, frame);
    CHECK(north->at.x > layout.scope_centre.x + layout.scope_radius_px);
}

TEST_CASE("No number of a bearing crosses the rim of the bezel or reaches onto the glass")
{
    const auto replay = radar_among({10.2, 0.1}, square_airspace());
    for (const LayoutId id : {LayoutId::full, LayoutId::scope, LayoutId::vertical}) {
        ViewState view;
        view.layout = id;
        const FrameSize size = id == LayoutId::vertical ? FrameSize{720, 1280, 1} : FrameSize{};
        const Layout layout = layout_of(id, size);
        const float rim = std::min(layout.scope.width, layout.scope.height) / 2;
        const TextSizes sizes = text_sizes(1);
        int seen = 0;
        for (const Label& label : build_map(*replay, view, size, sizes).labels) {
            if (label.style != StyleId::bearing_text)
                continue;
            ++seen;
            CAPTURE(label.text, static_cast<int>(id));
            const Rect box = box_of(label, sizes);
            CHECK(box.x >= layout.scope_centre.x - rim);
            CHECK(box.right() <= layout.scope_centre.x + rim);
            CHECK(box.y >= layout.scope_centre.y - rim);
            CHECK(box.bottom() <= layout.scope_centre.y + rim);
            const Point middle{box.x + box.width / 2, box.y + box.height / 2};
            CHECK(distance_px(middle, layout.scope_centre) - box.height / 2 > layout.scope_radius_px);
        }
        CHECK(seen >= 12);
    }
}

TEST_CASE("A name that a data block stands on or touches is left out, others stay in their order")
{
    const TextSizes sizes = text_sizes(1);
    const auto at = [](float x, float y, const char* text) {
        return Label{StyleId::place_text, FontId::scope_small, 1, {x, y}, false, text};
    };
    const std::vector<Label> names{at(100, 100, "Under"), at(100, 140, "Clear"), at(300, 100, "Beside")};
    const float width = text_width_px(sizes, FontId::scope_small, "Beside");
    const std::vector<Label> blocks{at(110, 104, "LIMA-1"), at(300 + width + 1, 100, "LIMA-2")};
    const std::vector<Label> free = uncovered(names, blocks, sizes);
    REQUIRE(free.size() == 1);
    CHECK(free[0].text == "Clear");
    CHECK(uncovered(names, {}, sizes) == names);
}

TEST_CASE("Fills hold what the engine holds: a square, over 180 degrees, about a pole, and all around")
{
    ViewState view;
    view.range_m = 200'000;
    check_fill(*radar_among({10.2, 0.1}, square_airspace()), view);
    check_fill(*radar_among({179.7, 40}, {{named("X", {{179, 39}, {-179.5, 39.4}, {-179.2, 40.7}, {179.4, 40.5}})},
                                          EdgeReading::straight}),
               view);
    check_fill(
        *radar_among({0, 88}, {{named("POLE", {{0, 87}, {90, 87.5}, {180, 88}, {-90, 87.5}})}, EdgeReading::straight}),
        view);
    check_fill(
        *radar_among({20, 10}, {{named("BIG", {{0, -20}, {60, -20}, {60, 30}, {0, 30}})}, EdgeReading::straight}),
        view);
    view.middle = {120'000, -60'000};
    check_fill(*radar_among({10.2, 0.1}, square_airspace()), view);
}

TEST_CASE("A long straight side follows its parallel across the glass, and a geodesic one bulges north of it")
{
    const std::vector<LonLat> ring{{0, 60}, {40, 60}, {40, 40}, {0, 40}};
    for (const EdgeReading reading : {EdgeReading::straight, EdgeReading::geodesic}) {
        const auto replay = radar_among({20, 60}, {{named("N", ring)}, reading});
        ViewState view;
        view.range_m = 400'000;
        const MapScene map = build_map(*replay, view, frame, text_sizes(1));
        const ScopeMapping mapping{replay->radar().site, view, layout_of(view.layout, frame)};
        for (const Stroke& stroke : map.strokes) {
            if (stroke.style != StyleId::border_concerned && stroke.style != StyleId::border)
                continue;
            for (const Point p : stroke.points) {
                const double lat = mapping.place_from(p).lat_deg;
                if (reading == EdgeReading::straight)
                    CHECK(lat == Approx(60).margin(0.01));
                else
                    CHECK(lat > 60.5);
            }
        }
        CHECK(count_of(map, StyleId::border_concerned) + count_of(map, StyleId::border) > 0);
    }
}

TEST_CASE("A side that two airspaces share is drawn once")
{
    Airspaces two;
    two.list = {named("W", {{9, -1}, {10, -1}, {10, 1}, {9, 1}}), named("E", {{10, -1}, {11, -1}, {11, 1}, {10, 1}})};
    const auto replay = radar_among({10, 0}, two);
    ViewState view;
    view.range_m = 50'000;
    set(view, Switch::border_buffer, false);
    const MapScene map = build_map(*replay, view, frame, text_sizes(1));
    CHECK(count_of(map, StyleId::border_concerned) + count_of(map, StyleId::border) == 1);
}

TEST_CASE("Switches leave out rings, fills, buffers and names")
{
    const Replay* const replay = &square();
    ViewState view = square_view(*replay, 0);
    view.range_m = 100'000;
    const MapScene all = build_map(*replay, view, frame, text_sizes(1));
    CHECK(count_of(all, StyleId::range_ring) > 3);
    CHECK(count_of(all, StyleId::border_buffer) > 0);
    CHECK_FALSE(all.fills.empty());
    CHECK(has_text(all, "SQR"));
    for (const Switch what : {Switch::range_rings, Switch::border_buffer, Switch::airspace_fill, Switch::place_names}) {
        ViewState without = view;
        set(without, what, false);
        CHECK_FALSE(map_key(without, frame) == map_key(view, frame));
        const MapScene map = build_map(*replay, without, frame, text_sizes(1));
        CHECK((count_of(map, StyleId::range_ring) == 0) == (what == Switch::range_rings));
        CHECK((count_of(map, StyleId::border_buffer) == 0) == (what == Switch::border_buffer));
        CHECK(map.fills.empty() == (what == Switch::airspace_fill));
        CHECK(has_text(map, "SQR") == (what != Switch::place_names));
    }
}

TEST_CASE("The map does not depend on the instant or on what is selected")
{
    const Replay* const replay = &square();
    ViewState view = square_view(*replay, 0);
    const MapKey key = map_key(view, frame);
    const MapScene map = build_map(*replay, view, frame, text_sizes(1));
    view.time = at_second(500);
    view.selected = 1;
    CHECK(map_key(view, frame) == key);
    CHECK(build_map(*replay, view, frame, text_sizes(1)) == map);
}

TEST_CASE("Names of places and airspaces and numbers of rings never overlap")
{
    Scenario scenario = square_scenario();
    for (int i = 0; i < 60; ++i)
        scenario.places.push_back({"Place" + std::to_string(i),
                                   {9.6 + 0.13 * (i % 10), -0.5 + 0.17 * (i / 10)},
                                   static_cast<PlaceKind>(i % 3),
                                   {}});
    const auto replay = replay_of(std::move(scenario), square_airspace());
    for (const LayoutId layout : {LayoutId::full, LayoutId::scope, LayoutId::vertical})
        for (const double range_m : {8e3, 30e3, 90e3, 400e3}) {
            ViewState view = square_view(*replay, 0);
            view.layout = layout;
            view.range_m = range_m;
            const FrameSize size = layout == LayoutId::vertical ? FrameSize{720, 1280, 1} : frame;
            const TextSizes sizes = text_sizes(1);
            const MapScene map = build_map(*replay, view, size, sizes);
            for (std::size_t i = 0; i < map.labels.size(); ++i)
                for (std::size_t k = i + 1; k < map.labels.size(); ++k) {
                    CAPTURE(map.labels[i].text, map.labels[k].text, range_m);
                    CHECK_FALSE(overlap(box_of(map.labels[i], sizes), box_of(map.labels[k], sizes)));
                }
        }
}

#include <catch2/catch.hpp>

#include <cmath>

#include "sim/base/random.h"
#include "sim/geo/geodesic.h"
#include "tests/support/shapes.h"
#include "tools/incursion/html_labels.h"
#include "tools/incursion/html_map_lines.h"

using namespace incursion;
using namespace incursion::test;

namespace {

double length_of(const std::vector<SvgLine>& lines)
{
    double length = 0;
    for (const SvgLine& line : lines)
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            length += std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
    return length;
}

MapOutline outline(const Airspaces& airspaces, const MapView& view)
{
    return outline_of(AirspaceId{0}, airspaces, BorderIndex{airspaces}, view);
}

}  // namespace

TEST_CASE("distances and directions from the middle of a map are those on the ellipsoid")
{
    for (const LonLat middle : {LonLat{36.15, 35.83}, LonLat{180, -17}, LonLat{10, 90}, LonLat{-70, -89.9}}) {
        const MapView view{middle, 50'000, 760, 547};
        for (const double azimuth : {0.0, 37.0, 90.0, 211.0}) {
            const LonLat place = direct(middle, Angle::degrees(azimuth), 40'000);
            const SvgPoint at = view.at(place);
            CHECK(std::hypot(at.x - 380, at.y - 273.5) == Approx(40'000 * 760 / 100'000.0).epsilon(1e-9));
            CHECK(distance_m(view.place_at(at), place) < 0.001);
        }
    }
}

TEST_CASE("a view holds all the places that it was made for, across the 180th meridian and a pole too")
{
    for (const std::vector<LonLat>& places :
         {std::vector<LonLat>{{179, -17}, {-179, -18}, {179.5, -16}},
          std::vector<LonLat>{{0, 89}, {120, 88.5}, {-120, 89.5}}, std::vector<LonLat>{{10, 50}}}) {
        const MapView view = view_of(places, 358, 387, 0.1, 1000);
        for (const LonLat& place : places)
            CHECK(view.shows(view.at(place), -5));
    }
}

TEST_CASE("what is clipped lies within the picture, and nothing within it is lost")
{
    const MapView view{{0, 0}, 1000, 100, 100};
    CHECK(length_of(clipped({{-50, 50}, {150, 50}}, view, 0)) == Approx(100));
    CHECK(clipped({{-50, -50}, {150, -20}}, view, 0).empty());
    CHECK(clipped({{-50, 10}, {50, 10}, {150, 10}, {150, 20}, {50, 20}, {-50, 20}}, view, 0).size() == 2);
    // A random walk, against walking along it in small steps.
    RandomStream random{7, "clip"};
    SvgLine walk{{50, 50}};
    for (int i = 0; i < 200; ++i)
        walk.push_back({walk.back().x + 80 * (random.uniform() - 0.5), walk.back().y + 80 * (random.uniform() - 0.5)});
    double inside = 0;
    for (std::size_t i = 0; i + 1 < walk.size(); ++i)
        for (int step = 0; step < 1000; ++step) {
            const double t = (step + 0.5) / 1000;
            const SvgPoint p{walk[i].x + t * (walk[i + 1].x - walk[i].x), walk[i].y + t * (walk[i + 1].y - walk[i].y)};
            if (view.shows(p))
                inside += std::hypot(walk[i + 1].x - walk[i].x, walk[i + 1].y - walk[i].y) / 1000;
        }
    CHECK(length_of(clipped(walk, view, 0)) == Approx(inside).margin(1));
}

TEST_CASE("a simplified line stays within its tolerance of the line, and keeps its ends")
{
    SvgLine line;
    for (int i = 0; i <= 1000; ++i)
        line.push_back({0.5 * i, 20 * std::sin(0.02 * i)});
    const SvgLine few = simplified(line, 0.35);
    CHECK(few.size() < 100);
    CHECK(few.front() == line.front());
    CHECK(few.back() == line.back());
    for (const SvgPoint& point : line)
        CHECK(distance_to_lines({few}, point) <= 0.35 + 1e-9);
}

TEST_CASE("what a map fills is what the index says is inside, whatever lies in the airspace")
{
    const std::vector<std::pair<Airspaces, LonLat>> cases{
        {{{rectangle("AAA", 0, -1, 1, 1)}, EdgeReading::straight}, {0, 0.5}},           // a border through the middle
        {{{rectangle("AAA", 179, -18, 181, -16)}, EdgeReading::straight}, {180, -17}},  // the 180th meridian
        {{{rectangle("AAA", -180, 89.5, 180, 90)}, EdgeReading::straight}, {0, 89.6}},  // a cap as maps draw it
        {{{airspace("AAA", {{{0, 60}, {90, 60}, {180, 60}, {-90, 60}}})}, EdgeReading::geodesic},
         {40, 66}},  // round a pole
        {{{airspace("AAA", {{{-179, -80}, {179, -80}, {179, 80}, {-179, 80}}, {{0, 0}, {1, 0}, {1, 1}, {0, 1}}})},
          EdgeReading::straight},
         {0.9, 0.9}},  // nearly all of the Earth: it holds the antipode
    };
    RandomStream random{11, "fill"};
    for (const auto& [airspaces, middle] : cases) {
        const MapView view{middle, 100'000, 760, 547};
        const BorderIndex index{airspaces};
        const MapOutline drawn = outline_of(AirspaceId{0}, airspaces, index, view);
        int compared = 0;
        for (int i = 0; i < 500; ++i) {
            const SvgPoint point{760 * random.uniform(), 547 * random.uniform()};
            if (distance_to_lines(drawn.borders, point) < 2)
                continue;
            ++compared;
            CAPTURE(middle.lon_deg, middle.lat_deg, point.x, point.y);
            CHECK(is_within(drawn.areas, point) == !index.airspaces_at(view.place_at(point)).empty());
        }
        CHECK(compared > 300);
    }
}

TEST_CASE("a side that joins two parts of an airspace at the 180th meridian is no border")
{
    const Airspaces airspaces{
        {airspace("AAA", {{{179, 0}, {180, 0}, {180, 1}, {179, 1}}, {{-180, 0}, {-179, 0}, {-179, 1}, {-180, 1}}})},
        EdgeReading::straight};
    const MapView view{{180, 0.5}, 200'000, 760, 547};
    const MapOutline drawn = outline(airspaces, view);
    CHECK(distance_to_lines(drawn.borders, view.at({180, 0.5})) > 100);
    CHECK(distance_to_lines(drawn.borders, view.at({179, 0.5})) < 1);
    CHECK(is_within(drawn.areas, view.at({179.9, 0.5})));
    CHECK(is_within(drawn.areas, view.at({-179.9, 0.5})));
}

TEST_CASE("labels cover neither each other nor what is kept free, nor leave the frame")
{
    const LabelPlacer::Box frame{0, 0, 300, 200};
    LabelPlacer labels{frame};
    Svg svg{"a", 300, 200, "", ""};
    labels.keep_free({150, 100}, 20);
    int written = 0;
    for (int i = 0; i < 60; ++i)
        written += labels.around(svg, {150, 100}, "SU24-2 in 07:24:05") ? 1 : 0;
    CHECK(written >= 4);
    CHECK(written < 40);  // no room for more
    CHECK_FALSE(labels.is_free({140, 90, 160, 110}));
    CHECK_FALSE(labels.is_free({-5, 10, 20, 20}));
    CHECK_FALSE(labels.around(svg, {-500, -500}, "far away"));
}

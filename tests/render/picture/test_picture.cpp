#include <catch2/catch.hpp>

#include "tests/render/picture/studio.h"

namespace incursion {
namespace {

using test::Pixels;
using test::Sheet;
using test::Studio;

/// How often light begins along a row of pixels: strokes of a broken line are counted by it.
int runs_of_light(const Pixels& pixels, Point from, int length_px, int threshold)
{
    int runs = 0;
    bool was_lit = false;
    for (int i = 0; i < length_px; ++i) {
        const bool is_lit = pixels.brightness({from.x + static_cast<float>(i), from.y}) > threshold;
        runs += is_lit && !was_lit ? 1 : 0;
        was_lit = is_lit;
    }
    return runs;
}

Colour colour_at(const Pixels& pixels, Point at)
{
    const auto part = [&](int which) { return static_cast<float>(pixels.part(at, which)) / 255; };
    return {part(0), part(1), part(2), 1};
}

bool is_near(const Colour& a, const Colour& b, float tolerance)
{
    return std::abs(a.r - b.r) <= tolerance && std::abs(a.g - b.g) <= tolerance && std::abs(a.b - b.b) <= tolerance;
}

}  // namespace

TEST_CASE("a stroke is lit at its middle and dark twenty pixels beside it")
{
    Studio studio;
    Sheet sheet;
    const Pixels empty = studio.draw(sheet);
    const Point from = sheet.on_glass(-0.5F, 0.2F), to = sheet.on_glass(0.5F, 0.2F), middle = sheet.on_glass(0, 0.2F);
    sheet.scene.strokes.push_back({StyleId::side_1, LineStyle::solid, 1, 0, {from, to}});
    const Pixels drawn = studio.draw(sheet);
    const Point beside{middle.x, middle.y + 20}, beyond{to.x + 20, to.y};
    CHECK(drawn.part(middle, 0) > empty.part(middle, 0) + 120);
    CHECK(std::abs(drawn.brightness(beside) - empty.brightness(beside)) < 24);  // what bloom spreads
    CHECK(std::abs(drawn.brightness(beyond) - empty.brightness(beyond)) < 24);
}

TEST_CASE("crossing lines are no brighter where they cross")
{
    Studio studio;
    Sheet sheet;
    sheet.palette = PaletteId::print;  // without bloom, which does add up
    const Point centre = sheet.on_glass(0.2F, 0.2F);
    const auto line = [&](float dx, float dy) {
        return Stroke{StyleId::side_1,
                      LineStyle::solid,
                      0.5F,
                      6,
                      {{centre.x - dx, centre.y - dy}, {centre.x + dx, centre.y + dy}}};
    };
    sheet.scene.strokes = {line(30, 0), line(0, 30)};
    const Pixels drawn = studio.draw(sheet);
    for (int part = 0; part < 3; ++part)
        CHECK(drawn.part(centre, part) == drawn.part({centre.x + 15, centre.y}, part));
}

TEST_CASE("dashes and dots have gaps")
{
    Studio studio;
    Sheet sheet;
    sheet.palette = PaletteId::print;  // dark lines on white: counted as the white between them
    const Point from = sheet.on_glass(-0.5F, 0.1F);
    const auto white_runs = [&](LineStyle line) {
        sheet.scene.strokes = {{StyleId::border_concerned, line, 1, 1.5F, {from, {from.x + 88, from.y}}}};
        return runs_of_light(studio.draw(sheet), {from.x + 1, from.y}, 86, 500);
    };
    CHECK(white_runs(LineStyle::solid) == 0);
    CHECK(white_runs(LineStyle::dashed) == 8);       // of 6 and 5 pixels: eight in 88
    CHECK(white_runs(LineStyle::dotted) >= 17);      // one in 4.5
    CHECK(white_runs(LineStyle::dash_dotted) >= 9);  // two in 17.3
}

TEST_CASE("dashes go on round the corners of a line")
{
    Studio studio;
    Sheet sheet;
    sheet.palette = PaletteId::print;
    const Point from = sheet.on_glass(-0.5F, 0.1F);
    Stroke stroke{StyleId::border_concerned, LineStyle::dashed, 1, 1.5F, {from, {from.x + 88, from.y}}};
    sheet.scene.strokes = {stroke};
    const Pixels whole = studio.draw(sheet);
    stroke.points = {from, {from.x + 30, from.y}, {from.x + 61, from.y}, {from.x + 88, from.y}};
    sheet.scene.strokes = {stroke};
    const Pixels in_parts = studio.draw(sheet);
    for (int i = 4; i < 84; ++i) {
        CAPTURE(i);
        const Point at{from.x + static_cast<float>(i), from.y};
        CHECK(std::abs(whole.brightness(at) - in_parts.brightness(at)) <= 12);
    }
}

TEST_CASE("lines end at the rim of the glass, bearing ticks do not")
{
    Studio studio;
    Sheet sheet;
    const Point outside = sheet.on_glass(0, -1.1F);
    const Pixels empty = studio.draw(sheet);
    const std::vector<Point> up{sheet.on_glass(0, -0.9F), sheet.on_glass(0, -1.14F)};
    sheet.scene.strokes = {{StyleId::side_1, LineStyle::solid, 1, 3, up}};
    CHECK(studio.draw(sheet).brightness(outside) < empty.brightness(outside) + 40);
    sheet.scene.strokes = {{StyleId::bearing_tick, LineStyle::solid, 1, 3, up}};
    CHECK(studio.draw(sheet).brightness(outside) > empty.brightness(outside) + 100);
}

TEST_CASE("a hole in an area stays a hole, and areas end at the rim")
{
    Studio studio;
    Sheet sheet;
    const Pixels empty = studio.draw(sheet);
    const auto square = [&](float half) {
        return std::vector<Point>{sheet.on_glass(-half, -half), sheet.on_glass(half, -half), sheet.on_glass(half, half),
                                  sheet.on_glass(-half, half)};
    };
    sheet.map.fills = {{StyleId::airspace_fill_concerned, 1, {square(0.6F), square(0.3F)}},
                       {StyleId::airspace_fill, 1, {square(0.1F)}}};
    sheet.map_number = 2;
    const Pixels drawn = studio.draw(sheet);
    const auto changed = [&](Point at) { return drawn.brightness(at) != empty.brightness(at); };
    CHECK(changed(sheet.on_glass(0.45F, 0)));
    CHECK(changed(sheet.on_glass(0.02F, 0.02F)));
    CHECK_FALSE(changed(sheet.on_glass(0.2F, 0.2F)));
    CHECK_FALSE(changed(sheet.on_glass(0.7F, 0)));
}

TEST_CASE("the ground is the look's: white where it is for print")
{
    Studio studio;
    Sheet sheet;
    sheet.palette = PaletteId::print;
    const Pixels print = studio.draw(sheet);
    CHECK(print.brightness({1, 1}) == 3 * 255);
    CHECK(print.brightness(sheet.on_glass(0.5F, 0.2F)) >= 3 * 254);
    for (const PaletteId palette :
         {PaletteId::phosphor, PaletteId::amber, PaletteId::daylight, PaletteId::colour_blind}) {
        CAPTURE(name_of(palette));
        sheet.palette = palette;
        CHECK(is_near(colour_at(studio.draw(sheet), {1, 1}), look_of(palette)[StyleId::background].colour, 0.003F));
    }
}

TEST_CASE("a line on light ground has its look's colour")
{
    Studio studio;
    Sheet sheet;
    sheet.palette = PaletteId::print;
    for (const StyleId side : {StyleId::side_1, StyleId::side_2, StyleId::side_3, StyleId::side_4}) {
        sheet.scene.strokes = {
            {side, LineStyle::solid, 1, 8, {sheet.on_glass(-0.4F, 0.4F), sheet.on_glass(0.4F, 0.4F)}}};
        CHECK(is_near(colour_at(studio.draw(sheet), sheet.on_glass(0, 0.4F)), look_of(sheet.palette)[side].colour,
                      0.01F));
    }
}

TEST_CASE("grounds of panels are filled with their style's colour, up to their edges")
{
    Studio studio;
    Sheet sheet;
    sheet.grounds = {{{400, 100, 80, 40}, StyleId::panel}, {{410, 110, 20, 20}, StyleId::row_selected}};
    const Pixels drawn = studio.draw(sheet);
    const Look& look = look_of(sheet.palette);
    CHECK(is_near(colour_at(drawn, {400, 100}), look[StyleId::panel].colour, 0.003F));
    CHECK(is_near(colour_at(drawn, {479, 139}), look[StyleId::panel].colour, 0.003F));
    CHECK(is_near(colour_at(drawn, {420, 120}), look[StyleId::row_selected].colour, 0.003F));
    CHECK(is_near(colour_at(drawn, {399, 120}), look[StyleId::background].colour, 0.003F));
    CHECK(is_near(colour_at(drawn, {480, 120}), look[StyleId::background].colour, 0.003F));
}

TEST_CASE("a frame may change its size and go back to it")
{
    Studio studio;
    Sheet small(640, 360), large(960, 540);
    small.map = test::synthetic_map(small.layout, 1);
    large.map = test::synthetic_map(large.layout, 1);
    large.map_number = 2;
    const Pixels first = studio.draw(small);
    CHECK(studio.draw(large).rgba.size() == 960U * 540U * 4U);
    CHECK(studio.draw(small) == first);
}

}  // namespace incursion

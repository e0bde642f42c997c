#include <catch2/catch.hpp>

#include <numeric>

#include "sim/base/random.h"
#include "tests/render/picture/studio.h"

namespace incursion {
namespace {

using test::Pixels;
using test::Sheet;
using test::Studio;

/// The synthetic incident at an instant.
Sheet sheet_at(double time_s, PaletteId palette = PaletteId::phosphor)
{
    Sheet sheet;
    sheet.palette = palette;
    sheet.map = test::synthetic_map(sheet.layout, sheet.frame.scale);
    sheet.scene = test::synthetic_scene(sheet.layout, sheet.frame.scale, time_s);
    return sheet;
}

}  // namespace

TEST_CASE("a frame that is reached by playing equals the one reached by jumping, in every palette")
{
    for (const PaletteId palette : {PaletteId::phosphor, PaletteId::daylight, PaletteId::print}) {
        CAPTURE(name_of(palette));
        // One after the other: there is one current context.
        const Pixels later = Studio{}.draw(sheet_at(64.5, palette)), earlier = Studio{}.draw(sheet_at(63.5, palette));
        Studio player;
        Pixels played;
        for (int frame = 0; frame <= 45; ++frame)
            played = player.draw(sheet_at(60 + frame / 10.0, palette));
        CHECK(played == later);
        for (int frame = 0; frame <= 10; ++frame)
            played = player.draw(sheet_at(64.5 - frame / 10.0, palette));
        CHECK(played == earlier);
    }
}

TEST_CASE("the beam is brightest, what it passed just now is brighter than what it passed before")
{
    Studio studio;
    Sheet sheet;
    sheet.scene.beam.is_on = true;
    sheet.scene.beam.turn = 4;
    sheet.scene.beam.azimuth_turns = 0.25;  // due east, clockwise
    const Pixels drawn = studio.draw(sheet);
    const auto mean_about = [&](double azimuth) {
        int sum = 0;
        for (int i = -4; i <= 4; ++i)
            for (int j = -4; j <= 4; ++j)
                sum += drawn.part(test::on_circle(sheet.layout.scope_centre,
                                                  (0.6F + 0.02F * static_cast<float>(j)) * sheet.layout.scope_radius_px,
                                                  azimuth + i * 0.003),
                                  1);
        return sum / 81;
    };
    CHECK(drawn.part(sheet.on_glass(0.6F, 0), 1) > mean_about(0.22) + 40);
    CHECK(mean_about(0.22) > mean_about(0.0) + 5);
    CHECK(mean_about(0.0) > mean_about(0.75) + 3);
    CHECK(mean_about(0.75) >= mean_about(0.30));
}

TEST_CASE("the afterglow turns about the radar, also where it is not in the middle of the scope")
{
    Studio studio;
    Sheet sheet;
    sheet.scene.beam.is_on = true;
    sheet.scene.beam.azimuth_turns = 0.25;
    sheet.scene.beam.radar = sheet.on_glass(-0.5F, 0.5F);
    const Pixels drawn = studio.draw(sheet);
    CHECK(drawn.part(sheet.on_glass(0.3F, 0.5F), 1) > drawn.part(sheet.on_glass(0.3F, 0.0F), 1) + 60);
    CHECK(drawn.part(sheet.on_glass(0.3F, 0.5F), 1) > drawn.part(sheet.on_glass(0.3F, 0.62F), 1) + 60);
}

TEST_CASE("an echo is where the target was painted, and fades")
{
    Studio studio;
    Sheet sheet;
    sheet.scene.beam.is_on = true;
    sheet.scene.beam.azimuth_turns = 0.5;
    const Point at = test::on_circle(sheet.layout.scope_centre, 0.6F * sheet.layout.scope_radius_px, 0.45);
    const int before = studio.draw(sheet).part(at, 1);
    const auto light_at_age = [&](float age_s) {
        sheet.scene.blips = {{0.45F, 30'000, 1, age_s}};
        return studio.draw(sheet).part(at, 1);
    };
    CHECK(light_at_age(0.25F) > before + 80);
    CHECK(light_at_age(0.25F) > light_at_age(5.25F) + 40);
    CHECK(light_at_age(5.25F) > light_at_age(40.25F));
    CHECK(light_at_age(40.25F) == before);
}

TEST_CASE("a fresh echo does not hide the symbol on it")
{
    Studio studio;
    Sheet sheet;
    sheet.scene.beam.is_on = true;
    sheet.scene.beam.azimuth_turns = 0.5;
    const Point at = test::on_circle(sheet.layout.scope_centre, 0.6F * sheet.layout.scope_radius_px, 0.49);
    sheet.scene.blips = {{0.49F, 30'000, 1, 0.05F}};
    sheet.scene.strokes = {{StyleId::side_1, LineStyle::solid, 1, 2, {{at.x - 8, at.y}, {at.x + 8, at.y}}}};
    const Pixels drawn = studio.draw(sheet);
    // The side's colour is red: on the symbol red leads, on the echo beside it green does.
    CHECK(drawn.part(at, 0) > drawn.part(at, 1));
    CHECK(drawn.part({at.x, at.y + 4}, 1) > drawn.part({at.x, at.y + 4}, 0));
}

TEST_CASE("without the sweep there is neither afterglow nor echo")
{
    Studio studio;
    Sheet sheet;
    const Pixels empty = studio.draw(sheet);
    sheet.scene.beam.azimuth_turns = 0.7;
    sheet.scene.beam.turn = 9;
    sheet.scene.blips = {{0.45F, 30'000, 1, 0.25F}};
    CHECK(studio.draw(sheet) == empty);
}

}  // namespace incursion

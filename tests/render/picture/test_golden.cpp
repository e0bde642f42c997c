// Whole frames of the shipped scenarios against stored pictures, drawn by Mesa's software renderer.
//
// Where a picture was meant to change, look at what these tests leave in the build folder, then store it anew:
//
//     INCURSION_WRITE_GOLDEN=1 build/release/tests/render/picture/test_picture "[golden]"
#include <catch2/catch.hpp>

#include <cstdlib>
#include <optional>
#include <string>

#include "render/picture/presenter.h"
#include "tests/render/picture/compare_pictures.h"
#include "tests/render/picture/shipped_replay.h"
#include "tests/render/picture/studio.h"
#include "tests/support/temporary_folder.h"

namespace incursion {
namespace {

using test::Pixels;

Pixels drawn(const Replay& replay, const ViewState& view, int width_px, int height_px)
{
    const auto context = test::software_context();
    const FrameSize frame{width_px, height_px, natural_scale(view.layout, width_px, height_px)};
    const auto presenter = test::value_of(Presenter::make(replay, frame));
    presenter->present(view, frame, 0);
    return {width_px, height_px, presenter->picture().read()};
}

/// As the command `record` opens it.
ViewState view_of(const Replay& replay, const char* instant, LayoutId layout, PaletteId palette)
{
    ViewState view = first_view(replay);
    set(view, Switch::caption, true);
    view.time = parse_time(instant).value();
    view.layout = layout;
    view.palette = palette;
    return view;
}

/// Nothing where the frame is as stored; else what `compare_pictures` says, with its pictures at `output_stem`.
std::optional<std::string> compared(const std::string& name, const std::string& output_stem, const Pixels& pixels)
{
    return test::compare_pictures(std::string{INCURSION_SOURCE_DIR "/tests/golden/"} + name + ".png", output_stem,
                                  pixels.rgba, pixels.width, pixels.height);
}

void check_golden(const std::string& name, const Pixels& pixels)
{
    CHECK(compared(name, std::string{INCURSION_OUTPUT_DIR} + "/" + name, pixels).value_or("") == "");
}

}  // namespace

TEST_CASE("Hatay looks as stored: all panels in phosphor green, eight seconds after the entry", "[golden]")
{
    const ViewState view = view_of(test::hatay(), "2015-11-24T07:24:13Z", LayoutId::full, PaletteId::phosphor);
    check_golden("hatay_full_phosphor", drawn(test::hatay(), view, 704, 396));
}

TEST_CASE("Hatay looks as stored: the scope alone, for print", "[golden]")
{
    const ViewState view = view_of(test::hatay(), "2015-11-24T07:24:13Z", LayoutId::scope, PaletteId::print);
    check_golden("hatay_scope_print", drawn(test::hatay(), view, 960, 540));
}

TEST_CASE("Porvoo looks as stored: all panels by daylight", "[golden]")
{
    const auto replay = test::shipped_replay("porvoo-2016");
    const ViewState view = view_of(*replay, "2016-10-06T13:43:50Z", LayoutId::full, PaletteId::daylight);
    check_golden("porvoo_full_daylight", drawn(*replay, view, 832, 468));
}

TEST_CASE("the MiG-23 looks as stored: one column in colours for the colour-blind", "[golden]")
{
    const auto replay = test::shipped_replay("mig23-2014");
    const ViewState view = view_of(*replay, "2014-03-23T11:13:55Z", LayoutId::vertical, PaletteId::colour_blind);
    check_golden("mig23_vertical_colour_blind", drawn(*replay, view, 360, 640));
}

TEST_CASE("a frame of half a second later is not taken for the stored one", "[golden]")
{
    if (std::getenv("INCURSION_WRITE_GOLDEN") != nullptr)
        return;
    const ViewState view = view_of(test::hatay(), "2015-11-24T07:24:13.5Z", LayoutId::full, PaletteId::phosphor);
    const Pixels later = drawn(test::hatay(), view, 704, 396);
    const test::TemporaryFolder folder;
    const std::optional<std::string> told = compared("hatay_full_phosphor", folder / "later", later);
    REQUIRE(told);
    CHECK(told->find(folder / "later.difference.png") != std::string::npos);
    CHECK(read_png(folder / "later.golden.png"));
    CHECK(read_png(folder / "later.drawn.png"));
    CHECK(read_png(folder / "later.difference.png"));
}

}  // namespace incursion

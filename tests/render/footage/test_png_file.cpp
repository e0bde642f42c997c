#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

#include "render/footage/png_file.h"
#include "tests/render/footage/patterns.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using namespace incursion::test;

namespace {

Bytes opaque(Bytes rgba)
{
    for (std::size_t i = 3; i < rgba.size(); i += 4)
        rgba[i] = 255;
    return rgba;
}

}  // namespace

TEST_CASE("a picture comes back from its png pixel by pixel, opaque")
{
    const TemporaryFolder folder;
    const Bytes rgba = moving_pattern(61, 37, 5);
    REQUIRE_FALSE(write_png(folder / "a.png", rgba, 61, 37, false));
    const auto picture = read_png(folder / "a.png");
    REQUIRE(picture);
    CHECK(picture->width_px == 61);
    CHECK(picture->height_px == 37);
    CHECK(picture->rgba == opaque(rgba));
}

TEST_CASE("a png of a picture given from the bottom up stands upright")
{
    const TemporaryFolder folder;
    const Bytes rgba = moving_pattern(60, 40, 1);
    REQUIRE_FALSE(write_png(folder / "down.png", rgba, 60, 40, false));
    REQUIRE_FALSE(write_png(folder / "up.png", upside_down(rgba, 60), 60, 40, true));
    CHECK((read_text(folder / "up.png") == read_text(folder / "down.png")));
}

TEST_CASE("a png holds 8-bit RGB and no time, and the same pixels give the same bytes")
{
    const TemporaryFolder folder;
    const Bytes rgba = moving_pattern(60, 40, 1);
    REQUIRE_FALSE(write_png(folder / "a.png", rgba, 60, 40, false));
    REQUIRE_FALSE(write_png(folder / "b.png", opaque(rgba), 60, 40, false));
    const std::string bytes = read_text(folder / "a.png");
    CHECK((bytes == read_text(folder / "b.png")));
    // PNG specification, 11.2.2: bit depth and colour type are the bytes 24 and 25 of the file; 2 is truecolour.
    CHECK(bytes[24] == 8);
    CHECK(bytes[25] == 2);
    CHECK(bytes.find("tIME") == std::string::npos);
    CHECK(bytes.find("tEXt") == std::string::npos);
}

TEST_CASE("a png that cannot be written or read is a problem that names it")
{
    const TemporaryFolder folder;
    const Bytes rgba = moving_pattern(60, 40, 1);
    const auto missing = write_png(folder / "none/a.png", rgba, 60, 40, false);
    REQUIRE(missing);
    CHECK_THAT(missing->message, Catch::Contains("none/a.png") && Catch::Contains("No such file"));
    const auto full = write_png("/dev/full", rgba, 60, 40, false);
    REQUIRE(full);
    CHECK_THAT(full->message, Catch::Contains("/dev/full"));
    CHECK(std::filesystem::is_character_file("/dev/full"));

    CHECK_FALSE(read_png(folder / "none.png"));
    write_text(folder / "text.png", "no picture");
    CHECK_FALSE(read_png(folder / "text.png"));
    REQUIRE_FALSE(write_png(folder / "half.png", rgba, 60, 40, false));
    write_text(folder / "half.png", read_text(folder / "half.png").substr(0, 300));
    CHECK_FALSE(read_png(folder / "half.png"));
}

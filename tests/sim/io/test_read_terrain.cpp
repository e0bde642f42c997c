#include <catch2/catch.hpp>

#include "sim/io/read_terrain.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using namespace incursion::test;
using Catch::Contains;

namespace {

/// Heights of 3 by 2 cells of a degree; their middles lie on 30, 31, 32 E and 40, 41 N. The northern row comes first.
const char* const six_heights = "ncols 3\nnrows 2\nxllcorner 29.5\nyllcorner 39.5\ncellsize 1\nNODATA_value -9999\n"
                                "10 20 30\n1 2 -9999\n";

}  // namespace

TEST_CASE("a raster in longitude and latitude becomes a grid of its heights")
{
    const TemporaryFolder folder;
    const auto terrain = read_terrain(folder.write("six.asc", six_heights), {31, 40.5}, 300'000);
    REQUIRE(terrain);
    CHECK(terrain->height_m({30.5, 40.5}).value() == Approx(8.25).margin(0.01));  // the mean of 10, 20, 1 and 2
    CHECK(terrain->height_m({30.25, 40.75}).value() == Approx(9.6875).margin(0.01));
    CHECK_FALSE(terrain->height_m({31.5, 40.5}));
    CHECK_FALSE(terrain->height_m({20, 41}));
}

TEST_CASE("a projected raster is brought to longitude and latitude")
{
    // UTM zone 36: its central meridian, 33 E, is easting 500 km; 1 degree of latitude at the equator is 110.53 km.
    const TemporaryFolder folder;
    const std::string path = folder.write(
        "utm.asc", "ncols 4\nnrows 4\nxllcorner 480000\nyllcorner 0\ncellsize 10000\n"
                   "400 400 400 400\n300 300 300 300\n200 200 200 200\n100 100 100 100\n");
    folder.write("utm.prj",
                 R"(PROJCS["WGS_1984_UTM_Zone_36N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,)"
                 R"(298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]],)"
                 R"(PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",33],)"
                 R"(PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],)"
                 R"(UNIT["Meter",1]])");
    const auto terrain = read_terrain(path, {33, 0.18}, 25'000);
    REQUIRE(terrain);
    CHECK(terrain->height_m({33, 15'000 / 110'530.0}).value() == Approx(200).margin(5));
    CHECK(terrain->height_m({33, 25'000 / 110'530.0}).value() == Approx(300).margin(5));
}

TEST_CASE("what is no raster is told, with its name and what to do")
{
    const TemporaryFolder folder;
    const auto text = read_terrain(folder.write("text.asc", "hills\n"), {0, 0}, 1000);
    REQUIRE_FALSE(text);
    CHECK_THAT(text.problem(), Contains("text.asc") && Contains("GeoTIFF"));
    CHECK_FALSE(read_terrain(folder / "none.tif", {0, 0}, 1000));
    const auto pole = read_terrain(folder.write("six.asc", six_heights), {31, 89.9}, 300'000);
    REQUIRE_FALSE(pole);
    CHECK_THAT(pole.problem(), Contains("pole"));
}

TEST_CASE("terrain goes on over 180 degrees")
{
    // Cells of 10 degrees round the Earth, whose height is their number from the west: those at 180 are 35 and 0.
    const TemporaryFolder folder;
    std::string text = "ncols 36\nnrows 6\nxllcorner -180\nyllcorner -30\ncellsize 10\n";
    for (int row = 0; row < 6; ++row) {
        for (int column = 0; column < 36; ++column)
            text += std::to_string(column) + " ";
        text += "\n";
    }
    const std::string path = folder.write("round.asc", text);
    for (const double turn : {0.0, -360.0}) {
        const auto terrain = read_terrain(path, TerrainBox{160 + turn, -10, 200 + turn, 10});
        REQUIRE(terrain);
        CHECK(terrain->height_m({175, 0}).value() == Approx(35).margin(1e-6));
        CHECK(terrain->height_m({-175, 0}).value() == Approx(0).margin(1e-6));
        CHECK(terrain->height_m({180, 0}).value() == Approx(17.5).margin(1e-6));
        CHECK(terrain->height_m({-165, 0}).value() == Approx(1).margin(1e-6));
    }
}

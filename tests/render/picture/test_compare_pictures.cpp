#include <catch2/catch.hpp>

#include "tests/render/picture/compare_pictures.h"
#include "tests/support/temporary_folder.h"

namespace incursion {
namespace {

std::vector<std::uint8_t> grey(std::uint8_t level)
{
    return std::vector<std::uint8_t>(200U * 100U * 4U, level);
}

}  // namespace

TEST_CASE("equal pictures agree, and the difference has its decibels")
{
    CHECK(test::agree(test::difference_of(grey(100), grey(100))));
    // Every part off by one: 20 log10(255) = 48.13 dB. Off by two: 6.02 dB less, which is too little.
    CHECK(test::difference_of(grey(100), grey(101)).psnr_db == Approx(48.13).margin(0.01));
    CHECK(test::agree(test::difference_of(grey(100), grey(101))));
    CHECK_FALSE(test::agree(test::difference_of(grey(100), grey(102))));
}

TEST_CASE("two bright pixels of twenty thousand are too many")
{
    auto drawn = grey(100);
    drawn[4] = 120;
    CHECK(test::agree(test::difference_of(grey(100), drawn)));
    drawn[400] = 120;
    CHECK_FALSE(test::agree(test::difference_of(grey(100), drawn)));
}

TEST_CASE("what was drawn is compared with the stored picture the right way up")
{
    const test::TemporaryFolder folder;
    const std::string golden = (folder.path() / "golden.png").string(), stem = (folder.path() / "out").string();
    auto drawn = grey(100);  // the lowest row first
    for (std::size_t i = 0; i < 200U * 4U; ++i)
        drawn[i] = 255;
    REQUIRE_FALSE(write_png(golden, drawn, 200, 100, true));
    CHECK_FALSE(test::compare_pictures(golden, stem, drawn, 200, 100));
    std::vector<std::uint8_t> upside_down(drawn.size(), 100);
    for (std::size_t i = upside_down.size() - 200U * 4U; i < upside_down.size(); ++i)
        upside_down[i] = 255;
    CHECK(test::compare_pictures(golden, stem, upside_down, 200, 100).value_or("").find("dB") != std::string::npos);
    CHECK(read_png(stem + ".golden.png"));
    CHECK(read_png(stem + ".drawn.png"));
    CHECK(read_png(stem + ".difference.png"));
    CHECK(test::compare_pictures(golden + ".none", stem, drawn, 200, 100));
}

}  // namespace incursion

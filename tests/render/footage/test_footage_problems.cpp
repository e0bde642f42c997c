#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

#include "render/footage/footage_writer.h"
#include "tests/render/footage/patterns.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using namespace incursion::test;

namespace {

FootageOptions small(FootageFormat format)
{
    FootageOptions options;
    options.width_px = 64;
    options.height_px = 48;
    options.format = format;
    options.has_sound = true;
    return options;
}

std::string refusal_of(const FootageOptions& options)
{
    const TemporaryFolder folder;
    const auto writer = FootageWriter::open(folder / "a", options);
    CHECK_FALSE(writer);
    CHECK_FALSE(std::filesystem::exists(folder / "a"));
    return writer ? "" : writer.problem();
}

/// Threads of this program, as Linux counts them.
std::ptrdiff_t threads()
{
    const std::filesystem::path tasks{"/proc/self/task"};
    return std::distance(std::filesystem::directory_iterator{tasks}, std::filesystem::directory_iterator{});
}

}  // namespace

TEST_CASE("the ending of a name tells the format")
{
    CHECK(footage_format_of("out.mp4") == FootageFormat::mp4);
    CHECK(footage_format_of("folder.gif/Out.WebM") == FootageFormat::webm);
    CHECK(footage_format_of("OUT.GIF") == FootageFormat::gif);
    CHECK(footage_format_of("a.b.png") == FootageFormat::png);
    CHECK_FALSE(footage_format_of("out.mkv"));
    CHECK_FALSE(footage_format_of("mp4"));
    CHECK_FALSE(footage_format_of(""));
}

TEST_CASE("an odd size is refused where colours are stored by squares of four")
{
    FootageOptions options = small(GENERATE(FootageFormat::mp4, FootageFormat::webm));
    options.width_px = 65;
    CHECK_THAT(refusal_of(options), Catch::Contains("65x48") && Catch::Contains("64x48"));
    options.width_px = 64;
    options.height_px = 49;
    CHECK_THAT(refusal_of(options), Catch::Contains("64x49"));
}

TEST_CASE("a gif takes an odd size")
{
    const TemporaryFolder folder;
    FootageOptions options = small(FootageFormat::gif);
    options.width_px = 65;
    options.height_px = 49;
    auto writer = FootageWriter::open(folder / "a.gif", options);
    REQUIRE(writer);
    CHECK_FALSE((*writer)->add_frame(moving_pattern(65, 49, 0), true));
    CHECK_FALSE((*writer)->finish());
}

TEST_CASE("sizes, rates and formats that cannot be are refused")
{
    FootageOptions options = small(FootageFormat::mp4);
    options.height_px = 0;
    CHECK_THAT(refusal_of(options), Catch::Contains("64x0"));
    options = small(FootageFormat::mp4);
    options.width_px = 20000;
    CHECK_THAT(refusal_of(options), Catch::Contains("20000x48"));
    options = small(FootageFormat::webm);
    options.frames_per_second = 0;
    CHECK_THAT(refusal_of(options), Catch::Contains("0 frames per second"));
    options = small(FootageFormat::gif);
    options.frames_per_second = 60;
    CHECK_THAT(refusal_of(options), Catch::Contains("give 1 to 50"));
    CHECK_THAT(refusal_of(small(FootageFormat::png)), Catch::Contains("one picture"));
}

TEST_CASE("a path that cannot be written is a problem that names it")
{
    const TemporaryFolder folder;
    const std::string path = folder / "none/a.mp4";
    const auto writer = FootageWriter::open(path, small(GENERATE(FootageFormat::mp4, FootageFormat::gif)));
    REQUIRE_FALSE(writer);
    CHECK_THAT(writer.problem(), Catch::Contains(path) && Catch::Contains("No such file"));
}

TEST_CASE("a full disk is a problem in the end at the latest")
{
    const auto format = GENERATE(FootageFormat::mp4, FootageFormat::webm, FootageFormat::gif);
    auto writer = FootageWriter::open("/dev/full", small(format));
    if (writer) {
        for (int frame = 0; frame < 30; ++frame)
            (*writer)->add_frame(moving_pattern(64, 48, frame), false);
        const auto problem = (*writer)->finish();
        REQUIRE(problem);
        CHECK_THAT(problem->message, Catch::Contains("/dev/full") && Catch::Contains("No space left"));
    } else {
        CHECK_THAT(writer.problem(), Catch::Contains("/dev/full") && Catch::Contains("No space left"));
    }
    CHECK(std::filesystem::is_character_file("/dev/full"));
}

TEST_CASE("a frame of another size is a problem, and footage without a frame as well")
{
    const TemporaryFolder folder;
    auto writer = FootageWriter::open(folder / "a.mp4", small(FootageFormat::mp4));
    REQUIRE(writer);
    CHECK((*writer)->add_frame(moving_pattern(64, 47, 0), false));
    const auto problem = (*writer)->finish();
    REQUIRE(problem);
    CHECK_THAT(problem->message, Catch::Contains("no frame"));
    CHECK((*writer)->finish()->message == problem->message);
}

TEST_CASE("a writer that is given up leaves no thread")
{
    const auto format = GENERATE(FootageFormat::mp4, FootageFormat::webm, FootageFormat::gif);
    const int frames = GENERATE(0, 1, 40);
    const TemporaryFolder folder;
    const auto before = threads();
    {
        auto writer = FootageWriter::open(folder / "a", small(format));
        REQUIRE(writer);
        CHECK(threads() > before);
        for (int frame = 0; frame < frames; ++frame)
            CHECK_FALSE((*writer)->add_frame(moving_pattern(64, 48, frame), false));
        CHECK_FALSE((*writer)->add_sound(sine(440.0, 100000)));
    }
    CHECK(threads() == before);
}

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

#include "render/footage/footage_writer.h"
#include "tests/render/footage/film_reader.h"
#include "tests/render/footage/patterns.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using namespace incursion::test;

namespace {

constexpr int width_px = 192, height_px = 108, rate = 30, frame_count = 60;

FootageOptions options_of(FootageFormat format)
{
    FootageOptions options;
    options.width_px = width_px;
    options.height_px = height_px;
    options.frames_per_second = rate;
    options.format = format;
    options.has_sound = format != FootageFormat::gif;
    options.title = "A stray, south of Samandağ";
    options.comment = "reconstruction";
    return options;
}

std::unique_ptr<FootageWriter> opened(const std::string& path, const FootageOptions& options)
{
    auto writer = FootageWriter::open(path, options);
    INFO((writer ? "" : writer.problem()));
    REQUIRE(writer);
    return std::move(writer).value();
}

/// Two seconds of the moving pattern with a sine of 1 kHz.
std::string write_footage(const std::string& path, const FootageOptions& options, bool bottom_up = false)
{
    const auto writer = opened(path, options);

    for (int frame = 0; frame < frame_count; ++frame) {
        Bytes rgba = moving_pattern(width_px, height_px, frame);
        REQUIRE_FALSE(writer->add_frame(bottom_up ? upside_down(rgba, width_px) : std::move(rgba), bottom_up));
    }
    REQUIRE_FALSE(writer->add_sound(sine(1000.0, 2 * 48000)));
    REQUIRE_FALSE(writer->finish());
    return path;
}

void check_pictures(const Film& film)
{
    REQUIRE(film.frames.size() == frame_count);
    CHECK(film.frames.front().width_px == width_px);
    CHECK(film.frames.front().height_px == height_px);
    CHECK(film.frames_per_second == Approx(rate));
    const Bytes first = moving_pattern(width_px, height_px, 0);
    const Bytes last = moving_pattern(width_px, height_px, frame_count - 1);
    REQUIRE(psnr_db(first, last) < 25.0);
    CHECK(psnr_db(film.frames.front().rgba, first) > 30.0);
    CHECK(psnr_db(film.frames.back().rgba, last) > 30.0);
    for (std::size_t i = 0; i < film.times_s.size(); ++i)
        CHECK(film.times_s[i] == Approx(static_cast<double>(i) / rate).margin(0.006));  // a gif counts by 10 ms
}

}  // namespace

TEST_CASE("an mp4 is H.264 and AAC and holds what was given")
{
    const TemporaryFolder folder;
    const Film film = read_film(write_footage(folder / "a.mp4", options_of(FootageFormat::mp4)));
    CHECK(film.codecs == std::vector<std::string>{"h264", "aac"});
    CHECK(film.duration_s == Approx(2.0).margin(1e-6));
    CHECK(film.stream_durations_s[0] == Approx(2.0).margin(1e-6));
    CHECK(film.says_bt709);
    CHECK(film.title == "A stray, south of Samandağ");
    CHECK(film.comment == "reconstruction");
    check_pictures(film);
}

TEST_CASE("a webm is VP9 and Opus and holds what was given")
{
    const TemporaryFolder folder;
    const Film film = read_film(write_footage(folder / "a.webm", options_of(FootageFormat::webm)));
    CHECK(film.codecs == std::vector<std::string>{"vp9", "opus"});
    CHECK(film.duration_s == Approx(2.0).margin(0.001));
    CHECK(film.says_bt709);
    CHECK(film.title == "A stray, south of Samandağ");
    CHECK(film.comment == "reconstruction");
    check_pictures(film);
}

TEST_CASE("a gif holds what was given, without sound")
{
    const TemporaryFolder folder;
    FootageOptions options = options_of(FootageFormat::gif);
    options.has_sound = true;
    const Film film = read_film(write_footage(folder / "a.gif", options));
    CHECK(film.codecs == std::vector<std::string>{"gif"});
    CHECK(film.duration_s == Approx(2.0).margin(1e-6));
    check_pictures(film);
}

TEST_CASE("a picture given from the bottom up stands upright")
{
    const auto format = GENERATE(FootageFormat::mp4, FootageFormat::webm, FootageFormat::gif);
    const TemporaryFolder folder;
    const FootageOptions options = options_of(format);
    write_footage(folder / "down", options);
    write_footage(folder / "up", options, true);
    CHECK((read_text(folder / "up") == read_text(folder / "down")));
}

TEST_CASE("the same calls give the same bytes")
{
    const auto format = GENERATE(FootageFormat::mp4, FootageFormat::webm, FootageFormat::gif);
    const TemporaryFolder folder;
    const std::string once = read_text(write_footage(folder / "once", options_of(format)));
    CHECK(once.size() > 10000);
    CHECK((read_text(write_footage(folder / "again", options_of(format))) == once));
}

TEST_CASE("colours come back as they were given")
{
    const auto format = GENERATE(FootageFormat::mp4, FootageFormat::webm, FootageFormat::gif);
    const TemporaryFolder folder;
    const std::vector<Bytes> colours{{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}, {0, 0, 0}, {200, 120, 40}};
    FootageOptions options = options_of(format);
    options.has_sound = false;
    const auto writer = opened(folder / "colours", options);
    const int patch_px = width_px / 6;
    Bytes rgba;
    for (int y = 0; y < height_px; ++y)
        for (int x = 0; x < width_px; ++x) {
            const Bytes& colour = colours[static_cast<std::size_t>(x / patch_px)];
            rgba.insert(rgba.end(), {colour[0], colour[1], colour[2], 0});
        }
    for (int frame = 0; frame < 5; ++frame)
        REQUIRE_FALSE(writer->add_frame(rgba, false));
    REQUIRE_FALSE(writer->finish());

    const Film film = read_film(folder / "colours");
    REQUIRE(film.frames.size() == 5);
    for (std::size_t patch = 0; patch < colours.size(); ++patch) {
        const std::size_t middle = 4 * (static_cast<std::size_t>(height_px / 2 * width_px + patch_px / 2) +
                                        patch * static_cast<std::size_t>(patch_px));
        for (std::size_t channel = 0; channel < 3; ++channel) {
            CAPTURE(patch, channel);
            CHECK(std::abs(film.frames.back().rgba[middle + channel] - colours[patch][channel]) <= 4);
        }
    }
}

TEST_CASE("a path with a colon is a path")
{
    const TemporaryFolder folder;
    CHECK(read_film(write_footage(folder / "07:24:05.webm", options_of(FootageFormat::webm))).frames.size() == 60);
}

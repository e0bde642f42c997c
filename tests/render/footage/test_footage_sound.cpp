#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include "render/footage/footage_writer.h"
#include "tests/render/footage/film_reader.h"
#include "tests/render/footage/patterns.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using namespace incursion::test;

namespace {

FootageOptions options_of(FootageFormat format, int rate)
{
    FootageOptions options;
    options.width_px = 64;
    options.height_px = 48;
    options.frames_per_second = rate;
    options.format = format;
    options.has_sound = true;
    return options;
}

/// Frames first, then the sound in pieces of a length that fits nothing.
Film film_of(const FootageOptions& options, int frames, const std::vector<float>& sound)
{
    const TemporaryFolder folder;
    auto writer = FootageWriter::open(folder / "a", options);
    REQUIRE(writer);
    for (int frame = 0; frame < frames; ++frame)
        REQUIRE_FALSE((*writer)->add_frame(moving_pattern(64, 48, frame), false));
    constexpr std::size_t piece = 777;
    for (std::size_t first = 0; first < sound.size(); first += piece)
        REQUIRE_FALSE((*writer)->add_sound(std::span{sound}.subspan(first, std::min(piece, sound.size() - first))));
    REQUIRE_FALSE((*writer)->finish());
    return read_film(folder / "a");
}

double loudest(const std::vector<float>& sound, std::size_t first, std::size_t end)
{
    double found = 0.0;
    for (std::size_t i = first; i < std::min(end, sound.size()); ++i)
        found = std::max(found, std::abs(static_cast<double>(sound[i])));
    return found;
}

/// A decoder of AAC gives its last block whole.
constexpr std::size_t aac_block = 1024;

}  // namespace

TEST_CASE("a sine comes back with its frequency and strength")
{
    const auto format = GENERATE(FootageFormat::mp4, FootageFormat::webm);
    const Film film = film_of(options_of(format, 30), 60, sine(1000.0, 96000, 0.5));
    CHECK(film.sound_rate_hz == 48000);
    CHECK(film.channels == 1);
    REQUIRE(film.sound.size() >= 96000);
    CHECK(amplitude_of(film.sound, 24000, 48000, 1000.0) == Approx(0.5).epsilon(0.1));
    for (const double other_hz : {500.0, 900.0, 1100.0, 2000.0})
        CHECK(amplitude_of(film.sound, 24000, 48000, other_hz) < 0.02);
}

TEST_CASE("sound stands where it was given")
{
    const auto format = GENERATE(FootageFormat::mp4, FootageFormat::webm);
    std::vector<float> sound(48000, 0.0F);
    const std::vector<float> tone = sine(1000.0, 24000, 0.5);
    sound.insert(sound.end(), tone.begin(), tone.end());
    const Film film = film_of(options_of(format, 25), 50, sound);
    // Codecs smear an onset over their blocks, of about 20 ms.
    CHECK(loudest(film.sound, 0, 48000 - 1500) < 0.02);
    CHECK(loudest(film.sound, 48000, 48000 + 480) > 0.3);
    CHECK(loudest(film.sound, 72000 - 480, 72000) > 0.3);
    CHECK(loudest(film.sound, 72000 + 1500, 96000) < 0.02);
}

TEST_CASE("sound lasts as long as the pictures: silence follows, or it is cut")
{
    const auto format = GENERATE(FootageFormat::mp4, FootageFormat::webm);
    const std::size_t given = GENERATE(0U, 100U, 40000U, 48000U, 200000U);
    CAPTURE(given);
    const Film film = film_of(options_of(format, 30), 30, sine(1000.0, given));
    CHECK(film.duration_s == Approx(1.0).margin(0.001));
    CHECK(film.sound.size() >= 48000);
    CHECK(film.sound.size() < 48000 + aac_block);
    CHECK(loudest(film.sound, given + 3000, 48000) < 0.01);
}

TEST_CASE("a rate that does not divide the sound's gives exact lengths")
{
    // Frames last 48000 / 7 = 6857.14 and 48000 / 29 = 1655.17 samples; the sums are rounded once.
    const FootageFormat format = GENERATE(FootageFormat::mp4, FootageFormat::webm);
    const Film seven = film_of(options_of(format, 7), 10, sine(1000.0, 96000));
    CHECK(seven.frames.size() == 10);
    CHECK(seven.sound.size() >= 68571);
    CHECK(seven.sound.size() < 68571 + aac_block);
    const Film odd = film_of(options_of(format, 29), 31, sine(1000.0, 96000));
    CHECK(odd.sound.size() >= 51310);
    CHECK(odd.sound.size() < 51310 + aac_block);
    if (format == FootageFormat::webm)
        CHECK(seven.sound.size() == 68571);
    else
        CHECK(seven.stream_durations_s[1] == Approx(68571.0 / 48000.0).margin(1e-6));
}

TEST_CASE("when sound is given makes no difference to the file")
{
    const auto format = GENERATE(FootageFormat::mp4, FootageFormat::webm);
    const TemporaryFolder folder;
    const std::vector<float> sound = sine(700.0, 48000);
    for (const bool ahead : {true, false}) {
        auto writer = FootageWriter::open(folder / (ahead ? "ahead" : "behind"), options_of(format, 30));
        REQUIRE(writer);
        if (ahead)
            REQUIRE_FALSE((*writer)->add_sound(sound));
        for (int frame = 0; frame < 30; ++frame)
            REQUIRE_FALSE((*writer)->add_frame(moving_pattern(64, 48, frame), false));
        if (!ahead)
            REQUIRE_FALSE((*writer)->add_sound(sound));
        REQUIRE_FALSE((*writer)->finish());
    }
    CHECK((read_text(folder / "ahead") == read_text(folder / "behind")));
}

TEST_CASE("without sound there is no stream for it")
{
    FootageOptions options = options_of(FootageFormat::mp4, 30);
    options.has_sound = false;
    CHECK(film_of(options, 3, sine(1000.0, 4800)).codecs == std::vector<std::string>{"h264"});
}

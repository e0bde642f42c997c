// Films that the program wrote, read back with FFmpeg and set against its single pictures.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tests/cases/footage/recorded.h"

using namespace incursion;
using namespace incursion::test;

namespace {

const std::string evening = "scenarios/porvoo-2016/evening.toml";
const std::string square = "tests/cli/files/scenario.toml";  // a call at start+200s, "Turn back."

/// Root mean square of the sound between two instants of the film.
double loudness(const Film& film, double from_s, double to_s)
{
    double squares = 0;
    const auto first = static_cast<std::size_t>(from_s * film.sound_rate_hz);
    const auto end = std::min(static_cast<std::size_t>(to_s * film.sound_rate_hz), film.sound.size());
    REQUIRE(first < end);
    for (std::size_t i = first; i < end; ++i)
        squares += static_cast<double>(film.sound[i]) * static_cast<double>(film.sound[i]);
    return std::sqrt(squares / static_cast<double>(end - first));
}

/// Each of those frames is near the picture of the same place in the list, and nearer to it than to any other.
void check_frames(const Film& film, const std::vector<std::size_t>& frames, const std::vector<Raster>& pictures)
{
    for (std::size_t i = 0; i < frames.size(); ++i) {
        CAPTURE(frames[i]);
        REQUIRE(frames[i] < film.frames.size());
        const std::vector<std::uint8_t>& drawn = film.frames[frames[i]].rgba;
        const double own_db = psnr_db(drawn, pictures[i].rgba);
        CHECK(own_db >= 30);
        for (std::size_t other = 0; other < pictures.size(); ++other)
            if (other != i) {
                CAPTURE(other);
                CHECK(psnr_db(drawn, pictures[other].rgba) < own_db - 1);
            }
    }
}

bool same_frames(const Film& a, const Film& b)
{
    return std::equal(a.frames.begin(), a.frames.end(), b.frames.begin(), b.frames.end(),
                      [](const Raster& x, const Raster& y) { return x.rgba == y.rgba; });
}

}  // namespace

TEST_CASE("a film has the frames, the size, the length and the sound that were asked for")
{
    const Recorder recorder{square};
    const Film film = recorder.film("a.mp4", "--from start+199s --to start+202s --fps 10");
    CHECK(film.codecs == std::vector<std::string>{"h264", "aac"});
    CHECK(film.frames.size() == 30);
    CHECK(film.frames_per_second == Approx(10));
    CHECK(film.duration_s == Approx(3.0).margin(1e-3));
    for (const double stream_s : film.stream_durations_s)
        CHECK(stream_s == Approx(3.0).margin(0.025));  // one block of AAC is 21 ms
    for (const Raster& frame : film.frames)
        CHECK((frame.width_px == 640 && frame.height_px == 360));
    for (std::size_t i = 0; i < film.times_s.size(); ++i)
        CHECK(film.times_s[i] == Approx(static_cast<double>(i) / 10).margin(1e-3));
    // Silence until the call begins a second into the film.
    CHECK(loudness(film, 0.0, 0.9) < 1e-3);
    CHECK(loudness(film, 1.1, 1.6) > 0.02);
}

TEST_CASE("a silent film and one without calls have no sound stream")
{
    CHECK(Recorder{square}.film("a.mp4", "--from start+200s --to start+200.5s --fps 10 --silent").codecs ==
          std::vector<std::string>{"h264"});
    CHECK(Recorder{evening}.film("a.mp4", "--from entry --to entry+0.5s --fps 10").codecs ==
          std::vector<std::string>{"h264"});
}

TEST_CASE("a frame of a film is the picture of its instant")
{
    const Recorder recorder{evening};
    const std::vector<Raster> pictures{recorder.picture("0.png", "entry-2s"), recorder.picture("13.png", "entry-0.7s"),
                                       recorder.picture("29.png", "entry+0.9s")};
    const Film film = recorder.film("a.mp4", "--from entry-2s --to entry+1s --fps 10");
    CHECK(film.frames.size() == 30);
    check_frames(film, {0, 13, 29}, pictures);
}

TEST_CASE("twice as fast has half the frames, and backwards begins at the end")
{
    const Recorder recorder{evening};
    const std::vector<Raster> pictures{recorder.picture("0.png", "entry-2s"), recorder.picture("7.png", "entry-0.6s"),
                                       recorder.picture("14.png", "entry+0.8s")};
    const Film fast = recorder.film("fast.mp4", "--from entry-2s --to entry+1s --fps 10 --speed 2");
    CHECK(fast.frames.size() == 15);
    CHECK(fast.duration_s == Approx(1.5).margin(1e-3));
    check_frames(fast, {0, 7, 14}, pictures);
    const Film back = recorder.film("back.mp4", "--from entry-2s --to entry+0.8s --fps 10 --speed=-1");
    CHECK(back.frames.size() == 28);
    check_frames(back, {0, 14}, {pictures[2], pictures[1]});
}

TEST_CASE("the same command gives the same picture and the same film")
{
    const Recorder recorder{square};
    const std::string film = "--from start+199.5s --to start+201s --fps 10";
    CHECK((read_text(recorder.record("a.png", "--at entry")) == read_text(recorder.record("b.png", "--at entry"))));
    const Film first = recorder.film("a.mp4", film), second = recorder.film("b.mp4", film);
    CHECK(same_frames(first, second));
    CHECK((first.sound == second.sound));
    CHECK_FALSE(same_frames(first, recorder.film("c.mp4", film + " --palette amber")));
}

TEST_CASE("webm and gif have as many frames")
{
    const Recorder recorder{square};
    const Film webm = recorder.film("a.webm", "--from start+199s --to start+201s --fps 10");
    CHECK(webm.codecs == std::vector<std::string>{"vp9", "opus"});
    CHECK(webm.frames.size() == 20);
    CHECK(webm.duration_s == Approx(2.0).margin(0.02));
    const Film gif = recorder.film("a.gif", "--from start+199s --to start+201s");
    CHECK(gif.codecs == std::vector<std::string>{"gif"});
    CHECK(gif.frames.size() == 20);  // ten a second where nothing else is said
    check_frames(webm, {0, 15}, {recorder.picture("0.png", "start+199s"), recorder.picture("15.png", "start+200.5s")});
}

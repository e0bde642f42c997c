// Films of tours that the program made, read back with FFmpeg.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <string>

#include "tests/cases/footage/recorded.h"

using namespace incursion;
using namespace incursion::test;

namespace {

// Steps at start (holds 4 s), at 150 s (holds 2 s), at 195 s (runs on) and at 200 s, with the call (holds 3 s).
const std::string told = "tests/cli/files/told.toml";

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

}  // namespace

TEST_CASE("a tour's film stands still at a step for its pause, and the call of its instant is heard afterwards")
{
    const Recorder recorder{told};
    const Film film = recorder.film("a.mp4", "--tour --from start+198s --to start+203s --fps 10");
    CHECK(film.codecs == std::vector<std::string>{"h264", "aac"});
    CHECK(film.frames.size() == 80);  // 5 s and a pause of 3
    CHECK(film.duration_s == Approx(8).margin(0.03));
    CHECK(loudness(film, 0, 4.9) < 1e-3);
    CHECK(loudness(film, 5.1, 5.6) > 0.02);
    // The card is there at 2 s and at 4.9 s, and gone at 5.1 s.
    CHECK(psnr_db(film.frames[21].rgba, film.frames[48].rgba) > 40);
    CHECK(psnr_db(film.frames[48].rgba, film.frames[51].rgba) < 30);
}

TEST_CASE("a picture at a step has its card, and one beside it has not")
{
    const Recorder recorder{told};
    const Raster plain = recorder.picture("a.png", "start+150s"), card = recorder.picture("b.png", "start+150s --tour");
    const Raster beside = recorder.picture("c.png", "start+151s --tour");
    CHECK(psnr_db(plain.rgba, card.rgba) < 32);
    CHECK(recorder.picture("d.png", "'step 2' --tour").rgba == card.rgba);
    CHECK(psnr_db(card.rgba, beside.rgba) < 32);
    CHECK(recorder.picture("e.png", "start+151s").rgba == beside.rgba);
}

TEST_CASE("words may be a track beside the picture, a file, or spoken")
{
    const Recorder recorder{told};
    const std::string span = "--tour --from start+149s --to start+151s --fps 10 ";
    const TemporaryFolder folder;
    recorder.record("a.mp4", span + "--lang tr --subtitles '" + (folder / "a.srt") + "'");
    CHECK(read_text(folder / "a.srt") == "1\n00:00:01,000 --> 00:00:03,000\nYarı yol\n");
    const Film narrated = recorder.film("b.mp4", span + "--narrate --captions none");
    CHECK(narrated.codecs == std::vector<std::string>{"h264", "aac"});
    CHECK(narrated.frames.size() >= 40);
    CHECK(loudness(narrated, 0, 0.9) < 1e-3);
    CHECK(loudness(narrated, 1.2, 2.2) > 0.01);
    CHECK(loudness(narrated, narrated.duration_s - 0.9, narrated.duration_s) < 0.01);
}

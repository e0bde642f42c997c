#include "render/sound/recording.h"

#include <bit>
#include <limits>

#include <catch2/catch.hpp>

#include "tests/render/sound/sounds.h"
#include "tests/render/sound/wav_bytes.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using namespace incursion::test;

namespace {

std::vector<float> samples_of(const std::string& bytes)
{
    const Result<Sound> sound = parse_wav(bytes);
    INFO((sound ? "" : sound.problem()));
    REQUIRE(sound);
    return sound->samples;
}

std::string problem_of(const std::string& bytes)
{
    const Result<Sound> sound = parse_wav(bytes);
    REQUIRE_FALSE(sound);
    return sound.problem();
}

std::string float_bits(float value)
{
    return number(std::bit_cast<std::uint32_t>(value), 4);
}

/// Four samples of silence at 48 kHz.
std::string good_wav()
{
    return wav(format_chunk(1, 1, 48000, 16) + chunk("data", std::string(8, '\0')));
}

}  // namespace

TEST_CASE("every width reaches from -1 to just below 1")
{
    // Least, middle, and greatest number of each width; only 8 bits are unsigned.
    CHECK(samples_of(wav(format_chunk(1, 1, 48000, 8) + chunk("data", std::string("\x00\x80\xFF", 3)))) ==
          std::vector<float>{-1, 0, 127.0F / 128});
    CHECK(samples_of(wav(format_chunk(1, 1, 48000, 16) +
                         chunk("data", number(0x8000, 2) + number(0, 2) + number(0x7FFF, 2)))) ==
          std::vector<float>{-1, 0, 32767.0F / 32768});
    CHECK(samples_of(wav(format_chunk(1, 1, 48000, 24) +
                         chunk("data", number(0x800000, 3) + number(0xFFFFFF, 3) + number(0x7FFFFF, 3)))) ==
          std::vector<float>{-1, -0x1.0p-23F, 8388607.0F / 8388608});
    CHECK(
        samples_of(wav(format_chunk(1, 1, 48000, 32) + chunk("data", number(0x80000000, 4) + number(0x40000000, 4)))) ==
        std::vector<float>{-1, 0.5F});
    CHECK(samples_of(wav(format_chunk(3, 1, 48000, 32) + chunk("data", float_bits(-0.25F) + float_bits(1)))) ==
          std::vector<float>{-0.25F, 1});
    CHECK(samples_of(wav(format_chunk(3, 1, 48000, 64) +
                         chunk("data", number(std::bit_cast<std::uint64_t>(0.125), 8)))) == std::vector<float>{0.125F});
}

TEST_CASE("channels are averaged")
{
    const std::string frames = number(0x4000, 2) + number(0, 2) + number(0x4000, 2) + number(0xC000, 2);
    CHECK(samples_of(wav(format_chunk(1, 2, 48000, 16) + chunk("data", frames))) == std::vector<float>{0.25F, 0});
}

TEST_CASE("another rate is brought to 48 kHz")
{
    std::string data;
    for (const float sample : tone(1000, 0.5, 0.5, 8000))
        data += float_bits(sample);
    const std::vector<float> samples = samples_of(wav(format_chunk(3, 1, 8000, 32) + chunk("data", data)));
    CHECK(samples.size() == 24000);
    CHECK(share(spectrum(samples), 900, 1100) > 0.99);
}

TEST_CASE("the extensible form tells its real one in its last part")
{
    const std::string guid = number(3, 2) + std::string("\x00\x00\x00\x00\x10\x00\x80\x00\x00\xAA\x00\x38\x9B\x71", 14);
    const std::string format = number(0xFFFE, 2) + number(1, 2) + number(48000, 4) + number(192000, 4) + number(4, 2) +
                               number(32, 2) + number(22, 2) + number(32, 2) + number(4, 4) + guid;
    CHECK(samples_of(wav(chunk("fmt ", format) + chunk("data", float_bits(0.5F)))) == std::vector<float>{0.5F});
}

TEST_CASE("parts that are not needed are passed over, odd ones with their padding")
{
    const std::string file =
        wav(chunk("LIST", "odd") + format_chunk(1, 1, 48000, 16) + chunk("bext", std::string(5, 'x')) +
            chunk("data", number(0x4000, 2)) + chunk("id3 ", "name"));
    CHECK(samples_of(file) == std::vector<float>{0.5F});
}

TEST_CASE("a size that the writer did not know means the rest of the file")
{
    const unsigned size = GENERATE(0xFFFFFFFFU, 0x7FFFF000U);
    CHECK(samples_of(wav(format_chunk(1, 1, 48000, 16) + "data" + number(size, 4) + number(0x4000, 2))) ==
          std::vector<float>{0.5F});
}

TEST_CASE("floating point beyond full scale makes the whole quieter")
{
    CHECK(samples_of(wav(format_chunk(3, 1, 48000, 32) + chunk("data", float_bits(-2) + float_bits(1)))) ==
          std::vector<float>{-1, 0.5F});
}

TEST_CASE("a broken file is told with what is wrong in it")
{
    CHECK(problem_of("") == "is no RIFF WAV file; convert it to one");
    CHECK(problem_of("ID3 and the rest of an MP3 file") == "is no RIFF WAV file; convert it to one");
    CHECK(problem_of(wav(chunk("data", "1234"))).starts_with("has no part 'fmt ' before its sound"));
    CHECK(problem_of(wav(format_chunk(1, 1, 48000, 16))) == "holds no sound");
    CHECK(problem_of(wav(format_chunk(1, 1, 48000, 16) + chunk("data", "x"))) == "holds no sound");
    CHECK(problem_of(good_wav().substr(0, good_wav().size() - 2)) ==
          "is cut short: its part 'data' should have 8 bytes and has 6");
    CHECK(problem_of(wav(chunk("fmt ", "short") + chunk("data", "1234"))) == "has a format part of 5 bytes, not 16");
    CHECK(problem_of(wav(format_chunk(7, 1, 8000, 8) + chunk("data", "1234")))
              .starts_with("has the sound in form 7 with 8 bits;"));
    CHECK(problem_of(wav(format_chunk(1, 1, 8000, 12) + chunk("data", "1234")))
              .starts_with("has the sound in form 1 with 12 bits;"));
    CHECK(problem_of(wav(format_chunk(1, 0, 8000, 16) + chunk("data", "1234"))) ==
          "has 0 channels; 1 to 64 can be read");
    CHECK(problem_of(wav(format_chunk(1, 1, 0, 16) + chunk("data", "1234"))) ==
          "has 0 samples a second; 1000 to 768000 can be read");
    CHECK(problem_of(wav(format_chunk(1, 1, 0xFFFFFFFF, 16) + chunk("data", "1234"))).find("samples a second") !=
          std::string::npos);
    CHECK(problem_of(wav(format_chunk(1, 1, 1000, 8) + chunk("data", std::string(1200001, '\x80')))) ==
          "lasts longer than 20 minutes; cut it to the call");
}

TEST_CASE("a sample that is no number is told with its place")
{
    const float bad = GENERATE(std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), 1e30F);
    CHECK(problem_of(wav(format_chunk(3, 1, 48000, 32) + chunk("data", float_bits(0) + float_bits(bad))))
              .starts_with("holds a sample that is no loudness, at place 2"));
}

TEST_CASE("a file with any byte changed or any end missing is read or refused, and nothing else")
{
    const std::string good = good_wav();
    REQUIRE(parse_wav(good));
    for (std::size_t i = 0; i < good.size(); ++i) {
        const Result<Sound> cut = parse_wav(good.substr(0, i));
        CHECK_FALSE(cut);
        for (const char value : {'\0', '\x01', '\x7F', '\x80', '\xFF'}) {
            std::string changed = good;
            changed[i] = value;
            const Result<Sound> sound = parse_wav(changed);
            CHECK((sound ? !sound->samples.empty() : !sound.problem().empty()));
        }
    }
}

TEST_CASE("a recording is read from its file, and the problem of a file names it")
{
    const TemporaryFolder folder;
    const Result<Sound> sound = read_wav(folder.write("call.wav", good_wav()));
    REQUIRE(sound);
    CHECK(sound->samples.size() == 4);
    CHECK(read_wav(folder / "none.wav").problem() == folder / "none.wav" + ": there is no such file");
    CHECK(read_wav(folder.path().string()).problem() == folder.path().string() + ": cannot be read");
    CHECK(read_wav(folder.write("broken.wav", "RIFF")).problem() ==
          folder / "broken.wav" + ": is no RIFF WAV file; convert it to one");
}

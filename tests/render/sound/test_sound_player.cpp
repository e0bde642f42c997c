#include "render/sound/sound_player.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <thread>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "render/sound/recording.h"
#include "tests/render/sound/environment.h"
#include "tests/render/sound/sounds.h"
#include "tests/support/shapes.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// OpenAL Soft reads its settings once in a process, so each test has a process of its own. `steps` returns 0 where all
/// is well, or the number of the step that is not; what comes on standard error is written to `errors`.
int in_a_process(const std::string& drivers, const std::string& errors, int (*steps)())
{
    const Environment chosen{"ALSOFT_DRIVERS", drivers};
    const pid_t id = ::fork();
    if (id == 0) {
        ::dup2(::open(errors.c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
        int wrong = 98;
        try {
            wrong = steps();
        } catch (...) {
        }
        ::_exit(wrong);
    }
    int status = 0;
    ::waitpid(id, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 97;
}

/// A tone of 1 kHz from second 100 to second 160.
SoundTrack long_tone()
{
    return SoundTrack{{Transmission{at_second(100), 0, {tone(1000, 60, 0.5)}}}};
}

/// Follows a clock of its own for `length_s` in frames of 20 ms; says where that clock stands then.
Time follow_clock(SoundPlayer& player, Time from, double length_s, double speed)
{
    const auto start = std::chrono::steady_clock::now();
    Time now = from;
    while (now - from < seconds(length_s * speed)) {
        player.follow(now, true, speed, false);
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
        now = from + seconds(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() * speed);
    }
    player.follow(now, true, speed, false);
    return now;
}

/// Whether the player plays what the clock shows, to the drift that it allows and a period of the device.
bool is_in_step(const SoundPlayer& player, Time now, double speed)
{
    return player.heard() && std::abs(to_seconds(*player.heard() - now)) <= 0.15 * speed;
}

/// Whether the sound goes on by itself between two frames. It is tried for some seconds, since other programs may keep
/// the device from its work.
bool goes_on_by_itself(SoundPlayer& player)
{
    for (int frame = 0; frame < 20; ++frame) {
        player.follow(at_second(120), false, 1, false);
        player.follow(at_second(120), true, 1, false);
        for (int i = 0; i < 50; ++i) {
            if (player.heard() && *player.heard() >= at_second(120.1))
                return *player.heard() < at_second(120.5);
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
        }
    }
    return false;
}

int play_on_a_device()
{
    const SoundTrack track = long_tone();
    SoundPlayer player{track};
    if (!player.has_device())
        return 1;
    if (player.heard())
        return 2;  // before anything was played
    if (!is_in_step(player, follow_clock(player, at_second(90), 1, 1), 1))
        return 3;
    if (!is_in_step(player, follow_clock(player, at_second(120), 0.4, 1), 1))
        return 4;  // a seek forwards, into the middle of the call
    if (!is_in_step(player, follow_clock(player, at_second(95), 0.4, 1), 1))
        return 5;  // and backwards
    if (!is_in_step(player, follow_clock(player, at_second(95.4), 0.6, 3), 3))
        return 6;  // another speed
    if (!goes_on_by_itself(player))
        return 7;
    return 0;
}

int fall_silent()
{
    const SoundTrack track = long_tone();
    SoundPlayer player{track};
    struct Case {
        bool playing, muted;
        double speed;
    };
    int number = 0;
    for (const Case& silent :
         {Case{false, false, 1}, Case{true, true, 1}, Case{true, false, -1}, Case{true, false, 8}}) {
        ++number;
        player.follow(at_second(110), true, 1, false);
        if (!player.heard())
            return number;
        player.follow(at_second(110), silent.playing, silent.speed, silent.muted);
        if (player.heard())
            return 10 + number;
    }
    return 0;
}

int go_on_after_a_long_frame()
{
    const SoundTrack track = long_tone();
    SoundPlayer player{track};
    follow_clock(player, at_second(100), 0.2, 1);
    std::this_thread::sleep_for(std::chrono::milliseconds{800});  // all that was queued has been played
    return is_in_step(player, follow_clock(player, at_second(101), 0.2, 1), 1) ? 0 : 1;
}

int play_without_a_device()
{
    const SoundTrack track = long_tone();
    SoundPlayer player{track};
    if (player.has_device())
        return 1;
    player.follow(at_second(110), true, 1, false);
    if (player.heard())
        return 2;
    std::fputs("after", stderr);  // standard error is back
    return 0;
}

int play_to_a_file()
{
    const SoundTrack track = long_tone();
    SoundPlayer player{track};
    if (!player.has_device())
        return 1;
    follow_clock(player, at_second(100), 1, 1);
    for (int i = 0; i < 20; ++i) {
        player.follow(at_second(101), true, 1, true);
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    return 0;
}

}  // namespace

TEST_CASE("the player follows the clock, through seeks and changes of speed")
{
    const TemporaryFolder folder;
    CHECK(in_a_process("null", folder / "errors", play_on_a_device) == 0);
    CHECK(read_text(folder / "errors").empty());
}

TEST_CASE("paused, muted, backwards and too fast the player is silent at once")
{
    const TemporaryFolder folder;
    CHECK(in_a_process("null", folder / "errors", fall_silent) == 0);
}

TEST_CASE("after a frame that took too long the player goes on where the clock is")
{
    const TemporaryFolder folder;
    CHECK(in_a_process("null", folder / "errors", go_on_after_a_long_frame) == 0);
}

TEST_CASE("without a device the player is silent, and nothing is complained about")
{
    const TemporaryFolder folder;
    CHECK(in_a_process("oss", folder / "errors", play_without_a_device) == 0);
    CHECK(read_text(folder / "errors") == "after");
}

TEST_CASE("what the player plays is the track")
{
    // OpenAL Soft's device that writes a file in place of a sound card.
    const TemporaryFolder folder;
    const Environment config{"ALSOFT_CONF",
                             folder.write("alsoft.conf", "[wave]\nfile = " + folder / "played.wav" + "\n")};
    REQUIRE(in_a_process("wave", folder / "errors", play_to_a_file) == 0);
    const Result<Sound> played = read_wav(folder / "played.wav");
    INFO((played ? "" : played.problem()));
    REQUIRE(played);
    CHECK(played->length_s() > 0.5);
    CHECK(share(spectrum(played->samples), 900, 1100) > 0.95);
    CHECK(power(std::span{played->samples}.last(4800)) == 0);  // muted
}

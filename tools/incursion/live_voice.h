#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "render/sound/sound_player.h"

namespace incursion {

/// Speaks calls while they are made. Words become sound in a thread of its own, since that takes a process for each
/// call; they are heard as soon as they are ready.
class LiveVoice {
public:
    LiveVoice();
    ~LiveVoice();
    LiveVoice(const LiveVoice&) = delete;
    LiveVoice& operator=(const LiveVoice&) = delete;

    void say(const Call& call);
    /// For every frame: so much time has passed since the last one.
    void play(double wall_s, bool is_muted);
    /// Why calls cannot be heard, once; empty where they can.
    std::string take_problem();

private:
    void speak_all();
    void take_spoken();

    std::mutex mutex_;  ///< of the four below
    std::condition_variable asked_;
    std::deque<Call> calls_;
    std::vector<Sound> spoken_;
    std::string problem_;
    bool is_over_ = false;

    Time now_{};  ///< of a clock of its own, which never stands
    SoundTrack track_{{}};
    SoundPlayer player_{track_};
    bool was_told_ = false;
    std::thread thread_;  ///< last: it uses the others
};

}  // namespace incursion

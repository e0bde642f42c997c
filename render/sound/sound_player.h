#pragma once

#include <memory>
#include <optional>

#include "render/sound/sound_track.h"
#include "sim/base/time.h"

namespace incursion {

/// Plays a sound track in step with the clock of a replay, through OpenAL Soft. Where there is no sound device it is
/// silent, which is no error. One per program; used by one thread.
class SoundPlayer {
public:
    /// Opens the default device. While it does, standard error is closed to the whole program, because the libraries
    /// beneath it complain there where they find no device.
    /// REQUIRES: `track` outlives the player.
    explicit SoundPlayer(const SoundTrack& track);
    ~SoundPlayer();
    SoundPlayer(const SoundPlayer&) = delete;
    SoundPlayer& operator=(const SoundPlayer&) = delete;

    bool has_device() const;

    /// To be called for every frame, at least every 0.3 s: the instant that the replay shows, whether its clock runs,
    /// how fast (as in SoundTrack::mix), and whether the user wants to hear nothing. Where the clock and the sound are
    /// apart by more than 0.1 s, as after a seek, the sound goes on from where the clock is, in the middle of a
    /// call if need be.
    void follow(Time now, bool playing, double speed, bool muted);

    /// The instant of the incident that is played just now; nothing while the player is silenced or has no device.
    std::optional<Time> heard() const;

private:
    class Output;
    std::unique_ptr<Output> output_;  ///< null without a device
};

}  // namespace incursion

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "render/sound/transmission.h"

namespace incursion {

/// The fastest film on which calls are still heard; faster, they would follow each other by fragments.
inline constexpr double fastest_speech = 4;

/// The call that is on the radio at an instant, and how loud.
struct HeardCall {
    std::size_t call = 0;  ///< its place in the list of calls
    float level = 0;       ///< root mean square over about 20 ms, in [0, 1]
};

/// The sound of a film of the incident.
///
/// A call starts on the film when its instant is shown and is spoken at its natural rate, however fast the film runs.
/// At the speed of the incident calls that overlap are heard together, as on the air. At any other speed each call
/// ends, faded out over its last 5 ms, where a later one starts, since the film has less or more room for them than
/// they had. Backwards, standing still and faster than fastest_speech nothing is heard.
///
/// Invariant: transmissions are in order of time.
class SoundTrack {
public:
    explicit SoundTrack(std::vector<Transmission> transmissions);

    /// Writes samples first_sample, first_sample + 1, ... of the film that shows `from` at its sample 0 and runs
    /// `speed` times as fast as the incident.
    /// PROMISES: a sample depends on `from`, `speed` and its number only, so that a film sounds the same wherever it
    /// is cut; starts are rounded to the nearest sample; all in [-1, 1].
    void mix(Time from, double speed, std::int64_t first_sample, std::span<float> out) const;

    /// The loudest call at an instant, at the speed of the incident.
    std::optional<HeardCall> heard_at(Time instant) const;

    const std::vector<Transmission>& transmissions() const { return transmissions_; }

private:
    std::vector<Transmission> transmissions_;
    std::vector<std::vector<float>> levels_;  ///< of each transmission, by steps of about 20 ms
};

}  // namespace incursion

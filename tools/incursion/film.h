#pragma once

#include <cstdint>

#include "sim/base/time.h"

namespace incursion {

/// Which instants the frames of a film show.
struct Film {
    TimeSpan span;     ///< of the incident; the last frame may lie just before its end
    double speed = 1;  ///< times as fast as the incident; negative: from its end to its start
    int frames_per_second = 30;

    /// Frame n shows first_instant() + n / frames_per_second * speed, to the nearest nanosecond.
    Time first_instant() const { return speed < 0 ? span.to : span.from; }
    Time instant_of(std::int64_t frame) const;
    /// As many as start within the span, at least one.
    std::int64_t frame_count() const;
    /// Samples of sound that belong to the frames before `frame`.
    std::int64_t samples_before(std::int64_t frame, int samples_per_second) const;
};

}  // namespace incursion

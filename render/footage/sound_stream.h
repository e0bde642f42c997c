#pragma once

#include <cstdint>
#include <deque>
#include <span>

#include "render/footage/container.h"

namespace incursion {

/// The sound of an mp4 (AAC) or webm (Opus), one channel at sound_rate_hz. Every call throws LibavError where it fails.
class SoundStream {
public:
    /// Adds its stream to the container.
    SoundStream(Container& container, const FootageOptions& options);
    /// Keeps samples from -1 to 1 that follow those before.
    void add(std::span<const float> samples);
    /// Encodes what is kept, but no sample from `end` on.
    void encode_until(std::int64_t end);
    /// Brings the sound to the length `end`, with silence or by cutting, and encodes the rest.
    void finish(std::int64_t end);

private:
    void encode_next(std::size_t count);

    Container& container_;
    Libav<AVCodecContext> codec_;
    int stream_ = 0;
    std::deque<float> kept_;
    std::int64_t encoded_ = 0;  ///< samples
};

}  // namespace incursion

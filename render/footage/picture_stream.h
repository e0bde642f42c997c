#pragma once

#include <cstdint>
#include <span>

#include "render/footage/container.h"

namespace incursion {

/// The moving picture of an mp4 (H.264) or webm (VP9): turns RGBA into what the codec takes and encodes it. Colours
/// are ITU-R BT.709 in the limited range, and said to be. Every call throws LibavError where it fails.
class PictureStream {
public:
    /// Adds its stream to the container.
    PictureStream(Container& container, const FootageOptions& options);
    /// The next frame: four bytes a pixel, the fourth ignored; the last row first if bottom_up.
    void add(std::span<const std::uint8_t> rgba, bool bottom_up);
    void finish();
    std::int64_t frames() const { return frames_; }

private:
    Container& container_;
    Libav<AVCodecContext> codec_;
    Libav<SwsContext> scaler_;
    Libav<AVFrame> frame_;
    int stream_ = 0;
    std::int64_t frames_ = 0;
};

}  // namespace incursion

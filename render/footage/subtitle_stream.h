#pragma once

#include "render/footage/container.h"

namespace incursion {

/// The subtitles of an mp4 (3GPP timed text) or webm (WebVTT). They are known before the film is: all of them wait in
/// the container until the pictures have come so far. Every call throws LibavError where it fails.
class SubtitleStream {
public:
    /// Adds its stream to the container.
    SubtitleStream(Container& container, const FootageOptions& options);
    /// REQUIRES: the container has begun.
    void write(const std::vector<Subtitle>& subtitles);

private:
    Container& container_;
    bool is_webm_;
    int stream_;
};

}  // namespace incursion

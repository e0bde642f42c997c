#pragma once

#include <algorithm>
#include <chrono>

namespace incursion {

/// Seconds of the clock on the wall from one frame of a window to the next.
class FrameClock {
public:
    /// Since the last call, or since the clock was made; a quarter of a second at most, so that nothing jumps where the
    /// machine slept.
    double next_s()
    {
        const auto now = std::chrono::steady_clock::now();
        const double since_s = std::chrono::duration<double>(now - last_).count();
        last_ = now;
        return std::min(since_s, 0.25);
    }

private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

}  // namespace incursion

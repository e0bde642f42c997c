#pragma once

#include <chrono>
#include <cstdint>

#include "sim/batch/batch_control.h"
#include "tools/incursion/progress.h"

namespace incursion {

/// Tells how far a batch run has come: inputs, fixes and how many a second, visits so far, time left by the bytes read.
/// As json an object a line: {"inputs", "inputs_of", "bytes", "bytes_of", "fixes", "fixes_per_s", "visits", "left_s"}.
class BatchProgress {
public:
    BatchProgress(ProgressStyle style, std::int64_t inputs, std::int64_t bytes);
    ~BatchProgress();
    BatchProgress(const BatchProgress&) = delete;
    BatchProgress& operator=(const BatchProgress&) = delete;

    void show(const BatchControl& control);
    void clear();
    double elapsed_s() const;

private:
    using Clock = std::chrono::steady_clock;
    ProgressStyle style_;
    std::int64_t inputs_, bytes_;
    Clock::time_point begun_, shown_;
    bool is_drawn_ = false;
};

}  // namespace incursion

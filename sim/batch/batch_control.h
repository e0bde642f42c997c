#pragma once

#include <atomic>
#include <cstdint>

namespace incursion {

/// What a run and whoever watches it have in common; each side may look and write at any moment.
struct BatchControl {
    std::atomic<bool> stop{false};  ///< asks the run to end soon, keeping what is finished

    std::atomic<std::int64_t> inputs{0};  ///< finished
    std::atomic<std::int64_t> bytes{0};   ///< read of inputs as they are stored
    std::atomic<std::int64_t> fixes{0};   ///< analysed
    std::atomic<std::int64_t> visits{0};  ///< found
};

}  // namespace incursion

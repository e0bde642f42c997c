#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/training/look_back.h"

namespace incursion {

/// An instant worth a picture in a debrief.
struct DecisiveMoment {
    Time time{};
    std::string caption;
    std::vector<std::size_t> tasks;  ///< of the lesson, which it is about; may be empty
};

/// When the first call was due, when the airspace was entered, and where most points were lost, at most `most` of them,
/// ascending in time. What lies within five seconds of another is one with it.
std::vector<DecisiveMoment> decisive_moments(const Debrief& debrief, std::size_t most = 6);

}  // namespace incursion

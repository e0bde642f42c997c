#pragma once

#include <string>

#include "sim/base/time.h"

namespace incursion {

/// Something that a plan asked for and the type cannot do; it was flown at the limit.
struct LimitReached {
    TimeSpan span;         ///< while it held the aircraft back
    std::string path;      ///< plan item: `aircraft[0].plan[2]`, or `aircraft[0].start`
    std::string limit;     ///< `stall speed`, `load factor`, `bank`, `roll rate`, `mach`, `cas`, `ceiling`,
                           ///< `climb`, `descent`, `acceleration`
    std::string asked;     ///< with its unit: `109 m/s TAS`
    std::string possible;  ///< `126 m/s TAS`
};

}  // namespace incursion

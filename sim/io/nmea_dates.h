#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "sim/base/diagnostics.h"

namespace incursion {

/// Looks at the dates of an NMEA log for what an old receiver writes: GPS counts weeks in 10 bits (IS-GPS-200, section
/// 20.3.3.3.1.1), so that a date can be 1024 weeks in the past.
class NmeaDates {
public:
    NmeaDates(const std::string& file, Diagnostics& diagnostics) : file_{file}, diagnostics_{diagnostics} {}

    /// A date that a sentence of this talker states; `before` is the one that held so far, if any. Warns at the line,
    /// once.
    void look_at(std::chrono::sys_days date, const std::chrono::sys_days* before, std::string_view talker,
                 std::int64_t line);

private:
    const std::string& file_;
    Diagnostics& diagnostics_;
    bool has_warned_ = false;
};

}  // namespace incursion

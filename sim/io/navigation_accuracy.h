#pragma once

#include <cstdint>
#include <optional>

namespace incursion {

/// One standard deviation in metres of a position whose navigation accuracy category (NACp) an aircraft claims: the
/// radius of 95 % (EPU, RTCA DO-260B table 2-71) over 2.4477, which a circular normal distribution has it at in
/// standard deviations (sqrt(-2 ln 0.05)). Absent for 0, which is unknown, and for what is no category.
std::optional<double> navigation_accuracy_m(std::int64_t category);

}  // namespace incursion

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "sim/base/time.h"
#include "sim/model/activation.h"

namespace incursion {

/// What lies in both; empty where nothing does.
TimeSpan common_span(const TimeSpan& a, const TimeSpan& b);

/// Only what lies in `bounds`; the bounds themselves where it is always active, which is no activation.
Activation bounded(const std::optional<Activation>& activation, const TimeSpan& bounds);

/// The same for bounds that ascend and are apart. Nothing where that would take more than `most_parts` spans and weekly
/// hours: each falls apart at every gap between the bounds.
std::optional<Activation> bounded(const std::optional<Activation>& activation, const std::vector<TimeSpan>& bounds,
                                  std::size_t most_parts);

/// Time that is given out once: whoever comes later gets what the others have left.
class UntakenTime {
public:
    /// What is left of `wanted`: ascending and apart.
    std::vector<TimeSpan> take(const TimeSpan& wanted);

private:
    std::map<Time, Time> taken_;  ///< from, to: apart, not even touching
};

}  // namespace incursion

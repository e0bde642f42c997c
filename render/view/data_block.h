#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/view/view_state.h"
#include "sim/analysis/track_outlook.h"

namespace incursion {

/// What stands beside an aircraft, line by line, numbers as in wording.h:
///   1. its label;
///   2. its altitude (hundreds of feet in three digits, or whole metres; `---` where not known), an arrow while it
///      climbs or sinks, and its ground speed in knots or km/h: `190↑ 317`;
///   3. the airspace whose border matters and how far that border is, with `IN` while inside: `AAA 3.1`, `AAA IN 0.42`
///      (nmi or km). Missing where there is no such border.
std::vector<std::string> data_block_lines(const std::string& label, const Motion& motion,
                                          const std::optional<ForeignBorder>& border, LengthUnit unit);

/// In an exercise: the same without the border; in its place what the trainee knows of the aircraft, if anything.
std::vector<std::string> exercise_block_lines(const std::string& label, const Motion& motion, const std::string& known,
                                              LengthUnit unit);

}  // namespace incursion

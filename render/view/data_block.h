#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/view/view_state.h"
#include "sim/analysis/track_outlook.h"

namespace incursion {

/// What stands beside an aircraft, line by line:
///   1. its label;
///   2. its altitude, an arrow while it climbs or sinks by more than 1.5 m/s (300 ft/min), and its ground speed;
///   3. the airspace whose border matters, `IN` while inside it, and how far that border is.
/// In nautical miles: hundreds of feet in three digits (`190`), whole knots, nautical miles with one decimal (from
/// 100 without). In kilometres: whole metres, whole km/h, kilometres likewise. The altitude is `---` where it is not
/// known; line 3 is missing where there is no such border.
std::vector<std::string> data_block_lines(const std::string& label, const Motion& motion,
                                          const std::optional<ForeignBorder>& border, LengthUnit unit);

/// A length in the unit of the view: `3.1`, `112`.
std::string distance_text(double length_m, LengthUnit unit);
/// `nmi`, `km`.
const char* unit_name(LengthUnit unit);
double metres_per(LengthUnit unit);

}  // namespace incursion

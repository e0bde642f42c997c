#pragma once

#include <vector>

#include "render/view/border_lines.h"
#include "render/view/replay.h"

namespace incursion {

inline constexpr double lit_near_m = 5e3;
/// Beyond that the way between entry and exit is not what a visit is about.
inline constexpr double lit_farthest_chord_m = 60e3;

/// The part of a border that a visit is about: from where the aircraft came in to where it went out along the border,
/// the shorter way. Where the two are not on one line of it (or the aircraft was inside at the first or last of its
/// fixes, or came through floor or ceiling), what lies within 5 km of either. Runs along the border to 20 m; may
/// be nothing.
std::vector<PlaceLine> lit_border(const Replay& replay, const Visit& visit);

}  // namespace incursion

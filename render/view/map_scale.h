#pragma once

#include <string>

#include "render/view/view_state.h"

namespace incursion {

/// Metres between range rings: 1, 2, 2.5 or 5 times a power of ten of the view's unit, whichever gives nearest to
/// four rings (by ratio).
double ring_step_m(double range_m, LengthUnit unit);

/// How far the buffer of borders reaches: the view's, or where it leaves that open 5 nmi (10 km), in a close look the
/// largest 1, 2 or 5 times a power of ten that is no more than a fifth of the range.
double buffer_of_m(const ViewState& view);

/// A number without needless digits and its unit: `25`, `2.5`.
std::string ring_text(double length_m, LengthUnit unit);

}  // namespace incursion

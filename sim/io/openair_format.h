#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "sim/io/airspace_format.h"

namespace incursion {

/// OpenAir 1 (WinPilot) and 2.1 (Naviter), in UTF-8 or ISO-8859-1. AC, AN, AY, AL, AH, AA and the shape are read
/// (openair_shape.h, openair_limit.h); frequencies, codes, ids and labels are passed over. A class A to G of AC is the
/// class, anything else there the type. AA spans are the activation, `AA NONE` is never; without AA it is always
/// active. Bearings are true, a number without a unit is feet, one without a datum above mean sea level. Sides between
/// points run as `edges` of the source says, for the format leaves it open. Errors: a line that cannot be understood, a
/// second limit that differs, no shape, airways (DY).
bool fits_openair(std::string_view ending, std::string_view start);
std::vector<AirspaceRecord> read_openair(InputBytes& input, EdgeReading edges, Diagnostics& diagnostics);

/// The same, and an error where its airspaces have more than `most_points` together; ten million above, which is some
/// times what the airspaces of the whole world have. A line of ten bytes can draw thousands.
std::vector<AirspaceRecord> read_openair(InputBytes& input, std::size_t most_points, Diagnostics& diagnostics);

}  // namespace incursion

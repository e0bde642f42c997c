#pragma once

#include <string_view>
#include <vector>

#include "sim/io/airspace_format.h"

namespace incursion {

/// Airspaces of the OpenAIP core API (docs.openaip.net) as it answers: a list, a page `{"items": [...]}`, one airspace,
/// or GeoJSON whose properties are those (its exports) or those of converters (`upperCeiling`, `lowerCeiling`,
/// `activationTimes`). Codes are read as numbers or words. Sides between points run as `edges` of the source says.
///
/// Operating hours are UTC, day 0 is Monday. What depends on the sun is taken from or to midnight, with a warning. What
/// is active by NOTAM is taken as always active (on the day that says so), with a note, for the file knows of none:
/// better an incursion to be looked at than one unseen. activeFrom and activeUntil bound all of it.
/// lowerLimitMin and upperLimitMax, by which a limit varies with the ground, are not applied, which is told.
bool fits_openaip(std::string_view ending, std::string_view start);
std::vector<AirspaceRecord> read_openaip(InputBytes& input, EdgeReading edges, Diagnostics& diagnostics);

}  // namespace incursion

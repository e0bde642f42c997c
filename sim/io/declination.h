#pragma once

#include <string>

#include "sim/base/angle.h"
#include "sim/base/result.h"
#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"

namespace incursion {

/// By how much magnetic north lies east of true north (negative: west of it), at sea level, by the World Magnetic
/// Model of that time: `wmm2015.wmm` for the five years from the beginning of 2015, in the first of
/// data_folders(scenario, "magnetic") that has it. Good to about half a degree, worse near the magnetic poles (WMM2015
/// technical report, doi 10.7289/V5TB14V7, section 3). A model is not stretched beyond its five years.
/// Reads the model's file each time. The problem says which file was looked for and where, or what is wrong with it.
/// REQUIRES: is_valid(place).
Result<Angle> declination_at(LonLat place, Time time, const std::string& scenario);

}  // namespace incursion

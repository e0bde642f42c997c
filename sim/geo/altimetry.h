#pragma once

#include <optional>

#include "sim/geo/lon_lat.h"

namespace incursion {

// How heights of different zeros are brought to each other.

/// The altitude in the ISA at which the air has that pressure (ICAO Doc 7488/3, section 1.2.7, solved for the altitude);
/// geopotential metres. 0 at 1013.25 hPa. REQUIRES: 226.32 to 1100 hPa, which is the troposphere.
double pressure_altitude_m(double pressure_hpa);

/// By how much pressure altitudes are greater than altitudes above mean sea level while the altimeter setting is `qnh`:
/// the scale of an altimeter is the ISA's, and its setting moves it as a whole by the ISA altitude of that pressure. So
/// this is one number for all heights: 0 at 1013.25 hPa, about -139 m at 1030. What the air's temperature adds to that
/// (some 4 % of the height for 10 degrees off the ISA) is in no altimeter.
double pressure_over_msl_m(double qnh_hpa);

/// Height of mean sea level above the WGS-84 ellipsoid: EGM96 on its grid of 15 minutes, bilinear, as PROJ has it
/// (egm96_15.gtx; NASA/TP-1998-206861: good to 0.5 to 1 m). The height above mean sea level is that above the ellipsoid
/// less this. Nothing where the grid is not installed. Threads may call it together.
std::optional<double> geoid_height_m(LonLat place);

}  // namespace incursion

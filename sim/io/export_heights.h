#pragma once

#include <optional>

#include "sim/base/diagnostics.h"
#include "sim/geo/lon_lat.h"
#include "sim/geo/vertical.h"
#include "sim/io/export_incident.h"

namespace incursion {

/// Takes heights from one zero to another by the geoid (geoid_height_m), within a metre or two of true mean sea level.
/// Where its grid is not installed nothing can be taken from one to the other, and is_known() is false.
class GeoidHeights {
public:
    bool is_known() const;
    /// Of the geoid above the WGS-84 ellipsoid, metres; 0 without the grid.
    double undulation_m(LonLat place) const;
    /// Altitudes of pressure count as above mean sea level: how high they truly are nobody can tell without the
    /// weather.
    double above_ellipsoid_m(LonLat place, double altitude_m, AltitudeDatum datum) const;
    double above_sea_m(LonLat place, double altitude_m, AltitudeDatum datum) const;
};

/// Tells of tracks whose altitudes a format cannot hold as they are: notes of pressure altitudes, which are taken as if
/// above mean sea level, and warnings where the grid is missing and heights stay from their own zero.
/// `wanted`: msl or ellipsoid, whichever the format counts from.
void tell_of_heights(const ExportedIncident& incident, AltitudeDatum wanted, const GeoidHeights& geoid,
                     Diagnostics& diagnostics);

}  // namespace incursion

#pragma once

#include <optional>

#include "sim/base/diagnostics.h"
#include "sim/geo/lon_lat.h"
#include "sim/geo/vertical.h"
#include "sim/io/export_incident.h"

namespace incursion {

/// Takes heights from one zero to another: those above the ellipsoid by the geoid (geoid_height_m), within a metre or two
/// of true mean sea level, pressure altitudes by the altimeter setting, as the analysis does. Where the geoid's grid is
/// not installed nothing can be taken to or from the ellipsoid, and is_known() is false.
class HeightChange {
public:
    explicit HeightChange(double pressure_over_msl_m) : pressure_over_msl_m_{pressure_over_msl_m} {}

    bool is_known() const;
    /// Of the geoid above the WGS-84 ellipsoid, metres; 0 without the grid.
    double undulation_m(LonLat place) const;
    double above_ellipsoid_m(LonLat place, double altitude_m, AltitudeDatum datum) const;
    double above_sea_m(LonLat place, double altitude_m, AltitudeDatum datum) const;

private:
    double pressure_over_msl_m_;
};

/// Tells of tracks whose altitudes a format cannot hold as they are: notes of pressure altitudes, which are taken to mean
/// sea level by the altimeter setting, and warnings where the grid is missing and heights stay from their own zero.
/// `wanted`: msl or ellipsoid, whichever the format counts from.
void tell_of_heights(const ExportedIncident& incident, AltitudeDatum wanted, const HeightChange& geoid,
                     Diagnostics& diagnostics);

}  // namespace incursion

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/geo/lon_lat.h"
#include "sim/geo/vertical.h"
#include "sim/model/airspace.h"

namespace incursion {

/// Part of the Earth between two meridians and two parallels; longitudes run on beyond 180 degrees, `east` is less than
/// a turn from `west` or all the way round.
struct ExportBox {
    double west_deg = 0, east_deg = 0;
    double south_deg = 0, north_deg = 0;
};

/// About these places, larger on each side by half of its extent and by 60 km at least; all longitudes where a pole is
/// near. REQUIRES: at least one place.
ExportBox box_about(const std::vector<LonLat>& places);

/// A surface with holes: the first ring is its outer one. Rings are closed: the last place is the first.
/// Longitudes in [-180, 180].
struct ExportedPolygon {
    std::vector<std::vector<LonLat>> rings;
};

/// An airspace near the incident, cut off at the box.
struct ExportedAirspace {
    std::size_t place = 0;  ///< in Airspaces::list
    std::string key;
    std::string owner;
    VerticalLimit floor;
    VerticalLimit ceiling;
    std::string activation;                  ///< as parse_activation reads it; empty: always active
    std::vector<ExportedPolygon> polygons;   ///< for filling; their sides may run along the box
    std::vector<std::vector<LonLat>> lines;  ///< the border alone, without sides of the box; longitudes in [-180, 180]
};

/// The airspaces that reach into the box. Rings are read even-odd, as everywhere. Sides longer than a twentieth of a
/// degree (5.6 km) have more places on them, so that programs that join places in another way than `airspaces.edges`
/// says draw nearly the same line (a great circle leaves a parallel by 0.6 m times the tangent of latitude there).
/// A warning tells where polygons could not be cut, and only the lines are there.
std::vector<ExportedAirspace> exported_airspaces(const Airspaces& airspaces, const ExportBox& box,
                                                 Diagnostics& diagnostics);

}  // namespace incursion

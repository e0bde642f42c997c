#pragma once

#include <vector>

#include "sim/border/border_index.h"
#include "tools/incursion/html_map_view.h"

namespace incursion {

using SvgLine = std::vector<SvgPoint>;

/// The parts of a line within the picture, and `margin` units around it.
std::vector<SvgLine> clipped(const SvgLine& line, const MapView& view, double margin = 4);

/// What a closed line leaves of the picture, likewise, as one closed line that may run along its own frame: right where
/// it is filled even-odd.
SvgLine clipped_area(const SvgLine& ring, const MapView& view, double margin = 4);

/// The line without points that lie within `tolerance` units of what is left (Douglas and Peucker, The Canadian
/// Cartographer 10 (1973), 112-122).
SvgLine simplified(const SvgLine& line, double tolerance = 0.35);

/// Adds an edge or leg to a line that ends where it begins: bent where the map bends it.
void add_bent(SvgLine& line, LonLat from, LonLat to, bool geodesic, const MapView& view);

/// What a map shows of an airspace.
struct MapOutline {
    std::vector<SvgLine> areas;    ///< closed, to be filled even-odd
    std::vector<SvgLine> borders;  ///< its sides, without the frame
    bool is_empty() const { return areas.empty() && borders.empty(); }
};

/// Areas are turned over where what they say of a place far from every border is not what the index says: so it is with
/// an airspace that holds the antipode.
MapOutline outline_of(AirspaceId id, const Airspaces& airspaces, const BorderIndex& index, const MapView& view);

/// Its sides alone, of an airspace that has no index.
std::vector<SvgLine> borders_of(const Airspace& airspace, EdgeReading edges, const MapView& view);

/// From a point to the nearest of the lines, in units.
double distance_to_lines(const std::vector<SvgLine>& lines, SvgPoint point);

/// Whether a point lies in areas read even-odd.
bool is_within(const std::vector<SvgLine>& areas, SvgPoint point);

}  // namespace incursion

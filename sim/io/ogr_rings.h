#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <ogr_geometry.h>

#include "sim/base/result.h"
#include "sim/geo/ring.h"
#include "sim/io/ogr_to_wgs84.h"

namespace incursion {

/// What was odd about the geometries read so far, for one note each.
struct RingOddities {
    long repeated_points = 0;    ///< neighbours at one place, dropped
    long clamped_latitudes = 0;  ///< beyond a pole by no more than rounding
    long curves = 0;             ///< geometries with arcs, read as short straight sides
    long heights = 0;            ///< geometries with heights, which are ignored
};

/// The rings of one geometry and what the user should know about them.
struct RingsRead {
    std::vector<Ring> rings;
    std::vector<std::string> warnings;
};

/// Turns OGR geometries of one layer into rings in WGS-84 longitude and latitude.
class RingReader {
public:
    /// `reference` is the layer's; null stands for WGS-84 longitude and latitude. The problem says that no
    /// way from it to WGS-84 is known.
    static Result<RingReader> make(const OGRSpatialReference* reference);

    /// Polygons, collections of them, and curved ones (arcs by steps of a tenth of a degree). Closing and
    /// repeated points are dropped, then rings of fewer than three places, with a warning. The problem says why
    /// there is nothing to read: no area, a coordinate that is not finite or no place on Earth.
    Result<RingsRead> read(const OGRGeometry& geometry);

    const RingOddities& oddities() const { return oddities_; }
    /// Where coordinates are transformed: from what, and how well.
    const std::optional<std::string>& transformed() const { return way_.transformed(); }
    bool exact() const { return way_.exact(); }

private:
    explicit RingReader(ToWgs84 way) : way_{std::move(way)} {}
    std::optional<Problem> add_geometry(const OGRGeometry& geometry, RingsRead& read);
    std::optional<Problem> add_polygon(const OGRPolygon& polygon, RingsRead& read);
    std::optional<Problem> add_ring(const OGRLinearRing& line, RingsRead& read);
    std::optional<Problem> transform();

    ToWgs84 way_;
    RingOddities oddities_;
    std::vector<double> x_, y_;  // kept between rings, so that memory is asked for once
};

}  // namespace incursion

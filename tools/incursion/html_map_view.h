#pragma once

#include <vector>

#include "sim/border/border_index.h"
#include "sim/geo/lon_lat.h"
#include "tools/incursion/html_svg.h"

namespace incursion {

/// What part of the Earth a map shows, and how: azimuthal equidistant about the middle on WGS-84, so that distances and
/// directions from there are true (Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395, chapter 25,
/// with geodesics in place of great circles). Every place but the antipode has its point, poles and the 180th meridian
/// are ordinary ones. Far outside the picture the Earth is taken as a sphere: nobody sees the difference.
class MapView {
public:
    /// REQUIRES: all numbers but the place's are positive.
    MapView(LonLat middle, double half_width_m, double width, double height);

    /// In units of the picture.
    SvgPoint at(LonLat place) const;
    /// The place at a point of the picture, to the size of the Earth.
    LonLat place_at(SvgPoint point) const;
    double units_per_m() const { return scale_; }
    double metres(double units) const { return units / scale_; }
    /// Within the picture, or that many units outside.
    bool shows(SvgPoint point, double margin = 0) const;
    /// From the middle to a corner.
    double radius_m() const;

    LonLat middle() const { return middle_; }
    double width() const { return width_; }
    double height() const { return height_; }

private:
    LonLat middle_;
    double width_, height_, scale_;
    double sin_lat_, cos_lat_, exact_within_rad_;
};

/// What the picture holds, near enough: longitudes around that of the middle, all of them where it shows a pole.
LonLatBox lon_lat_box(const MapView& view);

/// The smallest view of that shape that holds all places, with a margin of that share of its width.
/// REQUIRES: at least one place.
MapView view_of(const std::vector<LonLat>& places, double width, double height, double margin,
                double least_half_width_m);

}  // namespace incursion

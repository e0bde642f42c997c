#include "sim/io/ogr_table_geometry.h"

#include <cassert>
#include <limits>

#include "sim/io/path_pieces.h"
#include "sim/io/write_visit_json.h"

namespace incursion {

namespace {

double seconds_since_1970(const PathPoint& point)
{
    return to_seconds(point.time.time_since_epoch());
}

std::unique_ptr<OGRGeometry> point_geometry(const PathPoint& point, std::optional<double> height_m)
{
    const double lon_deg = reported_lon(point.place);
    auto geometry = height_m ? std::make_unique<OGRPoint>(lon_deg, point.place.lat_deg, *height_m)
                             : std::make_unique<OGRPoint>(lon_deg, point.place.lat_deg);
    geometry->setM(seconds_since_1970(point));
    return geometry;
}

}  // namespace

OGRwkbGeometryType OgrTableGeometry::type() const
{
    switch (shape_) {
    case RowShape::none: return wkbNone;
    case RowShape::point: return wkbPointZM;
    case RowShape::path: return wkbMultiLineStringZM;
    }
    return wkbNone;
}

std::unique_ptr<OGRGeometry> OgrTableGeometry::make(std::span<const PathPoint> points) const
{
    if (shape_ == RowShape::none)
        return nullptr;
    assert(!points.empty());
    const bool known = has_heights(points);
    const bool with_height = known || heights_always_;
    const auto height_m = [&](const PathPoint& point) {
        return known ? *point.altitude_m : std::numeric_limits<double>::quiet_NaN();
    };
    if (shape_ == RowShape::point)
        return point_geometry(points.front(), with_height ? std::optional{height_m(points.front())} : std::nullopt);
    auto lines = std::make_unique<OGRMultiLineString>();
    for (const std::vector<PathPoint>& piece : path_pieces(points)) {
        auto line = std::make_unique<OGRLineString>();
        line->setNumPoints(static_cast<int>(piece.size()));
        for (int i = 0; const PathPoint& point : piece) {
            if (with_height)
                line->setPoint(i, point.place.lon_deg, point.place.lat_deg, height_m(point), seconds_since_1970(point));
            else
                line->setPointM(i, point.place.lon_deg, point.place.lat_deg, seconds_since_1970(point));
            ++i;
        }
        lines->addGeometryDirectly(line.release());
    }
    return lines;
}

}  // namespace incursion

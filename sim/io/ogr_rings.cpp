#include "sim/io/ogr_rings.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <memory>
#include <utility>

#include <fmt/format.h>

namespace incursion {

namespace {

constexpr double arc_step_deg = 0.1;
// A tenth of a millimetre: how far rounding carries a pole's latitude in files that are otherwise sound.
constexpr double latitude_rounding_deg = 1e-9;
constexpr std::size_t most_points = INT_MAX / 2;

/// Fewer than three different places have no inside.
bool has_area(const std::vector<LonLat>& points)
{
    const auto second = std::find_if(points.begin(), points.end(), [&](LonLat p) { return p != points.front(); });
    return std::find_if(second, points.end(), [&](LonLat p) { return p != points.front() && p != *second; }) !=
           points.end();
}

}  // namespace

Result<RingReader> RingReader::make(const OGRSpatialReference* reference)
{
    auto way = ToWgs84::make(reference);
    if (!way)
        return Problem{way.problem()};
    return RingReader{std::move(way).value()};
}

Result<RingsRead> RingReader::read(const OGRGeometry& geometry)
{
    std::unique_ptr<OGRGeometry> linear;
    if (geometry.hasCurveGeometry(true)) {
        ++oddities_.curves;
        linear.reset(geometry.getLinearGeometry(arc_step_deg));
        if (!linear)
            return Problem{"its arcs cannot be read"};
    }
    oddities_.heights += geometry.Is3D() ? 1 : 0;
    RingsRead read;
    if (auto problem = add_geometry(linear ? *linear : geometry, read))
        return std::move(*problem);
    if (read.rings.empty())
        return Problem{"it holds no area"};
    return read;
}

std::optional<Problem> RingReader::add_geometry(const OGRGeometry& geometry, RingsRead& read)
{
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    if (type == wkbPolygon || type == wkbTriangle)
        return add_polygon(*geometry.toPolygon(), read);
    if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
        for (const OGRGeometry* part : *geometry.toGeometryCollection())
            if (auto problem = add_geometry(*part, read))
                return problem;
        return std::nullopt;
    }
    // Nothing flies inside of a point or a line, so a collection loses nothing without them.
    read.warnings.push_back(fmt::format("a {} has no area and is left out", geometry.getGeometryName()));
    return std::nullopt;
}

std::optional<Problem> RingReader::add_polygon(const OGRPolygon& polygon, RingsRead& read)
{
    for (const OGRLinearRing* ring : polygon)
        if (auto problem = add_ring(*ring, read))
            return problem;
    return std::nullopt;
}

std::optional<Problem> RingReader::add_ring(const OGRLinearRing& line, RingsRead& read)
{
    const auto n = static_cast<std::size_t>(line.getNumPoints());
    if (n > most_points)
        return Problem{"a ring has too many points"};
    x_.resize(n);
    y_.resize(n);
    line.getPoints(x_.data(), sizeof(double), y_.data(), sizeof(double));
    if (n > 1 && (x_.front() != x_.back() || y_.front() != y_.back()))
        read.warnings.push_back(fmt::format("a ring of {} points is not closed; its last point is joined to its first",
                                            n));
    if (auto problem = transform())
        return problem;
    Ring ring;
    ring.points.reserve(n);
    for (std::size_t i = 0; i < n; ++i) {
        LonLat p{x_[i], y_[i]};
        if (std::abs(p.lat_deg) > 90 && std::abs(p.lat_deg) <= 90 + latitude_rounding_deg) {
            p.lat_deg = std::copysign(90, p.lat_deg);
            ++oddities_.clamped_latitudes;
        }
        if (!is_valid(p))
            return Problem{fmt::format("({}, {}) is no longitude and latitude{}", x_[i], y_[i],
                                       way_.has_reference() ? "" : "; the file names no reference system, give it the right "
                                                             "one (ogr2ogr -a_srs)")};
        if (ring.points.empty() || ring.points.back() != p)
            ring.points.push_back(p);
        else
            ++oddities_.repeated_points;
    }
    while (ring.points.size() > 1 && ring.points.front() == ring.points.back())
        ring.points.pop_back();
    if (has_area(ring.points))
        read.rings.push_back(std::move(ring));
    else
        read.warnings.push_back(fmt::format("a ring of {} points has no area and is left out", n));
    return std::nullopt;
}

std::optional<Problem> RingReader::transform()
{
    for (std::size_t i = 0; i < x_.size(); ++i)
        if (!std::isfinite(x_[i]) || !std::isfinite(y_[i]))
            return Problem{fmt::format("point {} of a ring is not finite", i)};
    if (x_.empty())
        return std::nullopt;
    const double x = x_.front();
    const double y = y_.front();
    if (const auto bad = way_.transform(x_, y_))
        return Problem{fmt::format("point {} of the ring that begins at ({}, {}) has no place in WGS-84; are these "
                                   "coordinates really in {}?", *bad, x, y, way_.transformed().value_or("WGS-84"))};
    return std::nullopt;
}

}  // namespace incursion

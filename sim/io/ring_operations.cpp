#include "sim/io/ring_operations.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <utility>

#include <ogr_geometry.h>

#include "sim/io/ogr_session.h"

namespace incursion {

namespace {

using Geometry = std::unique_ptr<OGRGeometry>;

constexpr double sliver = 1e-6;

bool winds(const std::vector<Ring>& rings)
{
    return std::any_of(rings.begin(), rings.end(), [](const Ring& ring) { return winding_of(ring) != 0; });
}

Geometry polygon_of_ring(const Ring& ring, double near_lon_deg)
{
    auto line = std::make_unique<OGRLinearRing>();
    double lon = lon_near(ring.points.front().lon_deg, near_lon_deg);
    double before = ring.points.front().lon_deg;
    for (const LonLat p : ring.points) {
        lon += side_end_lon(before, p.lon_deg) - before;  // runs on across the 180th meridian
        before = p.lon_deg;
        line->addPoint(lon, p.lat_deg);
    }
    line->closeRings();
    auto polygon = std::make_unique<OGRPolygon>();
    polygon->addRingDirectly(line.release());
    return polygon;
}

/// The even-odd area of rings; null where one is not simple.
Geometry area_of(const std::vector<Ring>& rings, double near_lon_deg)
{
    Geometry area;
    for (const Ring& ring : rings) {
        if (ring.points.size() < 3)
            continue;
        Geometry polygon = polygon_of_ring(ring, near_lon_deg);
        if (!polygon->IsValid())
            return nullptr;
        area = area ? Geometry{area->SymDifference(polygon.get())} : std::move(polygon);
        if (!area)
            return nullptr;
    }
    return area;
}

void add_rings(const OGRPolygon& polygon, std::vector<Ring>& rings)
{
    for (const OGRLinearRing* line : polygon) {
        Ring& ring = rings.emplace_back();
        for (int i = 0; i + 1 < line->getNumPoints(); ++i)
            ring.points.push_back({wrapped_lon(line->getX(i)), line->getY(i)});
    }
}

std::vector<Ring> rings_of_area(const OGRGeometry& area)
{
    std::vector<Ring> rings;
    if (wkbFlatten(area.getGeometryType()) == wkbPolygon) {
        add_rings(*area.toPolygon(), rings);
    } else if (OGR_GT_IsSubClassOf(wkbFlatten(area.getGeometryType()), wkbGeometryCollection)) {
        for (const OGRGeometry* part : *area.toGeometryCollection())
            if (wkbFlatten(part->getGeometryType()) == wkbPolygon)
                add_rings(*part->toPolygon(), rings);
    }
    return rings;
}

double area_deg2(const OGRGeometry* geometry)
{
    if (geometry == nullptr)
        return 0;
    if (const auto type = wkbFlatten(geometry->getGeometryType()); type == wkbPolygon)
        return geometry->toPolygon()->get_Area();
    else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection))
        return geometry->toGeometryCollection()->get_Area();
    return 0;
}

}  // namespace

std::optional<std::vector<Ring>> combined_rings(std::vector<Ring> a, std::vector<Ring> b, AreaOperation operation)
{
    const OgrMessages silent;
    const auto is_short = [](const Ring& ring) { return ring.points.size() < 3; };
    std::erase_if(a, is_short);
    std::erase_if(b, is_short);
    if (a.empty() || b.empty() || winds(a) || winds(b))
        return std::nullopt;
    const double near_lon_deg = a.front().points.front().lon_deg;
    const Geometry first = area_of(a, near_lon_deg), second = area_of(b, near_lon_deg);
    if (!first || !second)
        return std::nullopt;
    const Geometry common{first->Intersection(second.get())};
    if (!common)
        return std::nullopt;
    const double least = std::min(area_deg2(first.get()), area_deg2(second.get()));
    const double shared = area_deg2(common.get());
    if ((operation == AreaOperation::unite && shared <= sliver * least) ||
        (operation == AreaOperation::subtract && shared >= (1 - sliver) * area_deg2(second.get()))) {
        std::move(b.begin(), b.end(), std::back_inserter(a));
        return a;
    }
    const Geometry result{operation == AreaOperation::unite      ? first->Union(second.get())
                          : operation == AreaOperation::subtract ? first->Difference(second.get())
                                                                 : common->clone()};
    return result ? std::optional{rings_of_area(*result)} : std::nullopt;
}

}  // namespace incursion

#include "sim/io/export_polygons.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <ogr_geometry.h>

#include "sim/io/ogr_session.h"

namespace incursion {

namespace {

using AnyShape = std::unique_ptr<OGRGeometry>;

AnyShape polygon_of(const std::vector<LonLat>& ring)
{
    auto line = std::make_unique<OGRLinearRing>();
    for (const LonLat& place : ring)
        line->addPoint(place.lon_deg, place.lat_deg);
    line->closeRings();
    auto polygon = std::make_unique<OGRPolygon>();
    polygon->addRingDirectly(line.release());
    return polygon;
}

/// Its polygons alone: lines and points along which a surface touched the box go.
AnyShape surfaces_of(AnyShape geometry)
{
    if (!geometry || wkbFlatten(geometry->getGeometryType()) != wkbGeometryCollection)
        return geometry;
    auto polygons = std::make_unique<OGRMultiPolygon>();
    for (const OGRGeometry* part : *geometry->toGeometryCollection()) {
        const auto type = wkbFlatten(part->getGeometryType());
        if (type == wkbPolygon)
            polygons->addGeometry(part);
        else if (type == wkbMultiPolygon)
            for (const OGRPolygon* polygon : *part->toMultiPolygon())
                polygons->addGeometry(polygon);
    }
    return polygons;
}

bool is_counterclockwise(const std::vector<LonLat>& closed)
{
    double twice_area = 0;
    for (std::size_t i = 1; i < closed.size(); ++i)
        twice_area += (closed[i - 1].lon_deg - closed[0].lon_deg) * (closed[i].lat_deg - closed[0].lat_deg) -
                      (closed[i].lon_deg - closed[0].lon_deg) * (closed[i - 1].lat_deg - closed[0].lat_deg);
    return twice_area > 0;
}

std::vector<LonLat> places_of(const OGRLinearRing& ring, bool counterclockwise)
{
    std::vector<LonLat> places;
    for (int i = 0; i < ring.getNumPoints(); ++i)
        places.push_back({ring.getX(i), ring.getY(i)});
    if (is_counterclockwise(places) != counterclockwise)
        std::reverse(places.begin(), places.end());
    return places;
}

void append_polygons(std::vector<ExportedPolygon>& polygons, const OGRGeometry& geometry)
{
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPolygon: {
        const OGRPolygon& polygon = *geometry.toPolygon();
        if (polygon.IsEmpty())
            return;
        ExportedPolygon exported{{places_of(*polygon.getExteriorRing(), true)}};
        for (int i = 0; i < polygon.getNumInteriorRings(); ++i)
            exported.rings.push_back(places_of(*polygon.getInteriorRing(i), false));
        polygons.push_back(std::move(exported));
        return;
    }
    case wkbMultiPolygon:
        for (const OGRGeometry* part : *geometry.toGeometryCollection())
            append_polygons(polygons, *part);
        return;
    default: return;
    }
}

}  // namespace

std::optional<std::vector<ExportedPolygon>> even_odd_polygons(const std::vector<std::vector<LonLat>>& rings)
{
    const OgrMessages quiet;
    std::vector<ExportedPolygon> polygons;
    AnyShape whole;
    for (const std::vector<LonLat>& ring : rings) {
        AnyShape valid = surfaces_of(AnyShape{polygon_of(ring)->MakeValid()});
        if (!valid)
            return std::nullopt;
        whole = whole ? surfaces_of(AnyShape{whole->SymDifference(valid.get())}) : std::move(valid);
        if (!whole)
            return std::nullopt;
    }
    if (whole)
        append_polygons(polygons, *whole);
    return polygons;
}

}  // namespace incursion

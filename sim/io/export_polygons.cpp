#include "sim/io/export_polygons.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <ogr_geometry.h>

#include "sim/io/ogr_session.h"

namespace incursion {

namespace {

using AnyShape = std::unique_ptr<OGRGeometry>;

std::unique_ptr<OGRMultiLineString> lines_of(const std::vector<std::vector<LonLat>>& rings)
{
    auto lines = std::make_unique<OGRMultiLineString>();
    for (const std::vector<LonLat>& ring : rings) {
        auto line = std::make_unique<OGRLineString>();
        for (const LonLat& place : ring)
            line->addPoint(place.lon_deg, place.lat_deg);
        line->addPoint(ring.front().lon_deg, ring.front().lat_deg);
        lines->addGeometryDirectly(line.release());
    }
    return lines;
}

/// Where the rings meet a parallel: longitudes in ascending order. REQUIRES: no place lies on it.
std::vector<double> meetings(const std::vector<std::vector<LonLat>>& rings, double lat_deg)
{
    std::vector<double> lons;
    for (const std::vector<LonLat>& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const LonLat& from = ring[i];
            const LonLat& to = ring[(i + 1) % ring.size()];
            if ((from.lat_deg > lat_deg) != (to.lat_deg > lat_deg))
                lons.push_back(from.lon_deg +
                               (lat_deg - from.lat_deg) / (to.lat_deg - from.lat_deg) * (to.lon_deg - from.lon_deg));
        }
    std::sort(lons.begin(), lons.end());
    return lons;
}

bool is_within(const std::vector<std::vector<LonLat>>& rings, LonLat place)
{
    const std::vector<double> lons = meetings(rings, place.lat_deg);
    const auto west = std::lower_bound(lons.begin(), lons.end(), place.lon_deg) - lons.begin();
    return west % 2 == 1;
}

/// A place well inside a face: in the middle of the widest stretch on the parallel that is farthest from its corners.
LonLat place_inside(const std::vector<std::vector<LonLat>>& face)
{
    std::vector<double> lats;
    for (const std::vector<LonLat>& ring : face)
        for (const LonLat& place : ring)
            lats.push_back(place.lat_deg);
    std::sort(lats.begin(), lats.end());
    std::size_t widest = 1;
    for (std::size_t i = 1; i < lats.size(); ++i)
        if (lats[i] - lats[i - 1] > lats[widest] - lats[widest - 1])
            widest = i;
    const double lat_deg = lats[widest - 1] + (lats[widest] - lats[widest - 1]) / 2;
    const std::vector<double> lons = meetings(face, lat_deg);
    LonLat inside{lons.empty() ? face.front().front().lon_deg : lons.front(), lat_deg};
    double length = 0;
    for (std::size_t i = 0; i + 1 < lons.size(); i += 2)
        if (lons[i + 1] - lons[i] > length) {
            length = lons[i + 1] - lons[i];
            inside.lon_deg = lons[i] + length / 2;
        }
    return inside;
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
    if (rings.empty())
        return polygons;
    // MakeValid will not do: it takes what a ring goes round twice for inside.
    const auto lines = lines_of(rings);
    AnyShape noded{lines->Union(lines.get())};
    if (noded)
        noded.reset(OGRGeometryFactory::forceToMultiLineString(noded.release()));
    const AnyShape faces{noded ? noded->Polygonize() : nullptr};
    if (!faces)
        return std::nullopt;
    OGRMultiPolygon kept;
    for (const OGRGeometry* face : *faces->toGeometryCollection()) {
        std::vector<ExportedPolygon> alone;
        append_polygons(alone, *face);
        if (!alone.empty() && is_within(rings, place_inside(alone.front().rings)))
            kept.addGeometry(face);
    }
    if (kept.IsEmpty())
        return polygons;
    const AnyShape whole{kept.UnionCascaded()};
    if (!whole)
        return std::nullopt;
    append_polygons(polygons, *whole);
    return polygons;
}

}  // namespace incursion

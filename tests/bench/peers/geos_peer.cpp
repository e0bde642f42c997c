#include "tests/bench/peers/geos_peer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace incursion::bench {

namespace {

[[noreturn]] void geos_failed(const char* what)
{
    throw std::runtime_error{std::string{"GEOS: "} + what};
}

GeosGeometry owned(GEOSContextHandle_t context, GEOSGeometry* geometry, const char* what)
{
    if (geometry == nullptr)
        geos_failed(what);
    return {geometry, GeosCloser{context}};
}

/// A predicate's answer: 0 or 1, 2 for failure.
bool answer(char value, const char* what)
{
    if (value == 2)
        geos_failed(what);
    return value == 1;
}

GEOSCoordSequence* sequence_of(GEOSContextHandle_t context, const double* numbers, std::size_t points)
{
    return GEOSCoordSeq_copyFromBuffer_r(context, numbers, static_cast<unsigned>(points), 0, 0);
}

/// All rings of an airspace side by side, each as the shell of a polygon: GEOSMakeValid makes holes of those in others.
GeosGeometry polygons_of(GEOSContextHandle_t context, const Airspace& airspace)
{
    std::vector<GEOSGeometry*> polygons;
    for (const Ring& ring : airspace.rings) {
        std::vector<double> numbers;
        for (std::size_t i = 0; i <= ring.points.size(); ++i) {
            const LonLat p = ring.points[i % ring.points.size()];
            numbers.insert(numbers.end(), {p.lon_deg, p.lat_deg});
        }
        GEOSGeometry* shell =
            GEOSGeom_createLinearRing_r(context, sequence_of(context, numbers.data(), ring.points.size() + 1));
        polygons.push_back(GEOSGeom_createPolygon_r(context, shell, nullptr, 0));
    }
    return owned(context,
                 GEOSGeom_createCollection_r(context, GEOS_MULTIPOLYGON, polygons.data(),
                                             static_cast<unsigned>(polygons.size())),
                 "polygons");
}

}  // namespace

GeosPeer::GeosPeer(const Airspaces& airspaces) : context_{GEOS_init_r()}
{
    GEOSContextHandle_t context = context_.get();
    for (std::uint32_t i = 0; i < airspaces.list.size(); ++i) {
        GeosGeometry polygons = polygons_of(context, airspaces.list[i]);
        if (!answer(GEOSisValid_r(context, polygons.get()), "validity")) {
            polygons = owned(context, GEOSMakeValid_r(context, polygons.get()), "repair");
            ++repaired_;
        }
        add_parts(i, polygons.get());
    }
    tree_ = {GEOSSTRtree_create_r(context, 10), GeosCloser{context}};
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        parts_[i].prepared = {GEOSPrepare_r(context, parts_[i].polygon.get()), GeosCloser{context}};
        GEOSSTRtree_insert_r(context, tree_.get(), parts_[i].polygon.get(), &parts_[i]);
    }
}

void GeosPeer::add_parts(std::uint32_t airspace, const GEOSGeometry* geometry)
{
    GEOSContextHandle_t context = context_.get();
    const int type = GEOSGeomTypeId_r(context, geometry);
    if (type == GEOS_POLYGON) {
        GEOSGeometry* copy = GEOSGeom_clone_r(context, geometry);
        parts_.push_back({airspace, owned(context, copy, "copy"), {nullptr, GeosCloser{context}}});
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int count = GEOSGetNumGeometries_r(context, geometry);
        for (int i = 0; i < count; ++i)
            add_parts(airspace, GEOSGetGeometryN_r(context, geometry, i));
    }  // a repair may leave points and lines beside: they hold nobody
}

std::vector<PeerVisit> GeosPeer::visits_of(const Track& track)
{
    std::vector<PeerVisit> visits;
    const auto fixes = track.fixes();
    for (std::size_t i = 0; i + 1 < fixes.size(); ++i) {
        const LonLat a{wrapped_lon(fixes[i].place.lon_deg), fixes[i].place.lat_deg};
        const LonLat b{wrapped_lon(fixes[i + 1].place.lon_deg), fixes[i + 1].place.lat_deg};
        const double from_s = to_seconds(fixes[i].time - fixes[0].time);
        const double to_s = to_seconds(fixes[i + 1].time - fixes[0].time);
        if (std::abs(b.lon_deg - a.lon_deg) <= 180) {
            add_visits({a, b, from_s, to_s}, visits);
            continue;
        }
        const double edge = a.lon_deg > 0 ? 180 : -180, turn = 2 * edge;
        const double part = (edge - a.lon_deg) / (b.lon_deg + turn - a.lon_deg);
        const double lat = a.lat_deg + part * (b.lat_deg - a.lat_deg), second = from_s + part * (to_s - from_s);
        add_visits({a, {edge, lat}, from_s, second}, visits);
        add_visits({{-edge, lat}, b, second, to_s}, visits);
    }
    return joined(std::move(visits));
}

GeosGeometry GeosPeer::line_of(const Segment& segment) const
{
    const std::array<double, 4> numbers{segment.from.lon_deg, segment.from.lat_deg, segment.to.lon_deg,
                                        segment.to.lat_deg};
    GEOSContextHandle_t context = context_.get();
    return owned(context, GEOSGeom_createLineString_r(context, sequence_of(context, numbers.data(), 2)), "line");
}

void GeosPeer::add_visits(const Segment& segment, std::vector<PeerVisit>& visits)
{
    if (segment.from == segment.to && segment.from_s == segment.to_s)
        return;
    GEOSContextHandle_t context = context_.get();
    const GeosGeometry line = line_of(segment);
    near_.clear();
    struct Found {
        const Part* first = nullptr;
        std::vector<std::size_t>* near = nullptr;
    } found{parts_.data(), &near_};
    const auto note = [](void* item, void* data) {
        Found& f = *static_cast<Found*>(data);
        f.near->push_back(static_cast<std::size_t>(static_cast<const Part*>(item) - f.first));
    };
    GEOSSTRtree_query_r(context, tree_.get(), line.get(), note, &found);
    for (const std::size_t i : near_) {
        const Part& part = parts_[i];
        if (answer(GEOSPreparedContains_r(context, part.prepared.get(), line.get()), "contains"))
            visits.push_back({part.airspace, segment.from_s, segment.to_s});
        else if (!answer(GEOSPreparedDisjoint_r(context, part.prepared.get(), line.get()), "disjoint"))
            add_overlay(segment, part, line.get(), visits);
    }
}

void GeosPeer::add_overlay(const Segment& segment, const Part& part, const GEOSGeometry* line,
                           std::vector<PeerVisit>& visits) const
{
    GEOSContextHandle_t context = context_.get();
    const GeosGeometry inside = owned(context, GEOSIntersection_r(context, part.polygon.get(), line), "overlay");
    const double dlon = segment.to.lon_deg - segment.from.lon_deg, dlat = segment.to.lat_deg - segment.from.lat_deg;
    const auto second_at = [&](const GEOSCoordSequence* points, unsigned i) {
        double lon = 0, lat = 0;
        GEOSCoordSeq_getXY_r(context, points, i, &lon, &lat);
        const double u =
            std::abs(dlon) > std::abs(dlat) ? (lon - segment.from.lon_deg) / dlon : (lat - segment.from.lat_deg) / dlat;
        return segment.from_s + u * (segment.to_s - segment.from_s);
    };
    const int count = GEOSGetNumGeometries_r(context, inside.get());
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* piece = GEOSGetGeometryN_r(context, inside.get(), i);
        if (GEOSGeomTypeId_r(context, piece) != GEOS_LINESTRING || GEOSisEmpty_r(context, piece) == 1)
            continue;  // a touch
        const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(context, piece);
        unsigned size = 0;
        GEOSCoordSeq_getSize_r(context, points, &size);
        const double p = second_at(points, 0), q = second_at(points, size - 1);
        visits.push_back({part.airspace, std::min(p, q), std::max(p, q)});
    }
}

}  // namespace incursion::bench

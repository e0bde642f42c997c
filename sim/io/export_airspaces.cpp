#include "sim/io/export_airspaces.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/io/export_clip.h"
#include "sim/io/export_polygons.h"

namespace incursion {

namespace {

constexpr double least_margin_deg = 0.54;  ///< 60 km of a meridian
constexpr double near_pole_deg = 89;

/// The box as parts whose longitudes lie in [-180, 180].
std::vector<ExportBox> box_parts(const ExportBox& box)
{
    std::vector<ExportBox> parts;
    for (const double turn_deg : {0.0, 360.0, -360.0}) {
        ExportBox part = box;
        part.west_deg = std::max(box.west_deg - turn_deg, -180.0);
        part.east_deg = std::min(box.east_deg - turn_deg, 180.0);
        if (part.west_deg < part.east_deg)
            parts.push_back(part);
    }
    return parts;
}

/// Adds what of one airspace lies in a part of the box; false where its polygons cannot be made.
bool add_part(ExportedAirspace& exported, const Airspace& airspace, EdgeReading edges, const ExportBox& part)
{
    std::vector<std::vector<LonLat>> surfaces;
    for (const Ring& ring : airspace.rings) {
        const RunningRing running = running_ring(ring, edges, part);
        for (const RunningRing& near : copies_near(running, part)) {
            append_clipped_lines(exported.lines, near.places, part);
            if (auto surface = clipped_surface(near, part); surface.size() > 2)
                surfaces.push_back(std::move(surface));
        }
    }
    auto polygons = even_odd_polygons(surfaces);
    if (!polygons)
        return false;
    for (ExportedPolygon& polygon : *polygons)
        exported.polygons.push_back(std::move(polygon));
    return true;
}

}  // namespace

ExportBox box_about(const std::vector<LonLat>& places)
{
    LonLat last = places.front();
    ExportBox box{last.lon_deg, last.lon_deg, last.lat_deg, last.lat_deg};
    for (const LonLat& place : places) {
        last = {lon_near(place.lon_deg, last.lon_deg), place.lat_deg};
        box.west_deg = std::min(box.west_deg, last.lon_deg);
        box.east_deg = std::max(box.east_deg, last.lon_deg);
        box.south_deg = std::min(box.south_deg, last.lat_deg);
        box.north_deg = std::max(box.north_deg, last.lat_deg);
    }
    const double lat_margin = std::max(least_margin_deg, (box.north_deg - box.south_deg) / 2);
    box.south_deg = std::max(box.south_deg - lat_margin, -90.0);
    box.north_deg = std::min(box.north_deg + lat_margin, 90.0);
    const double furthest_deg = std::max(std::abs(box.south_deg), std::abs(box.north_deg));
    const double metres_narrower = std::cos(std::min(furthest_deg, near_pole_deg) * std::acos(-1.0) / 180);
    const double lon_margin = std::max(least_margin_deg / metres_narrower, (box.east_deg - box.west_deg) / 2);
    if (furthest_deg > near_pole_deg || box.east_deg - box.west_deg + 2 * lon_margin >= 360)
        return {-180, 180, box.south_deg, box.north_deg};
    const double west_deg = wrapped_lon(box.west_deg - lon_margin);
    return {west_deg, west_deg + (box.east_deg - box.west_deg) + 2 * lon_margin, box.south_deg, box.north_deg};
}

std::vector<ExportedAirspace> exported_airspaces(const Airspaces& airspaces, const ExportBox& box,
                                                 Diagnostics& diagnostics)
{
    std::vector<ExportedAirspace> list;
    const std::vector<ExportBox> parts = box_parts(box);
    for (std::size_t i = 0; i < airspaces.list.size(); ++i) {
        const Airspace& airspace = airspaces.list[i];
        ExportedAirspace exported{i, airspace.key, airspace.owner, airspace.floor, airspace.ceiling, "", {}, {}};
        if (airspace.activation)
            exported.activation = format_activation(*airspace.activation);
        for (const ExportBox& part : parts)
            if (!add_part(exported, airspace, airspaces.edges, part))
                diagnostics.warning("", std::nullopt, "airspace " + airspace.key,
                                    "its surface cannot be cut to the surroundings of the incident (this GDAL may be "
                                    "built without GEOS); only its border lines are written");
        if (!exported.polygons.empty() || !exported.lines.empty())
            list.push_back(std::move(exported));
    }
    return list;
}

}  // namespace incursion

#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>
#include <geodesic.h>

#include "sim/io/airspace_format.h"
#include "sim/io/read_airspaces.h"
#include "tests/sim/io/memory_bytes.h"
#include "tests/sim/io/read_support.h"

namespace incursion::test {

/// Metres on WGS-84 by PROJ itself.
inline double proj_distance_m(LonLat a, LonLat b)
{
    geod_geodesic ellipsoid{};
    geod_init(&ellipsoid, 6378137.0, 1 / 298.257223563);
    double s = 0;
    geod_inverse(&ellipsoid, a.lat_deg, a.lon_deg, b.lat_deg, b.lon_deg, &s, nullptr, nullptr);
    return s;
}

/// The end of a geodesic by PROJ itself.
inline LonLat proj_direct(LonLat from, double azimuth_deg, double distance_m)
{
    geod_geodesic ellipsoid{};
    geod_init(&ellipsoid, 6378137.0, 1 / 298.257223563);
    LonLat to;
    geod_direct(&ellipsoid, from.lat_deg, from.lon_deg, azimuth_deg, distance_m, &to.lat_deg, &to.lon_deg, nullptr);
    return to;
}

/// How far a place is from the nearest point of rings that are dense there.
inline double distance_to_points_m(const std::vector<Ring>& rings, LonLat place)
{
    double least = 1e9;
    for (const Ring& ring : rings)
        for (const LonLat p : ring.points)
            if (std::abs(p.lat_deg - place.lat_deg) < 0.02)
                least = std::min(least, proj_distance_m(p, place));
    return least;
}

/// Square metres within a ring of geodesic sides; positive where it runs anticlockwise.
inline double ring_area_m2(const Ring& ring)
{
    geod_geodesic ellipsoid{};
    geod_init(&ellipsoid, 6378137.0, 1 / 298.257223563);
    geod_polygon polygon{};
    geod_polygon_init(&polygon, 0);
    for (const LonLat p : ring.points)
        geod_polygon_addpoint(&ellipsoid, &polygon, p.lat_deg, p.lon_deg);
    double area = 0;
    geod_polygon_compute(&ellipsoid, &polygon, 0, 1, &area, nullptr);
    return area;
}

struct AirspacesRead {
    std::optional<Airspaces> airspaces;
    Diagnostics diagnostics;

    const Airspace& find(std::string_view key) const
    {
        REQUIRE(airspaces);
        const auto found = std::find_if(airspaces->list.begin(), airspaces->list.end(),
                                        [&](const Airspace& a) { return a.key == key; });
        CAPTURE(std::string{key});
        REQUIRE(found != airspaces->list.end());
        return *found;
    }
};

/// Reads a text as a file of that name.
inline AirspacesRead read_as_file(std::string_view text, const std::string& name, AirspaceSource source = {})
{
    const TemporaryFolder folder;
    source.path = folder.write(name, std::string{text});
    AirspacesRead read;
    read.airspaces = read_airspaces(source, read.diagnostics);
    return read;
}

inline AirspacesRead read_sample(const std::string& name, AirspaceSource source = {})
{
    source.path = std::string{INCURSION_SOURCE_DIR} + "/tests/sim/io/samples/airspaces/" + name;
    AirspacesRead read;
    read.airspaces = read_airspaces(source, read.diagnostics);
    return read;
}

}  // namespace incursion::test

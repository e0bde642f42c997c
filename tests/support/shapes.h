#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/random.h"
#include "sim/model/airspace.h"
#include "sim/model/track.h"

namespace incursion::test {

inline Airspace airspace(std::string key, std::vector<std::vector<LonLat>> rings)
{
    Airspace a;
    a.key = key;
    a.owner = key;
    for (auto& points : rings)
        a.rings.push_back({std::move(points)});
    return a;
}

inline Airspace rectangle(std::string key, double west, double south, double east, double north)
{
    return airspace(std::move(key), {{{west, south}, {east, south}, {east, north}, {west, north}}});
}

/// A grid of quadrilaterals with jittered inner corners: a tiling of a rectangle whose tiles share every
/// corner to the last bit. `snap` rounds corners to that many degrees, so that points can be put on them.
inline Airspaces tiling(RandomStream& random, LonLat south_west, double step, int columns, int rows, double jitter,
                        EdgeReading edges)
{
    std::vector<LonLat> corners;
    for (int j = 0; j <= rows; ++j)
        for (int i = 0; i <= columns; ++i) {
            const bool rim = i == 0 || j == 0 || i == columns || j == rows;
            const double dx = rim ? 0 : random.uniform(-jitter, jitter), dy = rim ? 0 : random.uniform(-jitter, jitter);
            corners.push_back({wrapped_lon(south_west.lon_deg + (i + dx) * step), south_west.lat_deg + (j + dy) * step});
        }
    const auto corner = [&](int i, int j) { return corners[static_cast<std::size_t>(j * (columns + 1) + i)]; };
    Airspaces result;
    result.edges = edges;
    for (int j = 0; j < rows; ++j)
        for (int i = 0; i < columns; ++i)
            result.list.push_back(airspace("T" + std::to_string(j) + "." + std::to_string(i),
                                           {{corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)}}));
    return result;
}

inline Time at_second(double s)
{
    return Time{} + seconds(s);
}

/// Fixes a given number of seconds apart.
inline Track track(const std::vector<LonLat>& places, double step_s, std::vector<double> altitudes_m = {})
{
    std::vector<Fix> fixes;
    for (std::size_t i = 0; i < places.size(); ++i) {
        Fix fix{at_second(static_cast<double>(i) * step_s), places[i], std::nullopt, std::nullopt};
        if (!altitudes_m.empty())
            fix.altitude_m = altitudes_m[i];
        fixes.push_back(fix);
    }
    return *Track::make("test", AltitudeDatum::msl, std::move(fixes));
}

}  // namespace incursion::test

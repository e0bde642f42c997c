#pragma once

#include <cstdlib>
#include <string>
#include <vector>

#include "sim/base/random.h"
#include "sim/border/border_index.h"
#include "sim/geo/geodesic.h"
#include "sim/io/read_airspaces.h"

// The whole world's borders and tracks over them, for benchmarks.

namespace incursion::bench {

inline constexpr const char* no_world = "no world file: run tools/fetch-borders --world, or set INCURSION_WORLD";

inline std::string world_path()
{
    const char* given = std::getenv("INCURSION_WORLD");
    return given != nullptr ? given : INCURSION_SOURCE_DIR "/data/borders/world.fgb";
}

/// Empty where the file cannot be read.
inline Airspaces read_borders(const std::string& path, const std::string& key, EdgeReading edges)
{
    AirspaceSource source;
    source.path = path;
    source.key = key;
    source.edges = edges;
    Diagnostics diagnostics;
    auto borders = read_airspaces(source, diagnostics);
    return borders ? *borders : Airspaces{};
}

inline Airspaces read_world(EdgeReading edges)
{
    return read_borders(world_path(), "A3", edges);
}

inline const Airspaces& world(EdgeReading edges)
{
    static const Airspaces straight = read_world(EdgeReading::straight);
    static const Airspaces geodesic = [] {
        Airspaces a = straight;
        a.edges = EdgeReading::geodesic;
        return a;
    }();
    return edges == EdgeReading::straight ? straight : geodesic;
}

inline const BorderIndex& world_index(EdgeReading edges)
{
    static const BorderIndex straight{world(EdgeReading::straight)};
    static const BorderIndex geodesic{world(EdgeReading::geodesic)};
    return edges == EdgeReading::straight ? straight : geodesic;
}

inline LonLat any_airport(RandomStream& random)
{
    return {random.uniform(-180, 180), random.uniform(-45, 65)};
}

/// Great circles between places spread over the globe, 240 m/s, displaced by about 20 m; seeded, so every run flies
/// the same. At least so many fixes together.
inline std::vector<Track> flights(double step_s, std::size_t fixes_wanted)
{
    RandomStream random{2015, "flights"};
    std::vector<Track> tracks;
    std::size_t count = 0;
    while (count < fixes_wanted) {
        const GeodesicLine line{any_airport(random), any_airport(random)};
        std::vector<Fix> fixes;
        for (double s = 0; s < line.length_m(); s += 240 * step_s) {
            LonLat p = line.at(s);
            p.lon_deg = wrapped_lon(p.lon_deg + random.normal() * 2e-4);
            p.lat_deg += random.normal() * 2e-4;
            fixes.push_back({Time{} + seconds(s / 240), p, {}, {}});
        }
        count += fixes.size();
        if (fixes.size() > 1)
            tracks.push_back(*Track::make("t", AltitudeDatum::msl, std::move(fixes)));
    }
    return tracks;
}

}  // namespace incursion::bench

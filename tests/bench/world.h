#pragma once

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
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

/// The sides that airspaces of two keys have in common, in the order of their rings.
inline std::vector<BorderEdgeId> common_border(const Airspaces& airspaces, const BorderEdges& edges,
                                               const std::string& key, const std::string& other)
{
    std::vector<BorderEdgeId> common;
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        const auto has = [&](const std::string& wanted) {
            const auto owners = edges.owners({i});
            return std::any_of(owners.begin(), owners.end(), [&](AirspaceId a) { return airspaces[a].key == wanted; });
        };
        if (has(key) && has(other))
            common.push_back({i});
    }
    return common;
}

/// Tracks of 300 fixes a second apart that wander along the border of two airspaces in loops of 300 to 1,500 m
/// whose middle drifts at 20 m/s within 12 km of it, displaced by 5 m; seeded as flights() are.
inline std::vector<Track> wanderings(const Airspaces& airspaces, const BorderEdges& edges, std::size_t count)
{
    constexpr double drift_mps = 20, speed_mps = 60, degree_m = 111e3;
    const std::vector<BorderEdgeId> border = common_border(airspaces, edges, "TUR", "SYR");
    RandomStream random{2015, "wanderings"};
    std::vector<Track> tracks;
    while (!border.empty() && tracks.size() < count) {
        std::size_t at = random.bits() % border.size();
        const BorderEdge* edge = &edges[border[at]];
        const double k = std::cos(Angle::degrees(edge->a.lat_deg).rad());
        const double off_m = random.uniform(-12'000, 12'000), radius_m = random.uniform(300, 1500);
        const double start = random.uniform(0, 2 * std::numbers::pi), spin = random.bits() % 2 == 0 ? 1 : -1;
        double along_m = 0;
        std::vector<Fix> fixes;
        for (int s = 0; s < 300; ++s, along_m += drift_mps) {
            double length_m = 0;
            while (along_m > (length_m = degree_m * std::hypot(k * (edge->b.lon_deg - edge->a.lon_deg),
                                                               edge->b.lat_deg - edge->a.lat_deg))) {
                along_m -= length_m;
                at = (at + 1) % border.size();
                edge = &edges[border[at]];
            }
            const double w = along_m / length_m, turn = start + spin * s * speed_mps / radius_m;
            const double x_m = radius_m * std::cos(turn) + 5 * random.normal();
            const double y_m = off_m + radius_m * std::sin(turn) + 5 * random.normal();
            fixes.push_back({Time{} + seconds(s),
                             {edge->a.lon_deg + w * (edge->b.lon_deg - edge->a.lon_deg) + x_m / (degree_m * k),
                              edge->a.lat_deg + w * (edge->b.lat_deg - edge->a.lat_deg) + y_m / degree_m},
                             {},
                             {}});
        }
        tracks.push_back(*Track::make("t", AltitudeDatum::msl, std::move(fixes)));
    }
    return tracks;
}

}  // namespace incursion::bench

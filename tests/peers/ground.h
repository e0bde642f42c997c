#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/border/border_index.h"
#include "tests/bench/sets.h"
#include "tests/bench/shared_border.h"
#include "tests/bench/world.h"

namespace incursion::test {

/// What a comparison runs on: borders in one reading of their sides, indexed.
struct Ground {
    Airspaces airspaces;
    BorderIndex index;

    Ground(const std::string& path, EdgeReading edges)
        : airspaces{bench::read_borders(path, "A3", edges)}, index{airspaces}
    {
    }
    std::vector<LonLat> border() const { return bench::shared_border(airspaces, "TUR", "SYR"); }
    std::vector<Track> tracks(const bench::SetOptions& options) const
    {
        return bench::TrackSet{options, border()}.tracks();
    }
    /// Tracks whose fixes are corners of the border, 2 to 39 corners apart, back and forth, 60 s each: legs that begin,
    /// end and touch where sides meet, and no leg along a side but where three corners are in line.
    std::vector<Track> from_corner_to_corner(std::uint64_t seed, int count, int fixes) const;
};

/// The shipped borders of five states.
inline std::string shipped_borders()
{
    return INCURSION_SOURCE_DIR "/data/borders/hatay.geojson";
}

inline std::vector<Track> Ground::from_corner_to_corner(std::uint64_t seed, int count, int fixes) const
{
    RandomStream random{seed, "corners"};
    const std::vector<LonLat> corners = border();
    std::vector<Track> tracks;
    for (int i = 0; i < count; ++i) {
        auto at = static_cast<std::int64_t>(random.uniform(0, static_cast<double>(corners.size())));
        std::vector<Fix> flown;
        for (int n = 0; n < fixes; ++n) {
            flown.push_back({Time{} + std::chrono::seconds{60 * n}, corners[static_cast<std::size_t>(at)], {}, {}});
            const auto step = static_cast<std::int64_t>(random.uniform(2, 40)) * (random.uniform() < 0.3 ? -1 : 1);
            const auto last = static_cast<std::int64_t>(corners.size()) - 1;
            at = at + step < 0 || at + step > last ? at - step : at + step;
        }
        tracks.push_back(*Track::make("c" + std::to_string(i), AltitudeDatum::msl, std::move(flown)));
    }
    return tracks;
}

/// Whether the borders of the world are here; says so where not, for ctest to call the test skipped.
inline bool world_is_here()
{
    const bool here = !bench::world(EdgeReading::straight).list.empty();
    if (!here)
        WARN("skipped: " << bench::no_world);
    return here;
}

}  // namespace incursion::test

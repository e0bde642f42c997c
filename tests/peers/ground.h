#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/border/border_index.h"
#include "tests/bench/sets.h"
#include "tests/bench/shared_border.h"
#include "tests/bench/world.h"

namespace incursion::test {

/// What a comparison runs on: borders in one reading, indexed, and a set of tracks over them.
struct Ground {
    Airspaces airspaces;
    BorderIndex index;
    bench::TrackSet set;

    Ground(const std::string& path, EdgeReading edges, const bench::SetOptions& options)
        : airspaces{bench::read_borders(path, "A3", edges)},
          index{airspaces},
          set{options, bench::shared_border(airspaces, "TUR", "SYR")}
    {
    }
};

/// The shipped borders of five states.
inline std::string shipped_borders()
{
    return INCURSION_SOURCE_DIR "/data/borders/hatay.geojson";
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

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"
#include "sim/geo/ring.h"
#include "sim/model/evidence.h"

namespace incursion {

/// One drawing of the borders, in one reading of its edges.
struct BorderVariant {
    std::string id;  ///< `scenario`, or BorderAlternative::id; with ` geodesic` or ` straight` behind it where
                     ///< it is the same source with its edges read otherwise
    std::string title;
    EdgeReading edges = EdgeReading::straight;
    std::string date, licence;
    Evidence evidence;
};

/// What one track does to one airspace as one variant draws it.
struct BorderVerdict {
    bool known = true;    ///< false: the variant has no airspace of that key
    bool inside = false;  ///< ever
    double dwell_s = 0;
    std::optional<Time> entry;  ///< the first
    double max_depth_m = 0;
    double closest_m = 0;  ///< 0 where inside
};

/// One track and one airspace against all variants.
struct BorderRow {
    std::string track;
    std::string airspace;                 ///< our key
    std::vector<BorderVerdict> verdicts;  ///< in the order of the variants
    bool unanimous = true;                ///< all that know the airspace say inside, or all outside
    double least_dwell_s = 0, greatest_dwell_s = 0;
    /// Near where the track meets or comes nearest to our border: how far the lines lie apart.
    std::optional<double> apart_m;
    LonLat apart_at;            ///< on the variant's line
    std::string apart_variant;  ///< id of the one farthest from ours
};

struct BorderComparison {
    std::vector<BorderVariant> variants;  ///< the scenario's own is the first
    std::vector<BorderRow> rows;
    double window_m = 0;  ///< how far along our border `near` reaches
};

}  // namespace incursion

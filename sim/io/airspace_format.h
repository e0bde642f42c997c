#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/geo/ring.h"
#include "sim/io/input_bytes.h"

namespace incursion {

/// One volume as a reader of an airspace format found it: texts as fields of a feature, from which the caller chooses
/// key, owner and filter as from any source (read_airspaces.h).
struct AirspaceRecord {
    std::string name;        ///< what people call it: `EDR 107 Lippe`
    std::string designator;  ///< its short name where the format has one: `EDR107`; else as `name`
    std::string type;        ///< `CTR`, `R`, `TMA`, ...; may be empty
    std::string icao_class;  ///< `A` to `G`; may be empty
    std::string country;     ///< as the format tells it; may be empty
    std::string floor, ceiling;  ///< as parse_vertical_limit reads them
    std::string activation;  ///< as parse_activation reads it; empty: always active
    std::vector<Ring> rings; ///< even-odd
    long line = 0;           ///< where it begins in its file, from 1; 0 where lines say nothing
};

/// How one format of airspace files is recognised and read by code of our own; what no such format fits, GDAL reads. A
/// new format is a file of its own and its line in the table of airspace_format.cpp.
struct AirspaceFormat {
    std::string_view name;     ///< as `format` takes it: `openair`
    std::string_view title;    ///< `OpenAir 1 and 2`
    std::string_view endings;  ///< usual ones, for the help
    bool (*fits)(std::string_view ending, std::string_view start);
    /// All volumes in the order of the file. Arcs and circles become points such that sides between them stay within
    /// half a metre of the arc, whichever way `edges` reads them; likewise sides that the format says are geodesics,
    /// where `edges` is straight. Every problem is told with its line; an error means that the file has no reading.
    std::vector<AirspaceRecord> (*read)(InputBytes& input, EdgeReading edges, Diagnostics& diagnostics);
};

/// In the order in which they are tried.
std::span<const AirspaceFormat> airspace_formats();

}  // namespace incursion

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/geo/vertical.h"
#include "sim/io/csv_time.h"

namespace incursion {

/// A column of heights or distances.
struct MetreColumn {
    std::size_t index = 0;
    double metres = 1;                              ///< one unit of the column
    AltitudeDatum datum = AltitudeDatum::msl;       ///< of an altitude
    std::string name;                               ///< as the header writes it
};

/// Where the parts of a fix stand in a row.
struct TrackColumns {
    std::size_t time = 0;
    TimeCells time_cells;
    std::size_t lon = 0, lat = 0;
    std::vector<MetreColumn> altitudes;  ///< best first: mean sea level, ellipsoid, pressure; or of the datum asked for
    bool other_altitudes = false;        ///< there are some, but none of the datum asked for
    std::optional<std::size_t> track;
    std::optional<MetreColumn> accuracy;
};

/// What need not be found among the columns, as the geometry of a feature tells it.
enum class GeometryHolds { nothing, place, place_and_altitude };

/// Finds the columns by their names, or by `mapping` as TrackReadOptions::columns describes it. Nothing, with
/// errors at `line` (none where it is 0), where one is missing, named twice or without its unit; a note where several
/// would do. Of `altitude`, where given, are all columns of altitudes; where there are others only, none, with a note.
std::optional<TrackColumns> find_track_columns(const std::vector<std::string_view>& header,
                                               const std::map<std::string, std::string>& mapping,
                                               const std::string& file, int line, Diagnostics& diagnostics,
                                               std::optional<AltitudeDatum> altitude = std::nullopt,
                                               GeometryHolds geometry = GeometryHolds::nothing);

}  // namespace incursion

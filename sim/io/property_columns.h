#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/io/csv_columns.h"
#include "sim/io/row_problems.h"
#include "sim/io/track_read_options.h"
#include "sim/model/fix.h"

namespace incursion {

/// What the properties of point features (GeoJSON) or fields of a layer (OGR) say about fixes, found by the same names
/// as the columns of CSV files. The place comes from the geometry.
struct PropertyColumns {
    std::size_t time = 0;
    TimeCells time_cells;
    std::optional<MetreColumn> altitude;  ///< goes before a third coordinate
    bool other_altitudes = false;         ///< there are some, but none of the datum asked for
    std::optional<std::size_t> track;
    std::optional<MetreColumn> accuracy;
};

/// Gives the text of the property at an index; empty where it has no value.
using PropertyText = std::function<std::string_view(std::size_t)>;

/// As find_track_columns, by the mapping and the altitude of `options`. Of several altitudes the best datum with a
/// value in the first feature is chosen.
std::optional<PropertyColumns> find_property_columns(const std::vector<std::string_view>& names,
                                                     const TrackReadOptions& options, bool has_third_coordinate,
                                                     const PropertyText& first_feature, const std::string& file,
                                                     Diagnostics& diagnostics);

/// What a feature has beside its properties.
struct FeaturePoint {
    LonLat place;
    std::optional<double> altitude_m;
    std::optional<Time> time;  ///< where it is known without its text
    std::int64_t line = 0;
};

/// The fix of a feature. Nothing, told to `problems`, where it cannot be read.
std::optional<Fix> property_fix(const PropertyColumns& columns, const FeaturePoint& point, const PropertyText& text,
                                RowProblems& problems);

/// The best of the usual names of a track among `names`, or the one that `mapping` gives for `track`.
std::optional<std::size_t> track_property(const std::vector<std::string_view>& names,
                                          const std::map<std::string, std::string>& mapping);

}  // namespace incursion

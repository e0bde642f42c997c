#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "sim/base/diagnostics.h"
#include "sim/io/json_values.h"
#include "sim/io/piece_writer.h"
#include "sim/io/property_columns.h"
#include "sim/io/track_read_options.h"

namespace incursion {

/// Reads point features into fixes. What their properties mean is worked out once for each set of names.
class TimedPoints {
public:
    /// All are used as long as this lives.
    TimedPoints(PieceWriter& writer, const TrackReadOptions& options, const std::string& file, Diagnostics& diagnostics)
        : writer_{&writer}, options_{&options}, file_{&file}, diagnostics_{&diagnostics}
    {
    }

    /// `id` stands for a track that no property names.
    void read(const JsonPosition& position, const simdjson::dom::object& properties, const std::string& id,
              std::int64_t line);
    /// Tells why no point at all could be read, if that was so.
    void finish();

private:
    struct NameSet {
        std::vector<std::string> names;
        std::optional<PropertyColumns> columns;  ///< nothing where they tell no fix
        std::string problem;                     ///< why
    };

    const NameSet& name_set(bool has_third_coordinate);
    NameSet make_name_set(bool has_third_coordinate);
    std::string_view text(std::size_t index) const
    {
        return std::string_view{texts_}.substr(ends_[index], ends_[index + 1] - ends_[index]);
    }

    PieceWriter* writer_;
    const TrackReadOptions* options_;
    const std::string* file_;
    Diagnostics* diagnostics_;
    std::vector<NameSet> sets_;
    std::optional<NameSet> odd_set_;  ///< beyond those that are kept
    bool chosen_ = false;             ///< the altitude of all points of the file is
    std::optional<MetreColumn> altitude_;
    Diagnostics failed_;  ///< what the first set without a fix had to say
    bool any_ = false;
    // Of the feature that is read.
    std::vector<std::string_view> names_;
    std::string texts_;
    std::vector<std::size_t> ends_;
};

}  // namespace incursion

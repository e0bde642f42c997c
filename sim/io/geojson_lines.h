#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <simdjson.h>

#include "sim/io/geojson_coordinate_values.h"
#include "sim/io/part_writer.h"

namespace incursion {

/// Reads lines whose points have times beside them into tracks.
class TimedLines {
public:
    /// Both are used as long as this lives.
    TimedLines(PieceWriter& writer, PartNames& names) : writer_{&writer}, parts_{writer, names} {}

    /// The times of a feature with a line, by the customs of its writers: `coordTimes`, `times`, `datetimes` or
    /// `coordinateProperties.times` of its properties.
    static std::optional<simdjson::dom::element> times_of(const simdjson::dom::object& properties);

    /// A LineString, MultiPoint or MultiLineString. `times` are nested as the coordinates are, or not at all.
    /// `values` likewise, without altitudes or accuracies where theirs are not as many as positions (told).
    void read(const simdjson::dom::element& coordinates, const simdjson::dom::element& times,
              const CoordinateValues& values, const std::string& name, std::int64_t line);
    /// A MovingPoint of MF-JSON (OGC 19-045r3, section 7.2), or what holds several: `prisms`, `sequences`.
    void read_moving_point(const simdjson::dom::object& moving, const std::string& name, std::int64_t line);

private:
    using Elements = std::vector<simdjson::dom::element>;
    struct Part {
        const Elements& positions;
        const Elements& times;
        const Elements altitudes{}, accuracies{};  ///< one for each position, or none
    };
    void add_part(const Part& part, const CoordinateValues& values, std::int64_t line);
    std::vector<Elements> values_of_parts(const std::optional<CoordinateValues::List>& list,
                                          const std::vector<Elements>& parts, const char* what, std::int64_t line);
    void tell_unpaired(std::size_t times, std::size_t positions, std::int64_t line);

    PieceWriter* writer_;
    PartWriter parts_;
};

}  // namespace incursion

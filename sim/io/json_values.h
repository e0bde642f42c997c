#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <simdjson.h>

#include "sim/base/result.h"
#include "sim/geo/lon_lat.h"
#include "sim/io/csv_time.h"

namespace incursion {

/// What a JSON value says as a cell of a table: a text as it is, a number with the fewest digits that mean it, nothing
/// for null, objects and arrays. Into `room`, whose memory is used again.
void append_cell_text(const simdjson::dom::element& value, std::string& room);

/// A finite number.
std::optional<double> json_number(const simdjson::dom::element& value);

/// The text of a member; nothing where there is none or it is no text.
std::optional<std::string_view> json_text(const simdjson::dom::object& object, std::string_view key);

/// An instant as text or number, read as a cell without a unit.
Result<Time> json_time(const simdjson::dom::element& value);

/// A GeoJSON position (RFC 7946 section 3.1.1): longitude, latitude, perhaps metres above the ellipsoid; what stands
/// behind is passed over.
struct JsonPosition {
    LonLat place;
    std::optional<double> altitude_m;
};
std::optional<JsonPosition> json_position(const simdjson::dom::element& value);

}  // namespace incursion

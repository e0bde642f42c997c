#pragma once

#include <string_view>

#include <simdjson.h>

namespace incursion {

/// A value that is about to be read, once and in order.
using JsonValue = simdjson::simdjson_result<simdjson::ondemand::value>;

/// True if it is this text.
bool is_text(JsonValue value, std::string_view expected);

/// Reads a value of any kind to its end; false if it is no sound JSON, or nested deeper than OGR's parser surely takes.
/// (simdjson does not look at a value that is merely passed over.)
bool is_sound_json(JsonValue value);

/// True for the `crs` by which GeoJSON 2008 says what RFC 7946 takes for granted: WGS-84 longitude and latitude.
bool is_crs84(JsonValue value);

}  // namespace incursion

#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"

namespace incursion {

// What the writers of tracks and of incidents put into their texts.

void append_piece(fmt::memory_buffer& text, std::string_view bytes);

/// As format_time writes it.
void append_time(fmt::memory_buffer& text, Time time);

/// As few digits as mean the number rounded to `decimals` of them: `12.5`, `-0.25`, `3`; no exponent, no negative zero.
/// REQUIRES: finite.
void append_decimal(fmt::memory_buffer& text, double number, int decimals);
std::string decimal_text(double number, int decimals);

/// With bytes that are no UTF-8 and control characters other than tab and line feed as U+FFFD.
void append_clean_text(fmt::memory_buffer& text, std::string_view bytes);

/// Likewise, as the content of an element or of an attribute in quotes.
void append_xml_text(fmt::memory_buffer& text, std::string_view bytes);

/// The place to 1e-8 degrees (a millimetre), its longitude in [-180, 180): where the formats' schemas want it.
LonLat written_place(LonLat place);
inline constexpr int place_decimals = 8;
/// Altitudes and accuracies, in metres.
inline constexpr int metre_decimals = 3;

}  // namespace incursion

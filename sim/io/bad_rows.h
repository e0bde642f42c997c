#pragma once

#include <cstdint>
#include <string_view>

#include "sim/geo/lon_lat.h"
#include "sim/io/row_problems.h"

namespace incursion {

// Kinds of rows (points, features) that readers of track files drop. Plural, as they follow a count.

inline constexpr std::string_view bad_number_kind = "rows with a bad number";
inline constexpr std::string_view bad_time_kind = "rows with a bad time";
inline constexpr std::string_view no_time_kind = "rows without a time";
inline constexpr std::string_view no_position_kind = "rows without a position";
inline constexpr std::string_view impossible_position_kind = "rows with an impossible position";
inline constexpr std::string_view unpaired_kind = "tracks whose times and positions do not pair";
inline constexpr std::string_view unreadable_kind = "features that cannot be read";
inline constexpr std::string_view unreadable_record_kind = "records that cannot be read";

/// True for a place on Earth. One that is none is told, with a hint where longitude and latitude look exchanged.
bool is_possible(LonLat place, std::int64_t line, RowProblems& problems);

}  // namespace incursion

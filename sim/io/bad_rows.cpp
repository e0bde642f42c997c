#include "sim/io/bad_rows.h"

#include <cmath>

#include <fmt/format.h>

namespace incursion {

bool is_possible(LonLat place, std::int64_t line, RowProblems& problems)
{
    if (is_valid(place))
        return true;
    const bool swapped = std::abs(place.lat_deg) > 90 && std::abs(place.lon_deg) <= 90;
    problems.add(impossible_position_kind, line,
                 fmt::format("there is no place at longitude {}, latitude {}{}; dropped", place.lon_deg, place.lat_deg,
                             swapped ? " (are the two swapped?)" : ""));
    return false;
}

}  // namespace incursion

#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/io/table.h"
#include "sim/model/track.h"

namespace incursion {

/// Tells, by warnings, what of the tracks a format that only holds heights above mean sea level, and no accuracies,
/// leaves out. `format` is its title.
void tell_losses(const TableTarget& target, std::string_view format, std::span<const Track> tracks,
                 Diagnostics& diagnostics);

/// True if a format that only holds heights above mean sea level has some of this track to write.
bool has_heights_to_write(const Track& track);

/// How many fixes have no altitude.
std::size_t fixes_without_altitude(const Track& track);

}  // namespace incursion

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/sets.h"

namespace incursion::bench {

/// The header line of a file of fixes, line end and all.
inline constexpr const char* track_header = "track,time,lon,lat,alt_m\n";

/// Appends the rows of a track: `d17,1767225600,28.7000000,41.3000000,9300`, time in seconds since 1970.
void append_rows(const Track& track, std::string& text);

/// The rows of all tracks from `first` on and before `last`, in order of time; of tracks, where times are equal.
std::string rows_by_time(const TrackSet& set, std::size_t first, std::size_t last);

}  // namespace incursion::bench

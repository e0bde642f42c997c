#pragma once

#include <optional>
#include <span>

#include "sim/base/diagnostics.h"
#include "sim/base/result.h"
#include "sim/io/table.h"
#include "sim/model/track.h"

namespace incursion {

/// Writes tracks as system tracks of ASTERIX category 062 (edition 1.20): a data block of one record for each fix, in
/// the order of time over all tracks (of one instant, in that of the tracks). SAC and SIC are 0; the track number is
/// the place of the track among `tracks`, from 1. Each record has 010, 070, 105, 040, 080 (the first message of a track
/// says so, and the last) and, where known:
/// - of an altitude above 1013.25 hPa 136 and 135 without QNH correction, above the sea 135 with it, above the
/// ellipsoid
///   130, as the more reliable one;
/// - of an accuracy 500, the standard deviation on both axes, in metres (APC) and in degrees (APW);
/// - of an id of six hexadecimal digits 380 with it as address, of another 245 with its first eight letters and digits
///   in capitals.
/// Rounded to 1/128 s, 180 / 2^25 degrees (0.6 m), 25 ft or 6.25 ft; a note says so, and what day to give when the file
/// is read, as it holds none. Warnings say what it cannot hold: fixes of one track that fall on one 1/128 s (the first
/// is written), altitudes beyond its range, names that are cut, twelve hours without a fix. Read back with read_asterix
/// and that day, the tracks are the same within what is rounded.
std::optional<Problem> write_asterix(const TableTarget& target, std::span<const Track> tracks,
                                     Diagnostics& diagnostics);

}  // namespace incursion

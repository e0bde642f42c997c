#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "sim/base/time.h"
#include "sim/io/chosen_altitude.h"
#include "sim/io/nmea_sentence.h"
#include "sim/io/row_problems.h"
#include "sim/model/fix.h"

namespace incursion {

/// What the sentences of one instant say together.
struct NmeaEpoch {
    std::optional<Duration> time;  ///< of day
    std::int64_t line = 0;         ///< of the first sentence with a position
    std::optional<LonLat> place;
    Altitudes altitudes;
    std::optional<double> accuracy_m;
    std::optional<std::chrono::sys_days> day;  ///< by a sentence of this very epoch
    bool is_void = false;                      ///< a sentence says that there is no valid fix
    bool is_measured = true;                   ///< rather than estimated, typed in or simulated
    bool has_day_of_fix = false;               ///< the day is that of a valid fix (RMC) rather than of a clock (ZDA)
};

/// Is this a sentence that tells something about a fix: GGA, GNS, RMC, GLL, GST or ZDA? Where it is, at what time of
/// day is in `time` (nothing where it has none, or a bad one).
bool concerns_fix(const NmeaSentence& sentence, std::optional<Duration>& time);

/// Takes over what it says; what cannot be read is told at `line`. The first of several positions stays, but GGA and
/// GNS, which have the altitude, go before others.
void add_to_epoch(const NmeaSentence& sentence, std::int64_t line, NmeaEpoch& epoch, RowProblems& problems);

}  // namespace incursion

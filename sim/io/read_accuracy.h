#pragma once

#include <optional>

#include "sim/io/toml_reader.h"
#include "sim/model/accuracy.h"

namespace incursion {

/// `accuracy = { ... }` of an aircraft: `white`, `drift`, `drift_time`, `bias`, `clock`, `altitude`, `of_fixes` (one of
/// `white`, `drift`, `ignored`), each optional. Nothing where the table is absent.
std::optional<TrackAccuracy> read_track_accuracy(TomlReader& aircraft);

/// `[accuracy]` of a scenario: the same keys, for every aircraft without its own, and `border` and `replicas`.
/// Nothing where the table is absent.
std::optional<Accuracy> read_accuracy(TomlReader& root);

}  // namespace incursion

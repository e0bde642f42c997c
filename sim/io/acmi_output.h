#pragma once

#include <optional>
#include <span>

#include "sim/base/diagnostics.h"
#include "sim/base/result.h"
#include "sim/io/table.h"
#include "sim/model/track.h"

namespace incursion {

/// Tacview ACMI 2.2 (tacview.net/documentation/acmi): an object of Type `Air+FixedWing` for each track, whose id is its
/// CallSign and Name, in one row of frames in time; it leaves the recording with its last fix. Fields that did not
/// change are left empty. Places to 1e-8 degrees, times to the nanosecond after a ReferenceTime of whole seconds.
/// Altitudes are metres above mean sea level, so those from another zero are left out, as accuracies are, both with a
/// warning. An empty field means the value before, so nothing can say that an altitude is unknown after one was known:
/// a track of which only some fixes have one is written without, with a warning.
/// In a zip (`flight.txt.acmi` in `flight.zip.acmi`) where the path ends in `.zip.acmi`.
std::optional<Problem> write_acmi(const TableTarget& target, std::span<const Track> tracks, Diagnostics& diagnostics);

}  // namespace incursion

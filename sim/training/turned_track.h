#pragma once

#include <optional>

#include "sim/analysis/crossings.h"
#include "sim/base/angle.h"
#include "sim/model/aircraft_type.h"
#include "sim/model/rules.h"
#include "sim/model/track.h"

namespace incursion {

/// How a turned flight is written down: fixes on span.from + k * interval and at both of its ends.
struct TurnRecording {
    TimeSpan span;  ///< of the exercise; a turned flight goes on to its end
    Duration interval{};
};

/// A track left at `t` for a level turn, the shorter way round, to a true heading that is held from then on. Place,
/// altitude, ground track and ground speed are the track's at t, the air is still, the bank is turn_away()'s: as
/// avoiding_flight() flies. Before t the fixes are the track's.
/// None where the track is not observed at t or stands still there, where t is not before the span's end, and where
/// the turn cannot be flown.
std::optional<Track> turned_track(const Track& track, const CrossingOptions& reading, Time t, Angle heading,
                                  const AircraftType& type, const AvoidanceTurn& turn, const TurnRecording& recording);

}  // namespace incursion

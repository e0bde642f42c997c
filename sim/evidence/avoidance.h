#pragma once

#include <optional>
#include <vector>

#include "sim/analysis/track_report.h"
#include "sim/model/aircraft_type.h"
#include "sim/model/rules.h"

namespace incursion {

/// A level turn away, ready to be flown.
struct TurnAway {
    AircraftType type;  ///< with the roll rate to be flown
    double bank_rad = 0;
    double roll_rate_radps = 0;
};

/// The bank that the turn asks for, else the greatest of the type at this altitude and true airspeed, else the
/// default; never above what the type can do. The roll rate likewise.
TurnAway turn_away(const AircraftType& type, const AvoidanceTurn& turn, double altitude_m, double tas_mps);

/// The track of an aircraft that leaves `track` at `t` and turns level by `angle_rad` (right positive), then flies
/// straight on for five minutes: place, altitude, ground track and ground speed are those at t, the air is still.
/// Altitudes as in `track`. None where it cannot be flown.
/// REQUIRES: t within the track, which has two fixes or more; 0 < |angle| <= 180 degrees.
std::optional<Track> avoiding_flight(const Track& track, LegReading legs, Time t, double angle_rad,
                                     const AircraftType& type, const AvoidanceTurn& turn);

/// For each foreign entry by a side: the latest instant, to a millisecond, at which a turn through 45, 90, 135 or 180
/// degrees to either side would have kept the aircraft out of that airspace. It is sought backwards from the entry,
/// to the airspace's last visit, the beginning of the observed part or an hour before, in steps that grow from half a
/// second by a seventh each, and halved from the first that works: what works only between two steps is overlooked.
/// REQUIRES: `report` is that of the track.
std::vector<Avoidance> find_avoidances(const Track& track, const TrackReport& report, const AircraftType& type,
                                       const AvoidanceTurn& turn, const AnalysisGround& ground);

}  // namespace incursion

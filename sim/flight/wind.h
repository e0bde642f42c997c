#pragma once

#include <optional>

#include "sim/base/angle.h"
#include "sim/model/flight_plan.h"

namespace incursion {

/// Where the air moves to, m/s.
struct WindVector {
    double east_mps = 0;
    double north_mps = 0;
};

/// The wind at an altitude above mean sea level. Between two layers its east and north components are linear
/// in altitude; below the lowest and above the highest layer it is that layer's.
/// REQUIRES: layers in ascending altitude.
WindVector wind_at(const Wind& wind, double altitude_m);

/// The wind triangle: velocity over the ground = velocity through the air + wind, all horizontal.
struct GroundVelocity {
    double speed_mps = 0;
    Angle track;  ///< true, in [0, 360) degrees
};

GroundVelocity ground_from_air(double airspeed_mps, Angle heading, WindVector wind);

/// The heading that makes good a track, and the speed over the ground it gives. Nothing where the wind is too
/// strong for it: it blows across the track faster than the aircraft flies, or drives it backwards.
struct TrackSolution {
    Angle heading;  ///< true, in [0, 360) degrees
    double ground_speed_mps = 0;
};
std::optional<TrackSolution> heading_for_track(Angle track, double airspeed_mps, WindVector wind);

/// The horizontal airspeed that gives a speed over the ground on a heading. Nothing where none does: the wind
/// across the heading alone is faster, or a tail wind is.
std::optional<double> airspeed_for_ground_speed(double ground_speed_mps, Angle heading, WindVector wind);

}  // namespace incursion

#pragma once

#include <string>

#include "sim/analysis/track_report.h"
#include "sim/analysis/uncertainty_report.h"
#include "sim/model/track.h"

namespace incursion {

/// When an aircraft must, can and cannot have been in the airspaces of one key, given its fixes and that it never
/// flies faster than `greatest_speed_mps` over the ground. Between two fixes it lies at each instant in the meet of
/// two discs, what it can have reached since the first and from where it can still reach the second: a space-time
/// prism (Hägerstrand, Papers of the Regional Science Association 24 (1970); Pfoser and Jensen, SSD 1999, section 3).
/// Where all of that meet is inside, the aircraft is there; where none is, it is not. Long legs (gaps) are legs as
/// any other, so CrossingOptions::max_gap has no say here.
///
/// Instants are closed forms in a plane for each leg, azimuthal and equidistant round its middle, with sides cut into
/// pieces of 5 km at most. The plane's error grows as r^3 / 6R^2, r being half of what the aircraft can fly in the leg:
/// 0.5 m at 50 km, 33 m at 200 km; that of the pieces is 0.5 m times the tangent of the latitude. A leg in which it
/// can fly more than 400 km is told as possible all along, unless no side is near.
///
/// Floors and ceilings: how high it was between fixes is not bounded by its speed over the ground, so airspaces with
/// limits make nothing definite. Neither do sides between neighbours of the same key: near them it stays possible.
///
/// REQUIRES: greatest_speed_mps >= 0. `of` and `speed_basis` are left to the caller.
/// PROMISES: spans cover the track's span without gaps; a leg faster than the greatest speed is taken at its own
/// speed and counted. A track of fewer than two fixes has no spans.
ReachReport reach(const Track& track, const std::string& key, double greatest_speed_mps, const AnalysisGround& ground);

}  // namespace incursion

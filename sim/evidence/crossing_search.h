#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/track_report.h"
#include "sim/base/angle.h"
#include "sim/flight/performance.h"
#include "sim/geo/lon_lat.h"
#include "sim/model/claim.h"

namespace incursion {

/// What an account claims of one crossing, in one reading: both ends included.
struct ClaimRange {
    double low = 0, high = 0;
};
struct CrossingClaims {
    std::optional<ClaimRange> dwell_s, depth_m, length_m, speed_mps;
    SpeedRange limits;  ///< of the aircraft type at the claimed altitude; still air is taken
};

/// The claims' figures in a reading, those of several claims merged: a figure that two of them give is narrowed to
/// what both allow, which may be nothing (low > high). A figure without that reading counts with its last.
CrossingClaims crossing_claims(const std::vector<Claim>& claims, std::size_t reading, const SpeedRange& limits);

/// Which lines are tried: parallel ones `step_m` apart in every direction of a half turn (the way back along a line
/// has the same length and depth), as far as the circle reaches.
struct CrossingGrid {
    LonLat centre;
    double radius_m = 30'000;
    double step_m = 100;
    std::size_t directions = 36;
};

/// One straight flight from an entry to the next exit. Length and depth are those of the exact engine.
struct StraightCrossing {
    LonLat entry, exit;
    Angle heading;  ///< at the entry
    double length_m = 0, depth_m = 0;
};

/// Some of the claims, by their names, and for how many of the crossings all of them are true.
struct ClaimSubset {
    std::vector<std::string> claims;  ///< `dwell`, `depth`, `length`, `speed`, `limits`
    std::size_t crossings = 0;
    bool contradiction = false;  ///< none, though each subset with one claim less has some
};

struct CrossingSearch {
    CrossingGrid grid;
    std::size_t lines = 0;
    std::vector<StraightCrossing> crossings;     ///< all that were found, by direction, then line
    std::vector<std::size_t> feasible;           ///< places of those that make all claims true
    std::vector<ClaimSubset> subsets;            ///< of the claims that there are; small ones first
    std::optional<double> least_length_m;        ///< of any crossing as deep as claimed
    std::optional<double> greatest_depth_m;      ///< of any crossing as long as claimed
    std::optional<ClaimRange> needed_speed_mps;  ///< claimed length in claimed dwell
};

/// Which straight flights across an airspace make all claims true at once. A crossing that is found is a proof. That
/// none is found means none on these lines: one that fits may lie between two of them, so refine the grid where a
/// claim is narrower than the step. Crossings that reach beyond the circle are left out.
/// REQUIRES: the airspaces of `key` have no floor and no ceiling; radius and step positive; directions positive.
CrossingSearch search_crossings(const std::string& key, const CrossingClaims& claims, const CrossingGrid& grid,
                                const AnalysisGround& ground);

/// The speeds with which a crossing is as long inside as claimed and within speed claim and type limits; none where
/// there are none. Without bounds the ends are 0 and infinity.
std::optional<ClaimRange> speeds_of(const StraightCrossing& crossing, const CrossingClaims& claims);

/// The mass at which a true airspeed is the 1-g stall: m = rho V^2 S CLmax / (2 g) (Anderson, Aircraft Performance and
/// Design, 1999, section 5.8), kg. None where wing area or lift is not known.
std::optional<double> stall_mass_kg(const AircraftType& type, double altitude_m, double tas_mps);

}  // namespace incursion

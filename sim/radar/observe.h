#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <Eigen/Core>

#include "sim/base/result.h"
#include "sim/model/radar.h"
#include "sim/model/track.h"
#include "sim/radar/terrain.h"

namespace incursion {

/// What one pass of the beam measures of one aircraft.
struct Plot {
    std::string radar;
    std::size_t track = 0;  ///< the true one it came from, for comparison only; of several that merged the first
    std::int64_t scan = 0;
    Time time{};
    double range_m = 0;                ///< slant, measured
    double azimuth_rad = 0;            ///< measured, from true north, not wrapped
    std::optional<double> altitude_m;  ///< measured or reported, from the zero of the true track
    LonLat place;                      ///< what range, azimuth and altitude give
    double accuracy_m = 0;             ///< one standard deviation in each of two axes: the mean of both variances
    Eigen::Matrix2d covariance_m2 = Eigen::Matrix2d::Zero();  ///< of the place, east and north, errors of
                                                              ///< the height included; biases left out
};

struct ObserveOptions {
    LegReading legs = LegReading::geodesic;
    std::vector<double> cross_sections_m2;  ///< by track; those missing are the type's reference
    double unknown_altitude_m = 5'000;      ///< flown where a track states no altitude; no plot reports it
};

/// What a radar sees of tracks within a span: plots by time, then track.
/// Sight: range limits, cone of silence, line_of_sight(). Chance: detection_probability(), detection_loss, dropouts.
/// A plot with an altitude lies where that altitude, the range and the azimuth meet; one without takes the slant range
/// for the range over the ground, as 2-D radars do. Aircraft seen within the beam width and the range resolution of
/// each other garble: a primary radar gives one plot at their mean range and azimuth, a secondary one keeps the plots
/// and loses their altitudes. Altitudes of every datum count as heights above the ellipsoid.
/// PROMISES: the chances of an aircraft depend on the seed, the radar's id and the track's id alone, so that a further
/// aircraft changes no plot but those it garbles. REQUIRES: scan_period_s > 0.
std::vector<Plot> observe(std::span<const Track> tracks, const Radar& radar, const Terrain* terrain, TimeSpan span,
                          const ObserveOptions& options, std::uint64_t seed);

/// The plots of one aircraft as a track of that id; `datum` is the true track's. May have no fix.
Result<Track> plots_as_track(std::span<const Plot> plots, std::size_t track, std::string id, AltitudeDatum datum);

}  // namespace incursion

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"
#include "sim/model/aircraft_type.h"
#include "sim/model/evidence.h"
#include "sim/model/terrain.h"

namespace incursion {

/// What a kind of radar measures, and how well. SI units; every standard deviation is of one plot, and errors of
/// different plots are independent but for the biases, which belong to a site.
struct RadarType {
    std::string id;     ///< `terminal`
    std::string title;  ///< `Terminal radar`

    double scan_period_s = 0;   ///< one turn of the antenna
    double beam_width_rad = 0;  ///< in azimuth, between the half-power points
    double min_range_m = 0;     ///< slant
    double max_range_m = 0;     ///< slant, instrumented
    double range_noise_m = 0;   ///< one standard deviation
    double azimuth_noise_rad = 0;
    double range_resolution_m = 0;  ///< aircraft nearer to each other than this and the beam width give one plot
    std::optional<double> max_elevation_rad;  ///< above it is the cone of silence; none: no cone

    // How heights are known: measured by a 3-D radar, reported by a transponder, or neither.
    std::optional<double> height_noise_m;
    std::optional<double> height_step_m;  ///< of what transponders report: 100 ft in Mode C (ICAO Annex 10 vol. IV)

    // How likely an echo is seen. A secondary radar: `detection` within range. A primary one: that of a Swerling 1
    // target whose signal-to-noise ratio falls with the fourth power of range, so that it is `detection` for
    // `reference_cross_section_m2` at `detection_range_m`.
    bool is_secondary = false;
    double detection = 1;                     ///< probability
    std::optional<double> detection_range_m;  ///< of a primary radar
    double reference_cross_section_m2 = 1;
    double false_alarm = 1e-6;  ///< probability a resolution cell, for the detection threshold

    std::vector<SourcedNumber> numbers;  ///< in the order of the file
};

/// A radar at its place. What its type says may be said otherwise for one radar in a scenario.
struct Radar {
    std::string id;
    std::string title;
    std::string account;  ///< whose; may be empty
    RadarType type;
    LonLat site;
    double antenna_m = 0;     ///< height of the antenna above mean sea level
    Time north_at{};          ///< an instant at which the beam points to true north; it turns clockwise
    double range_bias_m = 0;  ///< what its plots read too much
    double azimuth_bias_rad = 0;
    double height_bias_m = 0;
    // Dropouts: times in which an aircraft is not seen at all, by chance and independent for each aircraft.
    double dropouts_per_s = 0;               ///< how often one begins
    double dropout_s = 0;                    ///< mean length
    double detection_loss = 0;               ///< probability that any single plot is lost on top of all else
    std::string terrain_path;                ///< a raster of heights, as opened; empty: a smooth Earth
    std::shared_ptr<const Terrain> terrain;  ///< what was read of it, as far as the radar sees
    Evidence evidence;
    std::string path;  ///< `radar[0]`, for messages
};

}  // namespace incursion

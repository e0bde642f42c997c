#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/time.h"
#include "sim/model/radar.h"

namespace incursion {

/// One aircraft and one airspace as a radar's picture shows them, beside the truth.
struct RadarView {
    std::string track;     ///< the true one
    std::string airspace;  ///< key
    bool foreign = false;
    double true_dwell_s = 0;
    double plot_dwell_s = 0;                 ///< of the plots joined by legs
    double system_dwell_s = 0;               ///< of the tracker's track
    std::size_t scans = 0;                   ///< times the beam passed the aircraft within the scenario
    std::size_t plots = 0;                   ///< of them seen
    std::size_t scans_inside = 0;            ///< while it was truly inside
    std::size_t plots_inside = 0;            ///< of them seen
    std::size_t plots_shown_inside = 0;      ///< plots whose measured place lies inside, wherever the aircraft was
    std::optional<Time> true_entry;          ///< the first
    std::optional<Time> first_proof;         ///< the first plot that lies inside by more than three of its standard
                                             ///< deviations (the radar's errors, biases left out)
    std::optional<double> seconds_to_proof;  ///< from true entry; none where no plot proves it
    double greatest_range_m = 0;             ///< slant, over the plots
    double cross_range_error_m = 0;          ///< one standard deviation at the mean range of the plots
};

struct RadarReport {
    Radar radar;
    std::vector<RadarView> views;     ///< by track in the report's order, then key; foreign airspaces that the truth, the
                                      ///< plots or the system track visited, and the nearest foreign one
    std::vector<std::string> unseen;  ///< tracks without any plot
};

}  // namespace incursion

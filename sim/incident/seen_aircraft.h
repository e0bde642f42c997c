#pragma once

#include <cstddef>
#include <vector>

#include "sim/model/track.h"

namespace incursion {

/// One aircraft as one radar has it, in tracks called `RADAR/AIRCRAFT`. Altitudes are as reported or measured, from the
/// zero of the true track; a fix's accuracy is the radar's, biases left out.
struct SeenAircraft {
    std::size_t radar = 0;  ///< its place in Scenario::radars
    std::size_t track = 0;  ///< place of the true track in Incident::tracks
    Track plots;            ///< a fix for each plot; one that several aircraft share stands under the first of them
    std::vector<Track> system_tracks;  ///< what the tracker makes of them; from the second on `RADAR/AIRCRAFT/2`, ...
};

}  // namespace incursion

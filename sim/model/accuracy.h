#pragma once

#include <cstddef>
#include <optional>

namespace incursion {

/// What the accuracies that come with fixes (Fix::accuracy_m) describe.
enum class FixAccuracy {
    white,  ///< an error of each fix by itself
    drift,  ///< an error that stays alike for drift_time_s
    ignored,
};

/// How far recorded positions may be from the true ones. Standard deviations, the horizontal ones in each of east
/// and north; the parts are independent and add up.
struct TrackAccuracy {
    double white_m = 0;  ///< of each fix by itself
    double drift_m = 0;  ///< of an error that is correlated in time as exp(-dt / drift_time_s) (Gauss-Markov)
    double drift_time_s = 60;
    double bias_m = 0;      ///< of an error that is the same for the whole track
    double clock_s = 0;     ///< of the offset of the track's clock
    double altitude_m = 0;  ///< of an altitude error that is the same for the whole track
    FixAccuracy of_fixes = FixAccuracy::white;
};

/// `[accuracy]`: how sure the scenario is of its positions and borders.
struct Accuracy {
    TrackAccuracy tracks;  ///< of every aircraft that states none of its own
    double border_m = 0;   ///< standard deviation of the border's place, in each of east and north
    std::size_t replicas = 10'000;
};

}  // namespace incursion

#pragma once

#include <cstddef>
#include <vector>

#include "sim/base/random.h"
#include "sim/model/accuracy.h"
#include "sim/model/track.h"

namespace incursion {

/// Metres by which a fix is moved.
struct Offset {
    double east_m = 0, north_m = 0;
};

/// What the errors of one replica are made of, worked out once for a track.
class TrackErrors {
public:
    /// REQUIRES: all fixes between 89 degrees south and north.
    TrackErrors(const Track& track, const TrackAccuracy& accuracy, double border_m);

    /// The fixes from `first` to `last` moved by errors drawn from `random`, and by how much each fix was (by its place
    /// in the whole track). The drift begins as if it had been going on for ever, so the part is as good as the whole.
    Track replica(RandomStream& random, std::size_t first, std::size_t last, std::vector<Offset>& offsets) const;
    /// The same metres a degree for every use.
    double metres_per_lon_deg(std::size_t fix) const { return steps_[fix].per_lon_deg; }
    double metres_per_lat_deg(std::size_t fix) const { return steps_[fix].per_lat_deg; }
    /// The largest standard deviation of any fix, in each of east and north.
    double greatest_sigma_m() const { return greatest_sigma_m_; }

private:
    struct Step {
        double per_lon_deg = 1, per_lat_deg = 1;  ///< metres
        double white_m = 0, drift_m = 0;
        double rho = 0, innovation = 1;  ///< of the drift, from the fix before
    };

    const Track& track_;
    TrackAccuracy accuracy_;
    double border_m_;
    double greatest_sigma_m_ = 0;
    bool drifts_ = false;
    std::vector<Step> steps_;
};

}  // namespace incursion

#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "sim/border/leg_path.h"
#include "sim/model/track.h"

namespace incursion {

/// A track as a line over the ground: where it is at an instant and how far it has come. Keeps a reference
/// to the track. Threads may share it. Cheap to make: lengths are worked out when distance_at first needs them.
class TrackPath {
public:
    /// REQUIRES: at least two fixes.
    TrackPath(const Track& track, LegReading legs);

    const Track& track() const { return track_; }
    std::size_t leg_count() const { return track_.fixes().size() - 1; }
    LegPath leg(std::size_t i) const { return {legs_, track_.fixes()[i], track_.fixes()[i + 1]}; }
    /// The leg that flies at an instant; the first or last one outside the track.
    std::size_t leg_at(Time t) const;

    /// Longitude in [-180, 180). REQUIRES: t within the track, ends included.
    LonLat at(Time t) const;
    std::optional<double> altitude_at(Time t) const;
    /// Metres flown over the ground since the first fix, to 1e-9 of each leg's length: short_distance_m for
    /// geodesic legs, for straight ones Gauss and Legendre, 15 points a degree.
    double distance_at(Time t) const;

    struct Velocity {
        Angle track;          ///< true, the direction over the ground
        double speed_mps = 0; ///< over the ground
        std::optional<double> climb_mps;
    };
    /// Of the leg that begins or flies at t.
    Velocity velocity_at(Time t) const;

private:
    double length_to(const LegPath& path, double u) const;
    double distance_at_fix(std::size_t fix) const;

    struct Distances {
        std::once_flag worked_out;
        std::vector<double> at_fix;
    };
    const Track& track_;
    LegReading legs_;
    std::shared_ptr<Distances> distances_ = std::make_shared<Distances>();  ///< the same for every copy
};

}  // namespace incursion

#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "sim/analysis/crossings.h"
#include "sim/analysis/holding_conditions.h"

namespace incursion {

/// find_crossings for many tracks: what does not hang on the track is worked out once, and the room that one track
/// needed is used again for the next. Keeps references to the airspaces and the index.
/// REQUIRES: the index was built from `airspaces`; each thread has a finder of its own.
class CrossingFinder {
public:
    CrossingFinder(const Airspaces& airspaces, const BorderIndex& index, const CrossingOptions& options);
    ~CrossingFinder();
    CrossingFinder(CrossingFinder&&) noexcept;
    CrossingFinder& operator=(CrossingFinder&&) noexcept;

    /// As find_crossings(track, ...), with all it requires and promises; overwritten by the next call.
    const std::vector<Crossing>& find(const Track& track);

    /// Of the last track.
    const std::optional<UnknownGround>& unknown_ground() const;

private:
    class TrackWalk;
    std::unique_ptr<TrackWalk> walk_;
};

/// In words, with what to do.
Problem unknown_ground_problem(const UnknownGround& unknown, const Track& track, const Airspaces& airspaces,
                               const CrossingOptions& options);

}  // namespace incursion

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/geo/lon_lat.h"
#include "sim/model/track.h"

// The reference sets that speed and agreement are measured on: made from a seed, the same on every run.

namespace incursion::bench {

enum class SetKind {
    dense,   ///< great circles between large airports, 240 m/s, a fix every 10 s, 20 m of noise
    sparse,  ///< every 30th fix of the same: a fix every 5 minutes, legs of 72 km
    wander,  ///< loops that cross themselves along one border, 300 fixes a track, one a second, 5 m of noise
};

/// As many as the measured peers had: 10 million, 340 thousand, 3 million.
std::size_t usual_fixes(SetKind kind);

struct SetOptions {
    SetKind kind = SetKind::dense;
    std::size_t fixes = 10'000'000;  ///< of all tracks together, exactly; the last track is cut short
    std::uint64_t seed = 2015;
};

/// The tracks of a set, each made when it is asked for; threads may share the set. Places are whole multiples of
/// 1e-7 degrees, altitudes whole metres and times whole seconds, so that a file of them holds the very same fixes.
class TrackSet {
public:
    /// `border` is what a wandering set wanders along (see shared_border); other sets need none.
    /// REQUIRES: a wandering set has a border of two points or more.
    TrackSet(const SetOptions& options, std::vector<LonLat> border);

    /// How many tracks there are.
    std::size_t size() const { return lengths_.size(); }
    /// How many fixes a track has. REQUIRES: i < size().
    std::size_t length(std::size_t i) const { return lengths_[i]; }
    /// REQUIRES: i < size(). Its id is the kind's first letter and `i`.
    Track track(std::size_t i) const;
    /// All of them.
    std::vector<Track> tracks() const;

private:
    std::vector<Fix> flight(std::size_t i) const;
    std::vector<Fix> loops(std::size_t i) const;

    SetOptions options_;
    std::vector<LonLat> border_;
    std::vector<double> border_m_;  ///< the length of the border up to each of its points
    std::vector<std::size_t> lengths_;
};

}  // namespace incursion::bench

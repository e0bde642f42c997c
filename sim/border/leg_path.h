#pragma once

#include <optional>

#include "sim/geo/geodesic.h"
#include "sim/geo/geodesic_arc.h"
#include "sim/model/fix.h"
#include "sim/model/track.h"

namespace incursion {

/// The motion between two neighbouring fixes, u from 0 to 1 linear in time. Longitudes run on from the
/// first fix without a jump.
///
/// The geodesic is solved when it is first asked for, so a leg far from every border costs nothing; a
/// LegPath is therefore not to be shared by threads. Places on it are good to 20 nm.
class LegPath {
public:
    /// REQUIRES: from.time < to.time.
    LegPath(LegReading reading, const Fix& from, const Fix& to);

    LegReading reading() const { return reading_; }
    Time start() const { return start_; }
    Time end() const { return end_; }
    Duration duration() const { return end_ - start_; }
    LonLat from() const { return from_; }
    /// The second fix, within half a turn of the first (exact: 0 and 1 give the stored numbers).
    LonLat to() const { return to_; }

    LonLat at(double u) const;
    /// Over the ground, metres; of a straight leg its chord's geodesic, which is what bounds need.
    double length_m() const;
    /// The instant of u, to the nearest nanosecond.
    Time time_at(double u) const;
    double fraction_at(Time t) const;

private:
    void solve() const;

    LegReading reading_;
    Time start_, end_;
    LonLat from_, to_;
    mutable std::optional<GeodesicArc> arc_;    ///< of a short leg
    mutable std::optional<GeodesicLine> line_;  ///< of any other
};

}  // namespace incursion

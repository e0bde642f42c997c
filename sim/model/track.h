#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/base/result.h"
#include "sim/geo/vertical.h"
#include "sim/model/fix.h"

namespace incursion {

/// How the motion between two neighbouring fixes runs over the ground.
enum class LegReading {
    geodesic,  ///< a WGS-84 geodesic at constant ground speed
    straight,  ///< longitude and latitude linear in time, as planar tools read it (the short way round)
};

/// The fixes of one aircraft. Invariant: their times strictly ascend, their places are valid,
/// their altitudes finite and their accuracies not negative. There may be none.
class Track {
public:
    Track() = default;
    /// A problem names the first fix that breaks the invariant.
    static Result<Track> make(std::string id, AltitudeDatum datum, std::vector<Fix> fixes);

    const std::string& id() const { return id_; }
    AltitudeDatum datum() const { return datum_; }
    std::span<const Fix> fixes() const { return fixes_; }
    /// From the first fix to the last; empty where there are none.
    TimeSpan span() const;
    /// True if every fix has an altitude.
    bool has_altitudes() const;

private:
    std::string id_;
    AltitudeDatum datum_ = AltitudeDatum::msl;
    std::vector<Fix> fixes_;
};

}  // namespace incursion

#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/base/id.h"
#include "sim/geo/ring.h"
#include "sim/geo/vertical.h"
#include "sim/model/activation.h"

namespace incursion {

/// A volume of air that belongs to somebody. Inside: within the rings, read even-odd, at or above the
/// floor and below the ceiling, so that stacked layers share no instant, while it is active.
struct Airspace {
    std::string key;    ///< `TUR`; several airspaces may share one (layers of different limits)
    std::string owner;  ///< whose it is; the key where the source names none
    VerticalLimit floor = Surface{};
    VerticalLimit ceiling = Unlimited{};
    std::vector<Ring> rings;
    std::optional<Activation> activation{};  ///< none: always active

    bool has_limits() const
    {
        return !std::holds_alternative<Surface>(floor) || !std::holds_alternative<Unlimited>(ceiling);
    }
    /// True if being within the rings is being inside, at any height and time.
    bool is_decided_by_sides() const { return !has_limits() && !activation; }
};

struct AirspaceTag;
using AirspaceId = Id<AirspaceTag>;  ///< place in Airspaces::list

/// The airspaces of one or more sources, and how their sides are to be read.
struct Airspaces {
    std::vector<Airspace> list;
    EdgeReading edges = EdgeReading::straight;

    const Airspace& operator[](AirspaceId id) const { return list[id.index]; }
};

}  // namespace incursion

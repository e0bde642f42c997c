#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "sim/border/border_distance.h"

namespace incursion {

/// A BorderDistance for each set of airspaces that is asked about, made when it is first needed. Threads may
/// share it, and make different ones at one time. Keeps a reference to `edges`.
class BorderDistances {
public:
    explicit BorderDistances(const BorderEdges& edges) : edges_{edges} {}

    const BorderDistance& of(const AirspaceSet& airspaces) const;

private:
    struct Entry {
        std::once_flag once;
        std::unique_ptr<BorderDistance> distance;
    };

    std::unique_ptr<BorderDistance> make(const AirspaceSet& airspaces) const;

    const BorderEdges& edges_;
    mutable std::once_flag sorted_;
    mutable SharedLists<BorderEdgeId> by_airspace_;  ///< once a distance has been asked for
    mutable std::mutex mutex_;                       ///< of made_, but not of what its entries hold
    mutable std::map<AirspaceSet, Entry> made_;
};

}  // namespace incursion

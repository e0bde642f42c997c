#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "sim/border/border_distance.h"

namespace incursion {

/// A BorderDistance for each set of airspaces that is asked about, made when it is first needed. Threads may
/// share it. Keeps a reference to `edges`.
class BorderDistances {
public:
    explicit BorderDistances(const BorderEdges& edges) : edges_{edges} {}

    const BorderDistance& of(const AirspaceSet& airspaces) const
    {
        const std::lock_guard lock{mutex_};
        std::unique_ptr<BorderDistance>& distance = made_[airspaces];
        if (!distance)
            distance = std::make_unique<BorderDistance>(edges_, airspaces);
        return *distance;
    }

private:
    const BorderEdges& edges_;
    mutable std::mutex mutex_;
    mutable std::map<AirspaceSet, std::unique_ptr<BorderDistance>> made_;
};

}  // namespace incursion

#include "sim/analysis/border_distances.h"

#include <algorithm>
#include <vector>

namespace incursion {

const BorderDistance& BorderDistances::of(const AirspaceSet& airspaces) const
{
    Entry& entry = [&]() -> Entry& {
        const std::lock_guard lock{mutex_};
        return made_[airspaces];  // stays where it is, whatever else is put into the map
    }();
    std::call_once(entry.once, [&] { entry.distance = make(airspaces); });
    return *entry.distance;
}

std::unique_ptr<BorderDistance> BorderDistances::make(const AirspaceSet& airspaces) const
{
    std::call_once(sorted_, [&] { by_airspace_ = edges_by_airspace(edges_); });
    std::vector<BorderEdgeId> wanted;
    for (const AirspaceId id : airspaces) {
        if (id.index >= by_airspace_.size())
            continue;
        const auto edges = by_airspace_[id.index];
        wanted.insert(wanted.end(), edges.begin(), edges.end());
    }
    if (airspaces.size() > 1) {
        std::sort(wanted.begin(), wanted.end());
        wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    }
    return std::make_unique<BorderDistance>(edges_, wanted);
}

}  // namespace incursion

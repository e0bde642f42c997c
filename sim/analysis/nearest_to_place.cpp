#include "sim/analysis/nearest_to_place.h"

#include <algorithm>
#include <queue>
#include <vector>

#include "sim/geo/short_distance.h"

namespace incursion {

namespace {

struct PlaceSample {
    Time time;
    double flown_m = 0;  ///< along the path
    double distance_m = 0;
};

struct PlacePart {
    PlaceSample from, to;

    /// A distance changes by at most a metre a metre flown, so none on the part is less.
    double bound() const { return std::max(0.0, (from.distance_m + to.distance_m - (to.flown_m - from.flown_m)) / 2); }
};

/// The least bound first, the earliest of equals.
struct Later {
    bool operator()(const PlacePart& p, const PlacePart& q) const
    {
        return p.bound() != q.bound() ? p.bound() > q.bound() : p.from.time > q.from.time;
    }
};

}  // namespace

DistanceAt nearest_to_place(const TrackPath& path, TimeSpan span, LonLat place)
{
    const auto sample = [&](Time t) {
        return PlaceSample{t, path.distance_at(t), short_distance_m(path.at(t), place)};
    };
    std::priority_queue<PlacePart, std::vector<PlacePart>, Later> open;
    open.push({sample(span.from), sample(span.to)});
    DistanceAt best{span.from, open.top().from.distance_m};
    const auto consider = [&](const PlaceSample& s) {
        if (s.distance_m < best.distance_m)
            best = {s.time, s.distance_m};
    };
    consider(open.top().to);
    while (!open.empty()) {
        const PlacePart part = open.top();
        open.pop();
        if (part.bound() >= best.distance_m - extreme_tolerance_m(best.distance_m))
            break;
        if (part.to.time - part.from.time <= Duration{1})
            continue;
        const PlaceSample middle = sample(part.from.time + (part.to.time - part.from.time) / 2);
        consider(middle);
        open.push({part.from, middle});
        open.push({middle, part.to});
    }
    return best;
}

}  // namespace incursion

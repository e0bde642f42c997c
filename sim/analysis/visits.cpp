#include "sim/analysis/visits.h"

#include <algorithm>
#include <map>

#include "sim/analysis/extreme_distance.h"

namespace incursion {

namespace {

VisitEnd end_of(const Crossing& c)
{
    return {c.time, c.place, c.altitude_m, c.by, c.error_s};
}

Visit visit_between(const Crossing& in, const Crossing& out, const TrackPath& path, const Airspace& airspace,
                    const Belonging& belonging, const BorderDistances* distances)
{
    Visit visit;
    visit.airspace = airspace.key;
    visit.owner = airspace.owner;
    visit.foreign = is_foreign(airspace, belonging);
    visit.entry = end_of(in);
    visit.exit = end_of(out);
    visit.path_m = path.distance_at(out.time) - path.distance_at(in.time);
    if (distances == nullptr)
        return visit;
    if (const BorderDistance& border = distances->of({in.airspace}); !border.empty()) {
        const DistanceAt deepest = greatest_distance(path, {in.time, out.time}, border);
        visit.max_depth_m = deepest.distance_m;
        visit.max_depth_time = deepest.time;
    }
    return visit;
}

}  // namespace

std::vector<PlacedVisit> visits_of(const std::vector<Crossing>& crossings, const TrackPath& path, const Airspaces& airspaces,
                             const Belonging& belonging, const BorderDistances* distances)
{
    std::map<AirspaceId, const Crossing*> entered;
    std::vector<PlacedVisit> visits;
    for (const Crossing& c : crossings) {
        if (c.way == Way::in)
            entered[c.airspace] = &c;
        else
            visits.push_back({c.airspace, visit_between(*entered.at(c.airspace), c, path, airspaces[c.airspace],
                                                        belonging, distances)});
    }
    std::stable_sort(visits.begin(), visits.end(), [](const PlacedVisit& p, const PlacedVisit& q) {
        const Time a = p.visit.entry.time, b = q.visit.entry.time;
        return a != b ? a < b : p.visit.airspace < q.visit.airspace;
    });
    return visits;
}

}  // namespace incursion

#include "tests/bench/peers/own_visits.h"

#include <cassert>
#include <map>

#include "sim/analysis/crossings.h"

namespace incursion::bench {

std::vector<PeerVisit> own_visits(const Track& track, const Airspaces& airspaces, const BorderIndex& index,
                                  LegReading legs)
{
    std::map<std::uint32_t, PeerVisit> open;
    std::vector<PeerVisit> visits;
    const Time start = track.span().from;
    for (const Crossing& c : find_crossings(track, airspaces, index, {legs, {}})) {
        const double second = to_seconds(c.time - start);
        PeerVisit& visit = open[c.airspace.index];
        if (c.way == Way::in) {
            visit = {c.airspace.index, second, 0};
        } else {
            visit.exit_s = second;
            visits.push_back(visit);
        }
    }
    return visits;
}

}  // namespace incursion::bench

#include "tests/bench/peers/peer_visit.h"

#include <algorithm>
#include <tuple>

namespace incursion::bench {

std::vector<PeerVisit> joined(std::vector<PeerVisit> visits)
{
    constexpr double one_instant_s = 1e-7;
    std::sort(visits.begin(), visits.end(), [](const PeerVisit& p, const PeerVisit& q) {
        return std::tie(p.airspace, p.entry_s, p.exit_s) < std::tie(q.airspace, q.entry_s, q.exit_s);
    });
    std::vector<PeerVisit> result;
    for (const PeerVisit& visit : visits) {
        const bool goes_on = !result.empty() && result.back().airspace == visit.airspace &&
                             visit.entry_s - result.back().exit_s < one_instant_s;
        if (!goes_on)
            result.push_back(visit);
        else
            result.back().exit_s = std::max(result.back().exit_s, visit.exit_s);
    }
    std::erase_if(result, [](const PeerVisit& v) { return v.exit_s - v.entry_s < one_instant_s; });
    return result;
}

}  // namespace incursion::bench

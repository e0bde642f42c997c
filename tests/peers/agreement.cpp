#include "tests/peers/agreement.h"

#include <algorithm>
#include <map>

namespace incursion::test {

namespace {

/// Somebody's going in or coming out.
struct Change {
    double second = 0;
    bool ours = false, inside = false;
};

void add_changes(const std::vector<bench::PeerVisit>& visits, bool ours,
                 std::map<std::uint32_t, std::vector<Change>>& changes)
{
    for (const bench::PeerVisit& v : visits) {
        changes[v.airspace].push_back({v.entry_s, ours, true});
        changes[v.airspace].push_back({v.exit_s, ours, false});
    }
}

}  // namespace

std::vector<Difference> differences(const std::vector<bench::PeerVisit>& ours,
                                    const std::vector<bench::PeerVisit>& theirs)
{
    std::map<std::uint32_t, std::vector<Change>> by_airspace;
    add_changes(ours, true, by_airspace);
    add_changes(theirs, false, by_airspace);
    std::vector<Difference> found;
    for (auto& [airspace, changes] : by_airspace) {
        std::stable_sort(changes.begin(), changes.end(),
                         [](const Change& p, const Change& q) { return p.second < q.second; });
        bool ours_inside = false, theirs_inside = false;
        double since_s = 0;
        for (const Change& change : changes) {
            if (ours_inside != theirs_inside && since_s < change.second)
                found.push_back({airspace, since_s, change.second, ours_inside});
            (change.ours ? ours_inside : theirs_inside) = change.inside;
            since_s = change.second;
        }
    }
    return found;
}

}  // namespace incursion::test

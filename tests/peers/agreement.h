#pragma once

#include <cstdint>
#include <vector>

#include "tests/bench/peers/peer_visit.h"

namespace incursion::test {

/// A time over which two answers to one question differ: one says inside, the other outside.
struct Difference {
    std::uint32_t airspace = 0;
    double from_s = 0, to_s = 0;
    bool ours_inside = false;
};

/// All of them, by airspace, then time: an instant that is told differently, a stay that only one of them tells, an
/// absence likewise. REQUIRES: both are as bench::joined returns them.
std::vector<Difference> differences(const std::vector<bench::PeerVisit>& ours,
                                    const std::vector<bench::PeerVisit>& theirs);

}  // namespace incursion::test

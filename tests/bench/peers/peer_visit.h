#pragma once

#include <cstdint>
#include <vector>

namespace incursion::bench {

/// One stay of a track in an airspace, as any of the peers tells it. Instants in seconds after the track's first fix.
struct PeerVisit {
    std::uint32_t airspace = 0;  ///< place in Airspaces::list
    double entry_s = 0, exit_s = 0;
};

/// By airspace, then entry; stays that follow each other within 0.1 microseconds are one (two parts of an airspace
/// that touch where the track goes over), and stays shorter than that are left out.
std::vector<PeerVisit> joined(std::vector<PeerVisit> visits);

}  // namespace incursion::bench

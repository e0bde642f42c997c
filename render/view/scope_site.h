#pragma once

#include "render/view/replay.h"

namespace incursion {

/// Where the scope stands, and how far it looks at first.
struct ScopeSite {
    LonLat centre;
    double range_m = 0;
};

/// The scenario's `[scope]`; what it leaves open is worked out: the middle of all entries into and exits from
/// foreign airspace, else of the closest approaches, else of all tracks; and a range that holds what is flown
/// within five minutes of them, between 5 km and 5,000 km.
/// REQUIRES: the replay has flown; its radar is not asked for.
ScopeSite scope_site_of(const Replay& replay);

}  // namespace incursion

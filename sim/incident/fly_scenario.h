#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/analysis/track_report.h"
#include "sim/base/diagnostics.h"
#include "sim/model/limit_reached.h"
#include "sim/model/scenario.h"

namespace incursion {

/// The track of one aircraft, read or flown.
struct FlownAircraft {
    Track track;
    std::vector<LimitReached> limits;
};

/// Takes the track of an aircraft from its file, or flies its plan over the scenario's span. An anchored plan
/// is flown until its event (the first entry into or exit from an airspace by side, floor or ceiling) happens,
/// then its whole time line is moved so that the event falls on its instant, and the part within the
/// scenario's span is recorded; the crossing of the recorded track falls there within 1 microsecond.
/// Problems are added with their path (`aircraft[2].anchor`).
std::optional<FlownAircraft> fly_aircraft(const Scenario& scenario, std::size_t aircraft, const AnalysisGround& ground,
                                          Diagnostics& diagnostics);

}  // namespace incursion

#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "sim/analysis/track_report.h"
#include "sim/incident/incident.h"

namespace incursion {

/// One of the scenario's other drawings of the borders, read.
struct AlternativeBorders {
    std::size_t border = 0;  ///< place in Scenario::borders
    Airspaces airspaces;
};

/// Adds to an incident's report what takes longer than the rest, each part where the scenario gives cause for it:
/// uncertainties of every track to the foreign airspaces that it visits and to the nearest one ([accuracy], or that of
/// an aircraft; drawn with the scenario's seed); the reach of recorded tracks whose type states a greatest speed; and
/// the comparison with other drawings of the borders, one or more of them in `alternatives`.
/// REQUIRES: `incident` is what run_incident gave for `scenario` on `ground`. Problems with heights against the limits
/// of alternative airspaces are added with their path (`border[0]`), and nothing else is done for that one then.
void add_sureness(Incident& incident, const Scenario& scenario, const AnalysisGround& ground,
                  const std::vector<AlternativeBorders>& alternatives, Diagnostics& diagnostics);

}  // namespace incursion

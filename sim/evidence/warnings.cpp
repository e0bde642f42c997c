#include "sim/evidence/warnings.h"

#include "sim/evidence/avoidance.h"
#include "sim/evidence/call_timing.h"
#include "sim/evidence/rule_check.h"

namespace incursion {

WarningReport assess_warnings(const Scenario& scenario, std::span<const Track> tracks, const Report& report,
                              const AnalysisGround& ground)
{
    WarningReport warnings;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const Aircraft& aircraft = scenario.aircraft[i];
        for (Avoidance& a : find_avoidances(tracks[i], report.tracks[i], aircraft.type.value_or(AircraftType{}),
                                            aircraft.avoidance.value_or(scenario.avoidance), ground))
            warnings.avoidances.push_back(std::move(a));
    }
    warnings.calls = time_calls(tracks, report, warnings.avoidances, ground);
    if (scenario.rules)
        warnings.rules = check_rules(*scenario.rules, tracks, report, warnings.avoidances, ground);
    return warnings;
}

}  // namespace incursion

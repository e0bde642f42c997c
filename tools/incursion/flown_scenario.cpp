#include "tools/incursion/flown_scenario.h"

#include <utility>

#include "sim/io/read_ground.h"
#include "sim/io/read_scenario.h"

namespace incursion {

FlownScenario::FlownScenario(Scenario scenario, Airspaces airspaces)
    : scenario_{std::move(scenario)}, ground_{std::move(airspaces), crossing_options_of(scenario_)}
{
}

std::unique_ptr<FlownScenario> FlownScenario::fly(const std::string& path, Diagnostics& diagnostics)
{
    std::optional<Scenario> scenario = read_scenario(path, diagnostics);
    if (!scenario)
        return nullptr;
    std::optional<Airspaces> airspaces = read_scenario_airspaces(*scenario, diagnostics);
    if (!airspaces || diagnostics.has_errors())
        return nullptr;
    std::unique_ptr<FlownScenario> flown{new FlownScenario{std::move(*scenario), std::move(*airspaces)}};
    flown->incident_ = run_incident(flown->scenario_, flown->ground(), diagnostics);
    return flown->incident_ && !diagnostics.has_errors() ? std::move(flown) : nullptr;
}

}  // namespace incursion

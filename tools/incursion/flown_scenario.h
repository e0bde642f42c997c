#pragma once

#include <memory>
#include <optional>
#include <string>

#include "sim/incident/incident.h"

namespace incursion {

/// A scenario read, flown and analysed, with the ground that it was analysed on. Its parts refer to each other, so it
/// stays where it was made.
class FlownScenario {
public:
    /// Null where a file cannot be read or used, with what is wrong in `diagnostics`. A warning keeps nothing back.
    static std::unique_ptr<FlownScenario> fly(const std::string& path, Diagnostics& diagnostics);

    FlownScenario(const FlownScenario&) = delete;
    FlownScenario& operator=(const FlownScenario&) = delete;

    const Scenario& scenario() const { return scenario_; }
    const Airspaces& airspaces() const { return airspaces_; }
    const Incident& incident() const { return *incident_; }
    AnalysisGround ground() const { return {airspaces_, index_, distances_, crossing_options_of(scenario_)}; }

private:
    FlownScenario(Scenario scenario, Airspaces airspaces);

    Scenario scenario_;
    Airspaces airspaces_;
    BorderIndex index_;
    BorderDistances distances_;
    std::optional<Incident> incident_;
};

}  // namespace incursion

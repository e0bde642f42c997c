#pragma once

#include <memory>
#include <optional>
#include <string>

#include "sim/analysis/owned_ground.h"
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
    const Airspaces& airspaces() const { return ground_.airspaces; }
    const Incident& incident() const { return *incident_; }
    const AnalysisGround& ground() const { return ground_.analysis; }

private:
    FlownScenario(Scenario scenario, Airspaces airspaces);

    Scenario scenario_;
    OwnedGround ground_;
    std::optional<Incident> incident_;
};

}  // namespace incursion

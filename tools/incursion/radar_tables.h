#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/incident/incident.h"
#include "sim/io/output_file.h"

namespace CLI {
class App;
}

namespace incursion {

/// The tables of what a scenario's radars saw, where they are asked for: plots, and a tracker's tracks.
class RadarTables {
public:
    void setup(CLI::App& app);
    /// Throws WrongCall where a name tells no format, or two outputs (`report` is a third) are one.
    void check(const std::string& report) const;
    bool is_asked_for() const { return !plots_.empty() || !system_tracks_.empty(); }
    /// Why they cannot be written, before the work is done.
    std::optional<Problem> refuse(Overwrite overwrite) const;
    /// An error where the scenario has no radar. REQUIRES: they are asked for.
    void look_at(const Scenario& scenario, Diagnostics& diagnostics) const;
    std::optional<Problem> write(const Incident& incident, Overwrite overwrite) const;

private:
    std::string plots_, system_tracks_;
};

}  // namespace incursion

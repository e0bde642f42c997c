#pragma once

#include <vector>

#include "sim/incident/sureness.h"
#include "sim/io/toml_reader.h"
#include "sim/model/scenario.h"

namespace incursion {

/// The tables `[[border]]` of a scenario into Scenario::borders: other drawings of the same borders. `id` and `source`
/// (a file, as seen from the scenario's folder) are needed; `layer`, `where`, `key`, `owner` and `edges` are as in
/// `[airspace]`; `names` tells by which key our airspaces go there; `page`, `confidence` and `note` are the evidence.
/// Ids that are empty, taken or `scenario` (which is the scenario's own source) become errors.
/// REQUIRES: scenario.path is set. Files are added to scenario.inputs; they are not opened.
void read_border_alternatives(TomlReader& root, Scenario& scenario);

/// The airspaces of every alternative of a scenario, in order. Those that cannot be read are errors in `diagnostics`
/// and left out.
std::vector<AlternativeBorders> read_alternative_borders(const Scenario& scenario, Diagnostics& diagnostics);

}  // namespace incursion

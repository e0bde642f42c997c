#pragma once

#include "sim/incident/incident.h"

namespace incursion {

/// Sets the figures of a claim against what the track of its aircraft gives and what the tracks of the same machine in
/// other accounts give, and works out the ground speed that its dwell asks for, beside the speeds that the aircraft's
/// type can fly at that altitude.
/// REQUIRES: the tracks and the calls of `incident` are analysed.
ClaimReport check_claim(const Claim& claim, const Scenario& scenario, const Incident& incident);

}  // namespace incursion

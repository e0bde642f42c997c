#pragma once

#include <string>

#include "render/view/view_state.h"

namespace incursion {

/// `the first on LIMA-2 and TUR`: whose claim it is and what it is about.
std::string claim_subject(const Claim& claim);
/// `greatest depth`, `calls within`.
std::string claim_figure_name(const ClaimFigure& figure);
/// One of its two numbers in the unit that its kind is told in: `17.000 s`, `2.78 km`, `317 kt`, `10`.
std::string claim_value(const ClaimFigure& figure, double value, LengthUnit unit);
/// What the type's limits say to the speed that a claim asks for: `52 kt slower than it can fly`.
std::string speed_judgement(const SpeedArithmetic& sum, LengthUnit unit);

}  // namespace incursion

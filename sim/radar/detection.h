#pragma once

#include "sim/model/radar.h"

namespace incursion {

/// Probability that one pass of the beam gives a plot, within the limits of range and sight. A secondary radar:
/// `detection`. A primary one: a Swerling 1 target, Pd = Pfa^(1 / (1 + SNR)), whose signal-to-noise ratio grows with
/// the cross-section and falls with the fourth power of range, so that it is `detection` for the reference
/// cross-section at `detection_range_m` (Skolnik, Introduction to Radar Systems, 3rd ed., chapter 2). A primary radar
/// without a detection range, or whose detection or false alarm is not within (0, 1), has `detection` everywhere.
/// REQUIRES: range_m > 0.
double detection_probability(const RadarType& type, double range_m, double cross_section_m2);

}  // namespace incursion

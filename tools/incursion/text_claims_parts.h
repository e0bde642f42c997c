#pragma once

#include <cstddef>
#include <string>

#include "sim/incident/claim_study.h"
#include "tools/incursion/text_report_parts.h"

namespace incursion {

/// What one reading of the units comes to: its figures, the flights that make them true or what excludes what, the
/// speeds that its dwell needs, and the dwell that follows from each speed.
void write_reading(ReportText& text, const ClaimStudy& study, const ReadingStudy& reading);

/// Of the paths that were tried, the lines.
std::size_t straight_paths(const ClaimStudy& study);

/// `19.3 t`; below a tonne in kilograms.
std::string mass_text(double kg);

/// `between 170 and 560 m/s`, or the one bound that there is.
std::string limits_text(const SpeedRange& speeds);

/// `a depth of 1.36 mi`, `the speeds of the su-24m`.
std::string figure_text(const StatedFigure& figure);

}  // namespace incursion

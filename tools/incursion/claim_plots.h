#pragma once

#include <string>
#include <vector>

#include "sim/incident/claim_study.h"

namespace incursion {

/// A picture to be drawn by gnuplot.
struct ClaimPlot {
    std::string name;    ///< of the file, without ending: `account-aircraft-airspace-1-speed`
    std::string script;
};

/// Two for each reading of every study that was searched: `speed`, the time inside over ground speed with what the
/// figures allow and what the type flies; `map`, the border with the feasible crossings, or where there are none with
/// those that make one figure true each, and the account's own track.
std::vector<ClaimPlot> claim_plots(const std::vector<ClaimStudy>& studies, const Incident& incident,
                                   const Scenario& scenario, const Airspaces& airspaces);

// Each by itself.
std::string speed_plot(const ClaimStudy& study, const ReadingStudy& reading);
std::string map_plot(const ClaimStudy& study, const ReadingStudy& reading, const Track* own, const Airspaces& airspaces);

}  // namespace incursion

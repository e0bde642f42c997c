#pragma once

#include <string>
#include <vector>

#include "sim/incident/incident.h"
#include "sim/incident/sureness.h"
#include "tools/incursion/html_page.h"

namespace incursion {

/// What a report's page tells beside the report.
struct ReportPage {
    std::vector<PageInput> inputs;
    std::string versions;  ///< of the program and what it computes with, on one line
    std::string command;   ///< that makes this page again
    std::vector<std::string>
        credits;  ///< what the sources of borders say of themselves: whose they are, under which licence
};

/// A report as one HTML page that needs nothing beside itself, to publish or to print: what was found in plain words,
/// maps, time line and charts, and then everything that the text report tells, in the same words. It suits a wide
/// screen, a telephone, a dark room, paper and a screen reader. Every text is escaped, it is well-formed XML too, and
/// the same input gives the same bytes.
/// REQUIRES: `incident` is what run_incident gave for `scenario` on `ground`, with add_sureness done.
std::string html_report(const Scenario& scenario, const Incident& incident, const AnalysisGround& ground,
                        const std::vector<AlternativeBorders>& alternatives, const ReportPage& page);

}  // namespace incursion

#pragma once

#include <string>
#include <vector>

#include "sim/training/look_back.h"
#include "tools/incursion/html_moments.h"
#include "tools/incursion/html_page.h"

namespace incursion {

/// What the scope showed at a moment.
struct DebriefPicture {
    DecisiveMoment moment;
    std::string png;  ///< the file's bytes
    int width_px = 0, height_px = 0;
};

struct DebriefPage {
    std::vector<DebriefPicture> pictures;
    std::string why_no_pictures;  ///< a sentence, where there are none
    std::vector<PageInput> inputs;
    std::string versions;  ///< of the program and what it computes with, on one line
};

/// A debrief as one HTML page that needs nothing beside itself: no network, no script. It suits a wide screen, a
/// telephone, a dark room and paper. Every text is escaped. The same input gives the same bytes.
std::string html_debrief(const Debrief& debrief, const DebriefPage& page);

}  // namespace incursion

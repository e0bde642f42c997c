#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/analysis/border_comparison.h"
#include "sim/analysis/track_report.h"

namespace incursion {

/// One drawing of the borders, ready to be asked. Keeps a reference.
struct BorderDrawing {
    BorderVariant variant;
    std::vector<std::pair<std::string, std::string>> names;  ///< our key, and its key there; the same where absent
    const AnalysisGround& ground;
};

/// A track and whose airspace it may use. Keeps a reference.
struct ComparedTrack {
    const Track& track;
    Belonging belonging;
};

struct BorderComparisonOptions {
    double window_m = 5000;     ///< how far from the entry, the exit or the closest point the lines are compared
    double interest_m = 20000;  ///< a track that nowhere comes nearer and is inside in no variant gets no row
};

/// Sets the same tracks against several drawings of the borders: the first is the scenario's own. Behind it stands, by
/// itself, the same source with its edges read the other way; its id is that of the first with ` geodesic` or
/// ` straight` behind it. Rows are those of foreign airspaces of the first drawing, by track, then key.
/// `apart_m` is the greatest distance from our line, sampled each 25 m within the window around every entry and exit
/// through a side (the closest point where there is none), to the nearest point of a variant's line; exact to 12.5 m
/// where lines have corners between samples. A variant that does not know the key has no say in it.
/// REQUIRES: `drawings` is not empty; limits_problem finds none for any track and drawing.
BorderComparison compare_borders(const std::vector<ComparedTrack>& tracks, const std::vector<BorderDrawing>& drawings,
                                 const BorderComparisonOptions& options = {});

}  // namespace incursion

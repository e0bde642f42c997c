#pragma once

#include "render/view/build_scene.h"
#include "render/view/label_placement.h"
#include "render/view/projection.h"

namespace incursion {

/// Where text of that size stands.
Rect box_of(const Label& label, const TextSizes& sizes);
/// A line of text about a point.
Label label_about(StyleId style, FontId font, std::string text, Point middle, const TextSizes& sizes);

/// Text and marks on the glass that stay while the instant changes: numbers of range rings, keys of airspaces in
/// calm places, names of places. No two of them overlap; a name for which there is no room is left out.
struct MapLabels {
    std::vector<Label> labels;
    std::vector<Stroke> marks;
};
MapLabels map_labels(const Replay& replay, const ViewState& view, const ScopeMapping& mapping, float scale,
                     const TextSizes& sizes);

/// Those that no other text stands on or close to: a name under a data block could not be read, and would spoil it.
std::vector<Label> uncovered(const std::vector<Label>& names, const std::vector<Label>& others, const TextSizes& sizes);

}  // namespace incursion

#pragma once

#include <string>
#include <vector>

#include "render/view/label_placement.h"
#include "render/view/scene_tracks.h"

namespace incursion {

/// A data block with its place beside the symbol.
struct PlacedBlock {
    std::size_t seen = 0;  ///< place in SceneMaker::seen
    Rect box;
    std::vector<std::string> lines;
};

/// The glass with what text should keep off: symbols, vectors, map labels.
LabelSpace space_for_labels(const SceneMaker& maker);

/// Finds places for the data blocks and takes them: the selected aircraft first, then those inside, then the others
/// in the order of tracks. Where there is no room for a whole block its label alone is tried; what finds no place is
/// left out. No two overlap.
std::vector<PlacedBlock> placed_blocks(const SceneMaker& maker, LabelSpace& space);

/// Text, leader line and the bar beside the text.
void add_block(const SceneMaker& maker, const PlacedBlock& block, Scene& scene);

}  // namespace incursion

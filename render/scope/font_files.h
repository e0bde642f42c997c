#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <vector>

#include "render/view/style.h"

namespace incursion {

/// A file with glyphs, and how high a line is for an em of 1.
struct FontFile {
    std::string path;
    float line_per_em = 1;
};

/// The files that make up a font, the first one leading; those which are not installed are left out.
std::vector<FontFile> font_files(FontId id);

/// Whether every character of the font gets one advance.
bool is_fixed_advance(FontId id);

/// Characters to load, as ImGui wants them: pairs of first and last, ended by 0. The clock has those of
/// Latin and signs, the others Greek and Cyrillic too.
const ImWchar* glyph_ranges(FontId id);

}  // namespace incursion

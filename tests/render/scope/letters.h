#pragma once

#include <imgui.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include <catch2/catch.hpp>

#include "render/view/layout.h"

namespace incursion {

// What ImGui has drawn, looked at letter by letter.

/// A letter as drawn, and the rectangle that its drawing was clipped to.
struct Letter {
    Rect box, clip;
};

/// Lines of ImGui have texture too: rows of the atlas that letters are not in.
inline bool is_letter(const ImDrawVert& vertex)
{
    const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    const ImVec2 white = atlas.TexUvWhitePixel;
    if (vertex.uv.x == white.x && vertex.uv.y == white.y)
        return false;
    return std::none_of(std::begin(atlas.TexUvLines), std::end(atlas.TexUvLines), [&](const ImVec4& line) {
        return vertex.uv.y == line.y && (vertex.uv.x == line.x || vertex.uv.x == line.z);
    });
}

inline std::vector<Letter> letters_drawn()
{
    std::vector<Letter> letters;
    const ImDrawData& data = *ImGui::GetDrawData();
    for (int n = 0; n < data.CmdListsCount; ++n) {
        const ImDrawList& list = *data.CmdLists[n];
        for (const ImDrawCmd& command : list.CmdBuffer)
            for (unsigned i = 0; i + 5 < command.ElemCount; i += 3) {
                const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset + i;
                const ImDrawVert& a = list.VtxBuffer[index[0]];
                const ImDrawVert& c = list.VtxBuffer[index[2]];
                // A letter is two triangles over its upper left and lower right corners.
                if (!is_letter(a) || index[3] != index[0] || index[4] != index[2])
                    continue;
                letters.push_back({{a.pos.x, a.pos.y, c.pos.x - a.pos.x, c.pos.y - a.pos.y},
                                   {command.ClipRect.x, command.ClipRect.y, command.ClipRect.z - command.ClipRect.x,
                                    command.ClipRect.w - command.ClipRect.y}});
            }
    }
    return letters;
}

inline float overlap_area(const Rect& a, const Rect& b)
{
    const float width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const float height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    return width > 0 && height > 0 ? width * height : 0;
}

/// Beyond the pixels to which line heights are rounded.
inline bool is_cut(const Letter& letter, float scale)
{
    const float spare = scale < 1 ? 2 : 1;
    const auto& [box, clip] = letter;
    return box.x < clip.x - spare || box.y < clip.y - spare || box.right() > clip.right() + spare ||
           box.bottom() > clip.bottom() + spare;
}

inline void check_letters(float scale)
{
    const std::vector<Letter> letters = letters_drawn();
    REQUIRE(letters.size() > 20);
    std::size_t cut = 0, over = 0;
    // Below its design size a letter is a few pixels, its neighbour's edge among them; in less than half of it no
    // letter can be told from its neighbour.
    const float share = scale < 1 ? 0.7F : 0.4F;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const Rect& box = letters[i].box;
        cut += is_cut(letters[i], scale);
        for (std::size_t k = i + 1; k < letters.size(); ++k) {
            const Rect& other = letters[k].box;
            const float smaller = std::min(box.width * box.height, other.width * other.height);
            over += overlap_area(box, other) > share * smaller;
        }
    }
    CHECK(cut == 0);
    if (scale >= 0.5F)
        CHECK(over == 0);
}

}  // namespace incursion

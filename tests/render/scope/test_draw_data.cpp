#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/render/scope/gui_hand.h"

namespace incursion {
namespace {

/// A letter as drawn, and the rectangle that its drawing was clipped to.
struct Letter {
    Rect box, clip;
};

/// Lines of ImGui have texture too: rows of the atlas that letters are not in.
bool is_letter(const ImDrawVert& vertex)
{
    const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    const ImVec2 white = atlas.TexUvWhitePixel;
    if (vertex.uv.x == white.x && vertex.uv.y == white.y)
        return false;
    return std::none_of(std::begin(atlas.TexUvLines), std::end(atlas.TexUvLines), [&](const ImVec4& line) {
        return vertex.uv.y == line.y && (vertex.uv.x == line.x || vertex.uv.x == line.z);
    });
}

std::vector<Letter> letters_drawn()
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

float overlap_area(const Rect& a, const Rect& b)
{
    const float width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const float height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    return width > 0 && height > 0 ? width * height : 0;
}

struct Case {
    FrameSize frame;
    LayoutId layout;
};
std::vector<Case> cases()
{
    std::vector<Case> list;
    for (const LayoutId layout : {LayoutId::full, LayoutId::scope, LayoutId::vertical})
        for (const auto& [width, height] :
             {std::pair{640, 360}, {1280, 720}, {1920, 1080}, {3840, 2160}, {720, 1280}, {1000, 1000}, {1024, 600}}) {
            list.push_back({{width, height, natural_scale(layout, width, height)}, layout});
            list.push_back({{width, height, 1}, layout});
        }
    return list;
}

/// Beyond the pixels to which line heights are rounded.
bool is_cut(const Letter& letter, float scale)
{
    const float spare = scale < 1 ? 2 : 1;
    const auto& [box, clip] = letter;
    return box.x < clip.x - spare || box.y < clip.y - spare || box.right() > clip.right() + spare ||
           box.bottom() > clip.bottom() + spare;
}

void check_letters(float scale)
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

}  // namespace

TEST_CASE("No letter is cut by its panel's edge and none stands on another, at any size", "[long]")
{
    for (const Case& one : cases())
        for (const bool is_crowded : {false, true})
            for (const SidePage page : {SidePage::charts, SidePage::figures}) {
                CAPTURE(one.frame.width_px, one.frame.height_px, one.frame.scale, static_cast<int>(one.layout),
                        is_crowded, static_cast<int>(page));
                GuiHand hand(one.frame, one.layout);
                if (is_crowded)
                    hand.data = crowded_panels(40);
                hand.view.page = page;
                hand.draw();
                hand.draw();
                check_letters(one.frame.scale);
            }
}

TEST_CASE("Where a label is asked for it is told, whatever the size, and so is the whole of a caption with the row for "
          "itself")
{
    for (const Case& one : cases()) {
        if (one.frame.scale != natural_scale(one.layout, one.frame.width_px, one.frame.height_px))
            continue;
        CAPTURE(one.frame.width_px, one.frame.height_px, one.frame.scale, static_cast<int>(one.layout));
        GuiHand hand(one.frame, one.layout);
        hand.view.is_film = true;
        hand.data.status.clear();
        hand.data.header.label.clear();
        hand.data.caption.clear();
        const auto count = [&] {
            hand.draw();
            hand.draw();
            return letters_drawn().size();
        };
        const std::size_t without = count();
        hand.data.header.label = "reconstruction";
        CHECK(count() == without + 14);
        hand.data.header.label.clear();
        // 30 words of 5 letters, spaces are not drawn.
        for (int i = 0; i < 30; ++i)
            hand.data.caption += "march ";
        if (one.layout != LayoutId::vertical || one.frame.width_px < one.frame.height_px)
            CHECK(count() == without + 150);
    }
}

TEST_CASE("A film has no scroll bars and nothing to touch, and its letters are as whole as ever")
{
    for (const Case& one : cases()) {
        CAPTURE(one.frame.width_px, one.frame.height_px, one.frame.scale, static_cast<int>(one.layout));
        GuiHand hand(one.frame, one.layout);
        hand.view.is_film = true;
        hand.data.status.clear();
        hand.draw();
        hand.draw();
        check_letters(one.frame.scale);
    }
}

TEST_CASE("The help stays within its card at any size")
{
    for (const Case& one : cases()) {
        CAPTURE(one.frame.width_px, one.frame.height_px, one.frame.scale, static_cast<int>(one.layout));
        GuiHand hand(one.frame, one.layout);
        set(hand.view, Switch::help, true);
        hand.draw();
        hand.draw();
        const std::vector<Letter> letters = letters_drawn();
        CHECK(std::none_of(letters.begin(), letters.end(),
                           [&](const Letter& letter) { return is_cut(letter, one.frame.scale); }));
    }
}

TEST_CASE("No draw list outgrows its 16-bit indices")
{
    GuiHand hand({3840, 2160, 3});
    hand.data = crowded_panels(500);
    for (Chart& chart : hand.data.charts.charts)
        for (int i = 0; i < 2; ++i)
            chart.lines.push_back(chart.lines.back());
    set(hand.view, Switch::help, true);
    hand.draw();
    hand.draw();
    const ImDrawData& data = *ImGui::GetDrawData();
    for (int n = 0; n < data.CmdListsCount; ++n)
        CHECK(data.CmdLists[n]->VtxBuffer.Size < 65536);
}

TEST_CASE("Grounds lie within the frame, below what is drawn on them")
{
    for (const Case& one : cases()) {
        GuiHand hand(one.frame, one.layout);
        for (const auto& [rect, style] : panel_grounds(hand.layout, hand.data, hand.view, one.frame.scale)) {
            CHECK(rect.x >= 0);
            CHECK(rect.y >= 0);
            CHECK(rect.right() <= static_cast<float>(one.frame.width_px));
            CHECK(rect.bottom() <= static_cast<float>(one.frame.height_px));
            CHECK(rect.x == std::round(rect.x));
            CHECK(rect.y == std::round(rect.y));
        }
    }
}

}  // namespace incursion

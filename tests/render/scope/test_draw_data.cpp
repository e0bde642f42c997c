#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/render/scope/gui_hand.h"
#include "tests/render/scope/letters.h"

namespace incursion {
namespace {

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

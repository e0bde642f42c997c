#include <cmath>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "render/view/label_placement.h"
#include "render/view/layout.h"

using namespace incursion;

namespace {

struct Named {
    std::string name;
    Rect rect;
};

std::vector<Named> parts_of(const Layout& layout)
{
    std::vector<Named> parts{{"header", layout.header}, {"scope", layout.scope}};
    if (!layout.strip)  // which stands in for it
        parts.push_back({"timeline", layout.timeline});
    const auto add = [&](const char* name, const std::optional<Rect>& rect) {
        if (rect)
            parts.push_back({name, *rect});
    };
    add("tracks", layout.tracks);
    add("selected", layout.selected);
    add("radio", layout.radio);
    add("side", layout.side);
    add("accounts", layout.accounts);
    add("caption", layout.caption);
    add("status", layout.status);
    add("desk", layout.desk);
    add("strip", layout.strip);
    return parts;
}

const FrameSize frames[] = {{640, 360, 0.5F},   {640, 360, 1},       {1280, 720, 1},    {1280, 720, 2},
                            {1600, 900, 1.25F}, {1920, 1080, 1.5F},  {3840, 2160, 3},   {2560, 1080, 1.5F},
                            {1024, 768, 0.8F},  {1000, 1000, 0.78F}, {720, 1280, 1},    {1080, 1920, 1.5F},
                            {2160, 3840, 3},    {700, 1600, 0.55F},  {1920, 400, 0.55F}};

/// The point of a rectangle nearest to another point.
float distance_to(const Rect& rect, Point p)
{
    const float dx = std::max({rect.x - p.x, 0.0F, p.x - rect.right()});
    const float dy = std::max({rect.y - p.y, 0.0F, p.y - rect.bottom()});
    return std::hypot(dx, dy);
}

}  // namespace

TEST_CASE("No part of a layout overlaps another or leaves the frame, whatever its size and shape")
{
    for (const LayoutId id : {LayoutId::full, LayoutId::scope, LayoutId::vertical, LayoutId::exercise})
        for (const FrameSize& frame : frames) {
            const Layout layout = layout_of(id, frame);
            const std::vector<Named> parts = parts_of(layout);
            CAPTURE(static_cast<int>(id), frame.width_px, frame.height_px, frame.scale);
            for (const Named& part : parts) {
                CAPTURE(part.name);
                CHECK(part.rect.width > 0);
                CHECK(part.rect.height > 0);
                CHECK(part.rect.x >= 0);
                CHECK(part.rect.y >= 0);
                CHECK(part.rect.right() <= static_cast<float>(frame.width_px) + 0.01F);
                CHECK(part.rect.bottom() <= static_cast<float>(frame.height_px) + 0.01F);
                for (const Named& other : parts) {
                    // The key to the accounts stands in a corner of the scope's square.
                    const bool is_corner = part.name == "scope" && other.name == "accounts";
                    if (&part < &other && !is_corner) {
                        CAPTURE(other.name);
                        CHECK_FALSE(overlap(grown(part.rect, -0.01F), grown(other.rect, -0.01F)));
                    }
                }
            }
        }
}

TEST_CASE("The round scope fills its part, and the key to the accounts keeps off its bezel")
{
    for (const LayoutId id : {LayoutId::full, LayoutId::scope, LayoutId::vertical})
        for (const FrameSize& frame : frames) {
            const Layout layout = layout_of(id, frame);
            const float half = std::min(layout.scope.width, layout.scope.height) / 2;
            CAPTURE(static_cast<int>(id), frame.width_px, frame.height_px, frame.scale);
            CHECK(layout.scope_centre.x == Approx(layout.scope.x + layout.scope.width / 2));
            CHECK(layout.scope_centre.y == Approx(layout.scope.y + layout.scope.height / 2));
            CHECK(layout.scope_radius_px < half);
            CHECK(layout.scope_radius_px > 0.8F * half);
            REQUIRE(layout.accounts);
            CHECK(distance_to(*layout.accounts, layout.scope_centre) > half * 0.999F);
        }
}

TEST_CASE("A layout looks the same in every size of one shape")
{
    for (const LayoutId id : {LayoutId::full, LayoutId::scope}) {
        const Layout small = layout_of(id, {1280, 720, 1}), large = layout_of(id, {3840, 2160, 3});
        CHECK(large.scope_radius_px == Approx(3 * small.scope_radius_px));
        CHECK(large.timeline.width == Approx(3 * small.timeline.width));
    }
    CHECK(natural_scale(LayoutId::full, 1280, 720) == Approx(1));
    CHECK(natural_scale(LayoutId::full, 3840, 2160) == Approx(3));
    CHECK(natural_scale(LayoutId::scope, 1280, 1440) == Approx(1));
    CHECK(natural_scale(LayoutId::vertical, 1080, 1920) == Approx(1.5));
}

TEST_CASE("At the design size the full layout has all its panels, and the scope takes most of the height")
{
    const Layout layout = layout_of(LayoutId::full, {1280, 720, 1});
    CHECK(layout.tracks);
    CHECK(layout.selected);
    CHECK(layout.radio);
    CHECK(layout.side);
    CHECK(layout.status);
    CHECK(layout.scope_radius_px > 240);
}

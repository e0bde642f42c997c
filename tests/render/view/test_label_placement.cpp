#include <catch2/catch.hpp>

#include "render/view/label_placement.h"
#include "render/view/polyline.h"
#include "sim/base/random.h"

using namespace incursion;

TEST_CASE("A box beside its leader's end stands on the far side of it")
{
    const LeaderPlace right = box_at({100, 100}, 40, 20, 0.25, 30);
    CHECK(right.leader_end.x == Approx(130));
    CHECK(right.box.x == Approx(130));
    CHECK(right.box.y == Approx(90));
    const LeaderPlace left = box_at({100, 100}, 40, 20, 0.75, 30);
    CHECK(left.box.right() == Approx(70));
    const LeaderPlace above = box_at({100, 100}, 40, 20, 0, 30);
    CHECK(above.box.bottom() == Approx(70));
    const LeaderPlace below = box_at({100, 100}, 40, 20, 0.5, 30);
    CHECK(below.box.y == Approx(130));
}

TEST_CASE("A box goes to the preferred side where that is free, else to the nearest direction that is")
{
    LabelSpace space{{200, 200}, 200};
    const auto free = place_beside(space, {200, 200}, 40, 20, 0.25, 30);
    REQUIRE(free);
    CHECK(free->box.x == Approx(230));
    space.take({225, 150, 60, 100});
    const auto moved = place_beside(space, {200, 200}, 40, 20, 0.25, 30);
    REQUIRE(moved);
    CHECK_FALSE(overlap(moved->box, {225, 150, 60, 100}));
}

TEST_CASE("What is only to be avoided is covered where all else is taken")
{
    LabelSpace space{{200, 200}, 60};
    // The whole glass is to be avoided, its right half a little more.
    space.avoid({100, 100, 200, 200}, 1);
    space.avoid({200, 100, 100, 200}, 1);
    const auto place = place_beside(space, {200, 200}, 20, 10, 0.25, 15);
    REQUIRE(place);
    CHECK(place->box.right() <= 200.001F);
    space.take({100, 100, 200, 200});
    CHECK_FALSE(place_beside(space, {200, 200}, 20, 10, 0.25, 15));
}

TEST_CASE("Five hundred boxes on one glass never overlap and never leave it")
{
    RandomStream random{500, "boxes"};
    LabelSpace space{{300, 300}, 300};
    std::vector<Rect> placed;
    for (int i = 0; i < 500; ++i) {
        const Point point{static_cast<float>(random.uniform(0, 600)), static_cast<float>(random.uniform(0, 600))};
        const auto place = place_beside(space, point, 60, 40, random.uniform(-1, 2), 20);
        if (!place)
            continue;
        CHECK(space.is_on_glass(place->box));
        for (const Rect& other : placed)
            REQUIRE_FALSE(overlap(place->box, other));
        placed.push_back(place->box);
        space.take(place->box);
    }
    // A circle of 300 px has room for 117 such boxes; half of that is a fair packing.
    CHECK(placed.size() > 50);
}

TEST_CASE("A line is cut at the sides of a rectangle, and parts that leave and come back stay apart")
{
    const Rect rect{0, 0, 10, 10};
    const auto parts = clipped_line({{-5, 5}, {5, 5}, {5, 20}, {8, 20}, {8, 5}}, rect);
    REQUIRE(parts.size() == 2);
    CHECK(parts[0] == Polyline{{0, 5}, {5, 5}, {5, 10}});
    CHECK(parts[1] == Polyline{{8, 10}, {8, 5}});
    CHECK(clipped_line({{-5, -5}, {20, -1}}, rect).empty());
}

TEST_CASE("A ring around a rectangle becomes the rectangle, one beside it nothing")
{
    const Rect rect{0, 0, 10, 10};
    const Polyline around = clipped_ring({{-5, -5}, {20, -5}, {20, 20}, {-5, 20}}, rect);
    CHECK(around.size() == 4);
    for (const Point p : around) {
        CHECK((p.x == Approx(0) || p.x == Approx(10)));
        CHECK((p.y == Approx(0) || p.y == Approx(10)));
    }
    CHECK(clipped_ring({{20, 0}, {30, 0}, {30, 10}}, rect).empty());
}

TEST_CASE("Leaving out points moves a line by no more than the tolerance")
{
    RandomStream random{3, "line"};
    Polyline line;
    for (int i = 0; i < 2000; ++i)
        line.push_back(
            {static_cast<float>(i) * 0.1F, static_cast<float>(3 * std::sin(i * 0.02) + random.uniform(-0.2, 0.2))});
    const Polyline kept = decimated(line, 0.7F);
    CHECK(kept.size() < line.size() / 10);
    CHECK(kept.front() == line.front());
    CHECK(kept.back() == line.back());
    for (const Point p : line) {
        float nearest = 1e9F;
        for (std::size_t i = 0; i + 1 < kept.size(); ++i)
            nearest = std::min(nearest, distance_to_stretch_px(p, kept[i], kept[i + 1]));
        CHECK(nearest <= 0.701F);
    }
}

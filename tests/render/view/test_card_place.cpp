#include "render/view/card_place.h"

#include <cmath>
#include <string>

#include <catch2/catch.hpp>

#include "sim/base/random.h"
#include "tests/render/view/scope_cases.h"

using namespace incursion;
using namespace incursion::test;

namespace {

const Rect bounds{10, 50, 1260, 560};

bool overlap(const Rect& a, const Rect& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool holds(const Rect& outer, const Rect& inner)
{
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() + 0.01F &&
           inner.bottom() <= outer.bottom() + 0.01F;
}

PointedThing spot(float x, float y)
{
    return {{x - 15, y - 15, 30, 30}, false};
}

float distance_to(const Rect& card, Point p)
{
    const float x = std::fmax(std::fmax(card.x - p.x, p.x - card.right()), 0.0F);
    const float y = std::fmax(std::fmax(card.y - p.y, p.y - card.bottom()), 0.0F);
    return std::hypot(x, y);
}

}  // namespace

TEST_CASE("a card stands beside a spot, near it, within the bounds and not upon it")
{
    RandomStream random{7, "cards"};
    for (int i = 0; i < 500; ++i) {
        const Point at{static_cast<float>(random.uniform(30, 1250)), static_cast<float>(random.uniform(70, 590))};
        CAPTURE(i, at.x, at.y);
        const PointedThing thing = spot(at.x, at.y);
        const CardPlace place = card_place(bounds, 330, 180, thing, {}, 1);
        CHECK(holds(bounds, place.card));
        CHECK_FALSE(overlap(place.card, thing.place));
        CHECK(place.has_line);
        CHECK(distance_to(place.card, at) <= 60);
        // The line goes from the card's edge to the ring, 15 px around the spot.
        CHECK(distance_to(place.card, place.from) < 0.01F);
        CHECK(std::hypot(place.to.x - at.x, place.to.y - at.y) == Approx(15).margin(0.01));
    }
}

TEST_CASE("a card leaves free what is to be kept free, where it can")
{
    const PointedThing thing = spot(600, 300);
    const Rect right{640, 200, 300, 200}, below{420, 340, 380, 250}, above{420, 60, 380, 220};
    const CardPlace place = card_place(bounds, 250, 120, thing, {right, below, above}, 1);
    for (const Rect& rect : {right, below, above})
        CHECK_FALSE(overlap(place.card, rect));
    CHECK(place.card.right() < 600);
}

TEST_CASE("a card beside a panel does not cover it, and its line is the shortest")
{
    for (const Rect& panel :
         {Rect{10, 60, 500, 500}, Rect{900, 60, 370, 300}, Rect{10, 60, 1260, 80}, Rect{300, 300, 200, 100}}) {
        const CardPlace place = card_place(bounds, 300, 150, PointedThing{panel, true}, {}, 1);
        CHECK_FALSE(overlap(place.card, panel));
        REQUIRE(place.has_line);
        CHECK(distance_to(panel, place.to) < 0.01F);
        CHECK(distance_to(place.card, place.from) < 0.01F);
        CHECK(std::hypot(place.to.x - place.from.x, place.to.y - place.from.y) <= 20);
    }
}

TEST_CASE("where a thing fills the frame the card has no line and stays within the bounds")
{
    const CardPlace place = card_place(bounds, 400, 200, PointedThing{{0, 0, 1280, 720}, true}, {}, 1);
    CHECK(holds(bounds, place.card));
    CHECK_FALSE(place.has_line);
}

TEST_CASE("a card without a thing stands at the foot, and lengths go with the scale")
{
    const CardPlace place = card_place(bounds, 400, 200, std::nullopt, {}, 1);
    CHECK(place.card == Rect{440, 410, 400, 200});
    CHECK_FALSE(place.has_line);
    const CardPlace one = card_place(bounds, 300, 150, spot(600, 300), {}, 1);
    const Rect doubled{20, 100, 2520, 1120};
    const CardPlace two = card_place(doubled, 600, 300, PointedThing{{1170, 570, 60, 60}, false}, {}, 2);
    CHECK(two.card.x == Approx(2 * one.card.x));
    CHECK(two.card.y == Approx(2 * one.card.y));
}

TEST_CASE("cards stand between header and caption in every layout, unless that is too low")
{
    for (const LayoutId id : {LayoutId::full, LayoutId::scope, LayoutId::vertical}) {
        const FrameSize frame = id == LayoutId::vertical ? frame_for(id, 720, 1280) : frame_for(id, 1280, 720);
        const Layout layout = layout_of(id, frame);
        const Rect place = card_bounds(layout, frame, 200);
        CHECK_FALSE(overlap(place, layout.header));
        CHECK_FALSE(overlap(place, layout.timeline));
        CHECK_FALSE(overlap(place, layout.caption.value()));
        CHECK(place.height >= 400);
        CHECK(card_bounds(layout, frame, 5000).height > place.height);
    }
}

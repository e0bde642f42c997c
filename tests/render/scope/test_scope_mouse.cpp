#include <catch2/catch.hpp>

#include "render/scope/scope_mouse.h"
#include "tests/render/scope/gui_hand.h"

namespace incursion {
namespace {

/// A scope on which one aircraft, the second, is 40 pixels east of the middle, and a mouse.
struct ScopeHand : GuiHand {
    Point middle = layout.scope_centre;
    Point aircraft{layout.scope_centre.x + 40, layout.scope_centre.y};
    std::vector<Request> asked;

    void look()
    {
        const ScopeMapping mapping(LonLat{36, 36}, view, layout);
        const TrackFinder find = [&](Point at) {
            const bool is_near = std::abs(at.x - aircraft.x) < 8 && std::abs(at.y - aircraft.y) < 8;
            return is_near ? std::optional<std::size_t>(1) : std::nullopt;
        };
        gui->begin_frame(frame, 1.0 / 30);
        draw_panels(*gui, data, view, layout, look_of(view.palette), state);
        for (const Request& request : scope_mouse(view, layout, mapping, find, frame.scale, state)) {
            if (const PointAt* pointed = std::get_if<PointAt>(&request))
                view.pointer = pointed->pointer;
            asked.push_back(request);
        }
        ImGui::Render();
    }
    void move(Point at)
    {
        ImGui::GetIO().MousePos = ImVec2(at.x, at.y);
        look();
        look();
    }
    void button(int which, bool is_down)
    {
        ImGui::GetIO().MouseDown[which] = is_down;
        look();
    }
    /// Without what tells where the pointer is.
    std::vector<Request> take()
    {
        std::erase_if(asked, [](const Request& r) { return std::holds_alternative<PointAt>(r); });
        return std::exchange(asked, {});
    }
};

}  // namespace

TEST_CASE("The pointer is told when it moves, and when it leaves the frame")
{
    ScopeHand hand;
    hand.move({300, 200});
    REQUIRE(hand.asked.size() == 1);
    CHECK(std::get<PointAt>(hand.asked[0]).pointer == Point{300, 200});
    hand.move({-5, 200});
    REQUIRE(hand.asked.size() == 2);
    CHECK_FALSE(std::get<PointAt>(hand.asked[1]).pointer.has_value());
}

TEST_CASE("The wheel on the glass zooms about the pointer; over a panel it does not")
{
    ScopeHand hand;
    hand.move(hand.middle);
    hand.take();
    ImGui::GetIO().MouseWheel = 1;
    hand.look();
    const std::vector<Request> closer = hand.take();
    REQUIRE(closer.size() == 1);
    CHECK(only<ZoomBy>(closer)->factor > 1);
    CHECK(only<ZoomBy>(closer)->about == hand.middle);
    ImGui::GetIO().MouseWheel = -1;
    hand.look();
    CHECK(only<ZoomBy>(hand.take())->factor < 1);
    hand.move({hand.layout.tracks->x + 40, hand.layout.tracks->y + 40});
    ImGui::GetIO().MouseWheel = 1;
    hand.look();
    CHECK(hand.take().empty());
}

TEST_CASE("A drag with the left button moves the scope by as much as the mouse moved, and selects nothing")
{
    ScopeHand hand;
    hand.move(hand.aircraft);
    hand.button(0, true);
    hand.move({hand.aircraft.x + 30, hand.aircraft.y - 20});
    hand.move({hand.aircraft.x + 50, hand.aircraft.y - 60});
    hand.button(0, false);
    float dx = 0, dy = 0;
    for (const Request& request : hand.take()) {
        dx += std::get<PanBy>(request).dx_px;
        dy += std::get<PanBy>(request).dy_px;
    }
    CHECK(dx == Approx(50));
    CHECK(dy == Approx(-60));
}

TEST_CASE("A click selects the aircraft under it and leaves the choice elsewhere")
{
    ScopeHand hand;
    hand.move(hand.aircraft);
    hand.button(0, true);
    hand.button(0, false);
    const std::vector<Request> asked = hand.take();
    REQUIRE(asked.size() == 1);
    CHECK(only<Select>(asked)->track == 1U);
    hand.move({hand.middle.x, hand.middle.y + 60});
    hand.button(0, true);
    hand.button(0, false);
    CHECK(hand.take().empty());
}

TEST_CASE("A double click brings the aircraft into the middle")
{
    ScopeHand hand;
    hand.move(hand.aircraft);
    hand.button(0, true);
    hand.button(0, false);
    hand.take();
    hand.button(0, true);
    hand.button(0, false);
    const std::vector<Request> asked = hand.take();
    REQUIRE(asked.size() == 2);
    CHECK(only<Select>(asked)->track == 1U);
    CHECK(only<CentreOnSelected>(asked));
}

TEST_CASE("A drag with the right button draws a ruler whose ends stick to aircraft; a click takes it away")
{
    ScopeHand hand;
    hand.move(hand.middle);
    hand.button(1, true);
    hand.move(hand.aircraft);
    const std::vector<Request> asked = hand.take();
    REQUIRE_FALSE(asked.empty());
    const Ruler ruler = std::get<SetRuler>(asked.back()).ruler.value();
    CHECK_FALSE(ruler.from.track.has_value());
    CHECK(ruler.from.place.lon_deg == Approx(36).margin(1e-9));
    CHECK(ruler.from.place.lat_deg == Approx(36).margin(1e-9));
    CHECK(ruler.to.track == 1U);
    hand.view.ruler = ruler;
    hand.button(1, false);
    CHECK(hand.take().empty());
    hand.button(1, true);
    hand.button(1, false);
    const std::vector<Request> gone = hand.take();
    REQUIRE(gone.size() == 1);
    CHECK_FALSE(only<SetRuler>(gone)->ruler.has_value());
}

TEST_CASE("A button that went down on a panel does nothing on the glass")
{
    ScopeHand hand;
    hand.move({hand.layout.tracks->x + 40, hand.layout.tracks->y + 60});
    hand.button(0, true);
    hand.move(hand.aircraft);
    hand.button(0, false);
    CHECK(hand.take().empty());
}

}  // namespace incursion

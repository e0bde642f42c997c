#include <catch2/catch.hpp>

#include "render/scope/tour_card.h"
#include "tests/render/scope/gui_hand.h"

namespace incursion {
namespace {

TourCard some_card(const PointedThing& thing)
{
    TourCard card;
    card.title = "Türkiye: 17 seconds at 19,000 feet";
    card.text =
        "The letter says 1.36 miles deep and 1.15 miles long; which miles it does not say. The line flown here is "
        "reconstructed. Траектория восстановлена.";
    card.count = "4 / 7";
    card.hint = "Space: on   ←: back";
    card.left = 0.5F;
    card.thing = thing;
    return card;
}

/// Frames with the card over them, and a hand that presses the button at a place in the third of them.
bool is_clicked(GuiHand& hand, const TourCard& card, Point at)
{
    bool clicked = false;
    for (int n = 0; n < 6; ++n) {
        ImGui::GetIO().MousePos = ImVec2{at.x, at.y};
        ImGui::GetIO().MouseDown[0] = n == 2 || n == 3;
        hand.gui->begin_frame(hand.frame, 0.1);
        clicked = draw_tour_card(*hand.gui, look_of(PaletteId::phosphor), hand.layout, hand.frame, card) || clicked;
        ImGui::Render();
    }
    return clicked;
}

}  // namespace

TEST_CASE("a click on the card of a tour is told, one beside it is not")
{
    GuiHand hand;
    const Point spot{hand.layout.scope_centre.x, hand.layout.scope_centre.y};
    const TourCard card = some_card({{spot.x - 15, spot.y - 15, 30, 30}, false});
    const CardPlace place = tour_card_place(*hand.gui, look_of(PaletteId::phosphor), hand.layout, hand.frame, card);
    CHECK(is_clicked(hand, card, {place.card.x + 20, place.card.y + 20}));
    CHECK_FALSE(is_clicked(hand, card, {place.card.x - 20, place.card.y - 20}));
}

TEST_CASE("the card of a tour fits every layout and scale with all of its words")
{
    for (const LayoutId id : {LayoutId::full, LayoutId::scope, LayoutId::vertical})
        for (const FrameSize size : {FrameSize{1280, 720, 1}, FrameSize{720, 1280, 1}, FrameSize{640, 360, 0.5F},
                                     FrameSize{1920, 1080, 1.5F}, FrameSize{500, 900, 0.7F}}) {
            GuiHand hand{size, id};
            CAPTURE(static_cast<int>(id), size.width_px, size.height_px);
            TourCard card = some_card({hand.layout.timeline, true});
            card.text += " " + card.text + " " + card.text;
            const CardPlace place =
                tour_card_place(*hand.gui, look_of(PaletteId::print), hand.layout, hand.frame, card);
            CHECK(place.card.x >= 0);
            CHECK(place.card.y >= 0);
            CHECK(place.card.right() <= static_cast<float>(size.width_px));
            CHECK(place.card.bottom() <= static_cast<float>(size.height_px));
        }
}

}  // namespace incursion

#include <catch2/catch.hpp>

#include "render/scope/draw_labels.h"
#include "render/scope/pen.h"
#include "tests/render/scope/gui_hand.h"

namespace incursion {
namespace {

constexpr std::size_t font_count = static_cast<std::size_t>(FontId::count);

float calculated_width(const GuiContext& gui, FontId id, const char* text)
{
    ImFont* font = gui.font(id);
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text).x;
}

}  // namespace

TEST_CASE("Every font has letters of many languages and the signs of the scope")
{
    const GuiHand hand;
    for (std::size_t i = 0; i < font_count; ++i) {
        CAPTURE(i);
        for (const char32_t letter : U"AZaz09.,:;ĞİŞığışÇöüÅé°±·–−…′″↑↓←→≤≥≈")
            if (letter != 0)
                CHECK(hand.gui->font(static_cast<FontId>(i))->FindGlyphNoFallback(static_cast<ImWchar>(letter)));
    }
    for (const FontId id : {FontId::scope_text, FontId::panel_text, FontId::panel_bold, FontId::panel_small})
        for (const char32_t letter : U"ЖяΩλłő")
            if (letter != 0)
                CHECK(hand.gui->font(id)->FindGlyphNoFallback(static_cast<ImWchar>(letter)));
}

TEST_CASE("Text sizes are those that ImGui draws")
{
    const GuiHand hand;
    const TextSizes sizes = hand.gui->text_sizes();
    for (const FontId id : {FontId::scope_small, FontId::scope_text, FontId::scope_bold, FontId::clock}) {
        for (const char* text : {"TUR -0.4", "ŞIRNAK", "FL190↑ 45", "12.4°", "iiii", "N35°51.83′"})
            CHECK(text_width_px(sizes, id, text) == Approx(calculated_width(*hand.gui, id, text)));
        CHECK(sizes[id].height_px == hand.gui->font(id)->FontSize);
    }
}

TEST_CASE("Figures have one width in every font, so that columns of numbers stand still")
{
    const GuiHand hand;
    for (std::size_t i = 0; i < font_count; ++i)
        for (const char* figure : {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"})
            CHECK(calculated_width(*hand.gui, static_cast<FontId>(i), figure) ==
                  calculated_width(*hand.gui, static_cast<FontId>(i), "0"));
}

TEST_CASE("Marks of the fixed fonts stand in the middle of their cells")
{
    const GuiHand hand;
    for (const FontId id : {FontId::scope_text, FontId::clock})
        for (const ImWchar mark : {ImWchar{'.'}, ImWchar{':'}, ImWchar{','}, ImWchar{';'}}) {
            const ImFontGlyph* glyph = hand.gui->font(id)->FindGlyph(mark);
            CHECK((glyph->X0 + glyph->X1) / 2 == Approx(glyph->AdvanceX / 2).margin(1));
        }
}

TEST_CASE("Another scale builds the fonts anew, and the same one does not")
{
    GuiHand hand;
    const int first = hand.gui->font_generation();
    const float height = hand.gui->font(FontId::clock)->FontSize;
    hand.gui->rescale(1);
    CHECK(hand.gui->font_generation() == first);
    hand.gui->rescale(2);
    CHECK(hand.gui->font_generation() == first + 1);
    CHECK(hand.gui->font(FontId::clock)->FontSize == Approx(2 * height).margin(1));
    CHECK(hand.gui->scale() == 2);
}

TEST_CASE("A text that is too wide ends in an ellipsis within its width, and never within a letter")
{
    const GuiHand hand;
    const Look& look = look_of(PaletteId::phosphor);
    const Pen pen{hand.gui.get(), &look, nullptr};
    const std::string text = "ĞĞĞĞ ŞŞŞŞ İİİİ ıııı";
    CHECK(fitted(pen, FontId::panel_text, text, 1000) == text);
    for (float width = 0; width < 200; width += 3) {
        const std::string shown = fitted(pen, FontId::panel_text, text, width);
        CHECK(text_width(pen, FontId::panel_text, shown) <= width);
        if (!shown.empty() && shown != text) {
            CHECK(shown.ends_with("…"));
            const std::string head = shown.substr(0, shown.size() - 3);
            CHECK(text.starts_with(head));
            CHECK((static_cast<unsigned char>(text[head.size()]) & 0xC0U) != 0x80U);
        }
    }
}

TEST_CASE("Wrapped lines hold every word in order, and none is wider than it may be")
{
    const GuiHand hand;
    const Look& look = look_of(PaletteId::phosphor);
    const Pen pen{hand.gui.get(), &look, nullptr};
    const std::string text =
        "Change your heading south immediately.\nPneumonoultramicroscopicsilicovolcanoconiosis ışığı";
    for (const float width : {60.0F, 120.0F, 1000.0F}) {
        std::string joined;
        for (const std::string_view line : wrapped(pen, FontId::panel_text, text, width)) {
            CHECK(text_width(pen, FontId::panel_text, line) <= width + 0.5F);
            joined += line;
        }
        std::string letters = text;
        std::erase(letters, ' ');
        std::erase(letters, '\n');
        std::erase(joined, ' ');
        CHECK(joined == letters);
    }
    CHECK(wrapped(pen, FontId::panel_text, "", 100).empty());
    CHECK(wrapped(pen, FontId::panel_text, text, 1000).size() == 2);
}

TEST_CASE("Labels are drawn where they stand, with grounds below all letters")
{
    GuiHand hand;
    ImDrawList list(ImGui::GetDrawListSharedData());
    start_list(*hand.gui, hand.frame, list);
    std::vector<Label> labels(2);
    labels[0].at = {100, 50};
    labels[0].text = "EAGLE1";
    labels[0].has_backing = true;
    labels[1].at = {100, 66};
    labels[1].text = "193↑";
    draw_labels(*hand.gui, labels, look_of(PaletteId::phosphor), list);
    REQUIRE(list.VtxBuffer.Size > 4 * 10);
    const TextSizes sizes = hand.gui->text_sizes();
    for (const ImDrawVert& vertex : list.VtxBuffer) {
        CHECK(vertex.pos.x >= 97);
        CHECK(vertex.pos.x <= 103 + 6 * sizes[FontId::scope_text].advance_px);
        CHECK(vertex.pos.y >= 49);
        CHECK(vertex.pos.y <= 67 + sizes[FontId::scope_text].height_px);
    }
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    CHECK(list.VtxBuffer[0].uv.x == white.x);
    CHECK(list.VtxBuffer[list.VtxBuffer.Size - 1].uv.x != white.x);
}

}  // namespace incursion

#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "render/view/look.h"

using namespace incursion;

namespace {

const PaletteId palettes[] = {PaletteId::phosphor, PaletteId::amber, PaletteId::daylight, PaletteId::colour_blind,
                              PaletteId::print};

double linear(float part)
{
    const double c = static_cast<double>(part);
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

/// Relative luminance and contrast ratio: W3C, Web Content Accessibility Guidelines 2.1 (2018), section 1.4.3 and the
/// definitions it links to.
double luminance(Colour c)
{
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double contrast(Colour a, Colour b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

struct Lab {
    double l, a, b;
};

/// CIE 1976 L*a*b* of linear sRGB (IEC 61966-2-1), white point D65.
Lab lab_from(double r, double g, double b)
{
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
    const double y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

Lab seen(Colour c)
{
    return lab_from(linear(c.r), linear(c.g), linear(c.b));
}

/// As a deuteranope sees it: Machado, Oliveira, Fernandes, IEEE TVCG 15 (2009), 1291-1298, severity 1.0, on linear RGB.
Lab seen_by_deuteranope(Colour c)
{
    const double r = linear(c.r), g = linear(c.g), b = linear(c.b);
    return lab_from(0.367322 * r + 0.860646 * g - 0.227968 * b, 0.280085 * r + 0.672501 * g + 0.047413 * b,
                    -0.011820 * r + 0.042940 * g + 0.968881 * b);
}

double difference(Lab p, Lab q)
{
    return std::sqrt(std::pow(p.l - q.l, 2) + std::pow(p.a - q.a, 2) + std::pow(p.b - q.b, 2));
}

struct Pair {
    StyleId text, ground;
};

std::vector<Pair> readable_pairs()
{
    std::vector<Pair> pairs{{StyleId::bearing_text, StyleId::bezel},
                            {StyleId::button_text, StyleId::button},
                            {StyleId::button_text, StyleId::button_on}};
    for (const StyleId text :
         {StyleId::range_text, StyleId::place_text, StyleId::border_concerned, StyleId::side_1, StyleId::side_2,
          StyleId::side_3, StyleId::side_4, StyleId::inside_block, StyleId::ruler_text, StyleId::event})
        pairs.push_back({text, StyleId::glass});
    for (const StyleId text : {StyleId::panel_title, StyleId::text, StyleId::text_dim, StyleId::text_bright,
                               StyleId::accent, StyleId::side_1, StyleId::side_2, StyleId::side_3, StyleId::side_4,
                               StyleId::call, StyleId::call_now, StyleId::entry, StyleId::exit, StyleId::event,
                               StyleId::bookmark, StyleId::state_outside, StyleId::state_near, StyleId::state_inside})
        for (const StyleId ground : {StyleId::panel, StyleId::background, StyleId::row_selected})
            pairs.push_back({text, ground});
    return pairs;
}

}  // namespace

TEST_CASE("Text stands out from its ground by 4.5 to 1 or more in every palette")
{
    for (const PaletteId palette : palettes) {
        const Look& look = look_of(palette);
        for (const Pair pair : readable_pairs()) {
            CAPTURE(name_of(palette), static_cast<int>(pair.text), static_cast<int>(pair.ground));
            CHECK(look[pair.text].colour.a == 1);
            CHECK(contrast(look[pair.text].colour, look[pair.ground].colour) >= 4.5);
        }
    }
}

TEST_CASE("Four sides have four colours that can be told apart in every palette")
{
    for (const PaletteId palette : palettes)
        for (std::size_t i = 0; i < 4; ++i)
            for (std::size_t k = i + 1; k < 4; ++k) {
                CAPTURE(name_of(palette), i, k);
                const Look& look = look_of(palette);
                CHECK(difference(seen(look[side_style(i)].colour), seen(look[side_style(k)].colour)) > 20);
            }
}

TEST_CASE("The colour-blind palette keeps the sides apart for those who do not see green")
{
    const Look& look = look_of(PaletteId::colour_blind);
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t k = i + 1; k < 4; ++k) {
            CAPTURE(i, k);
            CHECK(difference(seen_by_deuteranope(look[side_style(i)].colour),
                             seen_by_deuteranope(look[side_style(k)].colour)) > 20);
        }
}

TEST_CASE("Nothing glows on light ground")
{
    for (const PaletteId palette : {PaletteId::daylight, PaletteId::print}) {
        const Look& look = look_of(palette);
        CHECK_FALSE(look.is_dark);
        CHECK(look.bloom == 0);
        for (const Style& style : look.styles)
            CHECK(style.glow_px == 0);
    }
}

TEST_CASE("Sides and accounts beyond the fourth repeat the first ones")
{
    CHECK(side_style(5) == side_style(1));
    CHECK(account_line(4) == LineStyle::solid);
    CHECK(account_line(1) != account_line(2));
}

TEST_CASE("Every palette has its name and sizes for all fonts")
{
    for (const PaletteId palette : palettes) {
        CHECK(look_of(palette).id == palette);
        for (const float size : look_of(palette).font_px)
            CHECK(size >= 11);
    }
    CHECK(name_of(PaletteId::colour_blind) == "colour-blind");
}

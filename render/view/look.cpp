#include "render/view/look.h"

#include "render/view/palettes.h"

namespace incursion {

const Look& look_of(PaletteId palette)
{
    static const Look phosphor = phosphor_look(), amber = amber_look(), daylight = daylight_look(),
                      colour_blind = colour_blind_look(), print = print_look();
    switch (palette) {
    case PaletteId::amber: return amber;
    case PaletteId::daylight: return daylight;
    case PaletteId::colour_blind: return colour_blind;
    case PaletteId::print: return print;
    case PaletteId::phosphor: break;
    }
    return phosphor;
}

std::string_view name_of(PaletteId palette)
{
    switch (palette) {
    case PaletteId::amber: return "amber";
    case PaletteId::daylight: return "daylight";
    case PaletteId::colour_blind: return "colour-blind";
    case PaletteId::print: return "print";
    case PaletteId::phosphor: break;
    }
    return "phosphor";
}

StyleId side_style(std::size_t side)
{
    constexpr std::array styles{StyleId::side_1, StyleId::side_2, StyleId::side_3, StyleId::side_4};
    return styles[side % styles.size()];
}

LineStyle account_line(std::size_t account)
{
    constexpr std::array lines{LineStyle::solid, LineStyle::dashed, LineStyle::dotted, LineStyle::dash_dotted};
    return lines[account % lines.size()];
}

}  // namespace incursion

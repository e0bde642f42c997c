#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace incursion {

struct ExportColour {
    unsigned red = 0, green = 0, blue = 0;  ///< 0 to 255
    std::string_view acmi_name;             ///< one of those that ACMI 2.2 knows
};

/// Of an account by its place; further ones repeat. The five are told apart by most who see colours otherwise (Okabe
/// and Ito, "Color Universal Design", 2008: blue, vermilion, bluish green, orange, reddish purple).
inline constexpr std::array export_colours{ExportColour{0, 114, 178, "Blue"}, ExportColour{213, 94, 0, "Red"},
                                           ExportColour{0, 158, 115, "Green"}, ExportColour{230, 159, 0, "Orange"},
                                           ExportColour{204, 121, 167, "Violet"}};

inline const ExportColour& colour_of_account(std::size_t account)
{
    return export_colours[account % export_colours.size()];
}

inline constexpr ExportColour border_colour{240, 228, 66, ""};
inline constexpr ExportColour entry_colour{220, 20, 60, ""};  ///< of crossings into what is foreign
inline constexpr ExportColour neutral_colour{255, 255, 255, ""};
inline constexpr ExportColour rim_colour{0, 0, 0, ""};

}  // namespace incursion

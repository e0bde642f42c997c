#include "render/view/data_block.h"

#include <cmath>

#include <fmt/format.h>

#include "render/view/wording.h"

namespace incursion {

std::vector<std::string> data_block_lines(const std::string& label, const Motion& motion,
                                          const std::optional<ForeignBorder>& border, LengthUnit unit)
{
    const std::string level = motion.altitude_m ? level_number(unit, *motion.altitude_m) : "---";
    std::vector<std::string> lines{
        label, fmt::format("{}{} {}", level, trend_arrow(motion.climb_mps), speed_number(unit, motion.speed_mps))};
    if (border)
        lines.push_back(fmt::format("{}{} {}", border->airspace, border->inside ? " IN" : "",
                                    length_number(unit, std::abs(border->distance_m))));
    return lines;
}

std::vector<std::string> exercise_block_lines(const std::string& label, const Motion& motion, const std::string& known,
                                              LengthUnit unit)
{
    std::vector<std::string> lines = data_block_lines(label, motion, std::nullopt, unit);
    if (!known.empty())
        lines.push_back(known);
    return lines;
}

}  // namespace incursion

#include "render/view/data_block.h"

#include <cmath>

#include <fmt/format.h>

#include "sim/base/units.h"

namespace incursion {

namespace {

constexpr double steady_mps = 1.5;

const char* trend_of(const std::optional<double>& climb_mps)
{
    if (!climb_mps || std::abs(*climb_mps) < steady_mps)
        return "";
    return *climb_mps > 0 ? "↑" : "↓";
}

std::string altitude_text(const std::optional<double>& altitude_m, LengthUnit unit)
{
    if (!altitude_m)
        return "---";
    if (unit == LengthUnit::kilometre)
        return fmt::format("{}", std::lround(*altitude_m));
    return fmt::format("{:03}", std::lround(*altitude_m / metres_per_foot / 100));
}

}  // namespace

double metres_per(LengthUnit unit)
{
    return unit == LengthUnit::kilometre ? 1000 : metres_per_nautical_mile;
}

const char* unit_name(LengthUnit unit)
{
    return unit == LengthUnit::kilometre ? "km" : "nmi";
}

std::string distance_text(double length_m, LengthUnit unit)
{
    const double length = std::abs(length_m) / metres_per(unit);
    return length < 99.95 ? fmt::format("{:.1f}", length) : fmt::format("{:.0f}", length);
}

std::vector<std::string> data_block_lines(const std::string& label, const Motion& motion,
                                          const std::optional<ForeignBorder>& border, LengthUnit unit)
{
    const double speed = motion.speed_mps / (unit == LengthUnit::kilometre ? mps_per_kmh : mps_per_knot);
    std::vector<std::string> lines{label, fmt::format("{}{} {}", altitude_text(motion.altitude_m, unit),
                                                      trend_of(motion.climb_mps), std::lround(speed))};
    if (border)
        lines.push_back(fmt::format("{}{} {}", border->airspace, border->inside ? " IN" : "",
                                    distance_text(border->distance_m, unit)));
    return lines;
}

}  // namespace incursion

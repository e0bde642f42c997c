#include "sim/io/minute_angle.h"

#include <cstdint>

#include "sim/io/day_clock.h"

namespace incursion {

std::optional<double> angle_of_minutes(std::string_view degrees, std::string_view minutes, std::string_view decimals,
                                       char hemisphere)
{
    const bool is_lat = hemisphere == 'N' || hemisphere == 'S';
    if (!is_lat && hemisphere != 'E' && hemisphere != 'W')
        return std::nullopt;
    const auto whole_degrees = number_of_digits(degrees);
    const auto whole_minutes = number_of_digits(minutes);
    if (!whole_degrees || !whole_minutes || *whole_degrees > 180 || *whole_minutes >= 60 ||
        decimals.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    // Both whole numbers are doubles (180 * 60 * 10^10 < 2^53), so that one division rounds once.
    constexpr std::size_t most_decimals = 10;
    std::int64_t parts = std::int64_t{*whole_degrees} * 60 + *whole_minutes;
    std::int64_t parts_of_degree = 60;
    for (const char c : decimals.substr(0, most_decimals)) {
        parts = parts * 10 + (c - '0');
        parts_of_degree *= 10;
    }
    const double angle = static_cast<double>(parts) / static_cast<double>(parts_of_degree);
    if (angle > (is_lat ? 90 : 180))
        return std::nullopt;
    return hemisphere == 'S' || hemisphere == 'W' ? -angle + 0.0 : angle;
}

}  // namespace incursion

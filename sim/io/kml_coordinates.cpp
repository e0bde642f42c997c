#include "sim/io/kml_coordinates.h"

#include <array>
#include <cstddef>

#include "sim/io/text_cells.h"

namespace incursion {

std::optional<KmlPosition> parse_kml_position(std::string_view text, std::string_view separators)
{
    std::array<double, 3> numbers = {};
    std::size_t count = 0;
    for (std::string_view rest = trimmed(text); !rest.empty() || count == 0; ++count) {
        const std::size_t end = rest.find_first_of(separators);
        const auto number = parse_decimal_number(rest.substr(0, end));
        if (!number || count == numbers.size())
            return std::nullopt;
        numbers[count] = *number;
        rest = end == std::string_view::npos ? std::string_view{} : trimmed(rest.substr(end + 1));
    }
    if (count < 2)
        return std::nullopt;
    return KmlPosition{{numbers[0], numbers[1]}, count == 3 ? std::optional{numbers[2]} : std::nullopt};
}

}  // namespace incursion

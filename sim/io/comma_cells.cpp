#include "sim/io/comma_cells.h"

#include "sim/io/text_cells.h"

namespace incursion {

void split_at_commas(std::string_view line, std::size_t most, std::vector<std::string_view>& cells)
{
    cells.clear();
    while (cells.size() < most) {
        const std::size_t comma = line.find(',');
        cells.push_back(trimmed(line.substr(0, comma)));
        if (comma == std::string_view::npos)
            return;
        line.remove_prefix(comma + 1);
    }
}

}  // namespace incursion

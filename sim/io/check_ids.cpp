#include "sim/io/check_ids.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

namespace incursion {

bool holds(const std::vector<std::string>& ids, const std::string& id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void check_ids(const std::vector<std::string>& ids, std::vector<TomlReader>& tables)
{
    for (std::size_t i = 0; i < ids.size() && i < tables.size(); ++i) {
        const auto first = static_cast<std::size_t>(std::find(ids.begin(), ids.end(), ids[i]) - ids.begin());
        if (ids[i].empty() && tables[i].has("id"))
            tables[i].error("id", "an id must not be empty");
        else if (!ids[i].empty() && first < i)
            tables[i].error("id", fmt::format("'{}' is taken by {}; ids must differ", ids[i], tables[first].path()));
    }
}

}  // namespace incursion

#pragma once

#include <string>
#include <vector>

#include "sim/io/toml_reader.h"

namespace incursion {

// Ids of the items of a list: what the readers of scenarios and lessons check alike.

template <class Item>
std::vector<std::string> ids_of(const std::vector<Item>& items)
{
    std::vector<std::string> ids;
    for (const Item& item : items)
        ids.push_back(item.id);
    return ids;
}

bool holds(const std::vector<std::string>& ids, const std::string& id);

/// Errors for ids that are empty or taken. `tables` are those that the ids were read from, one by one.
void check_ids(const std::vector<std::string>& ids, std::vector<TomlReader>& tables);

}  // namespace incursion

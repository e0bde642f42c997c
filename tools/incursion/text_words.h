#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace incursion {

/// `1 fix`, `10 fixes`.
std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// `a`, `a and b`, `a, b and c`.
std::string listed(const std::vector<std::string>& items);

}  // namespace incursion

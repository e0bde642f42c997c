#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace incursion {

/// `1 fix`, `10 fixes`.
std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// `1,234,567`.
std::string grouped(std::int64_t number);

/// `a`, `a and b`, `a, b and c`.
std::string listed(const std::vector<std::string>& items);

/// With a capital at its beginning, where that is an ASCII letter.
std::string capitalised(std::string text);

}  // namespace incursion

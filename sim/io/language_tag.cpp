#include "sim/io/language_tag.h"

#include <algorithm>
#include <cstddef>

namespace incursion {

bool is_language_tag(std::string_view text)
{
    std::size_t part = 0;
    const bool known = std::all_of(text.begin(), text.end(), [&](char c) {
        part = c == '-' ? 0 : part + 1;
        return part <= 8 && (c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    });
    return known && !text.empty() && text.front() >= 'a' && text.front() <= 'z' && text.back() != '-' &&
           text.find("--") == std::string_view::npos;
}

}  // namespace incursion

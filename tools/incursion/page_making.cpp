#include "tools/incursion/page_making.h"

#include <algorithm>

#include <fmt/format.h>

#include "sim/io/versions.h"

namespace incursion {

std::string versions_line()
{
    const Versions made_with = versions();
    return fmt::format("Made by incursion {}, GDAL {}, PROJ {}.", made_with.incursion, made_with.gdal, made_with.proj);
}

std::string shell_word(std::string_view argument)
{
    static constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@%+=:,./-";
    if (!argument.empty() && argument.find_first_not_of(plain) == std::string_view::npos)
        return std::string{argument};
    std::string word = "'";
    for (const char c : argument)
        word += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return word + "'";
}

}  // namespace incursion

#include "tools/incursion/picture_name.h"

#include <filesystem>

#include <fmt/format.h>

namespace incursion {

std::string free_picture_name(const std::string& file, Time time)
{
    const std::string stem = std::filesystem::path{file}.stem().string();
    std::string clock = format_time_of_day(time, 1);
    for (char& c : clock)
        c = c == ':' || c == '.' ? '-' : c;
    std::string path = fmt::format("{}-{}.png", stem, clock);
    for (int n = 2; std::filesystem::exists(path); ++n)
        path = fmt::format("{}-{}-{}.png", stem, clock, n);
    return path;
}

}  // namespace incursion

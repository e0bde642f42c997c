#include "sim/io/export_numbers.h"

#include <cstdint>

#include <fmt/format.h>

#include "sim/io/text_pieces.h"

namespace incursion {

namespace {

std::string without_last_zeros(std::string text)
{
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.'))
            text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

}  // namespace

std::string degrees_text(double deg)
{
    return decimal_text(deg, 9);
}

std::string metres_text(double m)
{
    return decimal_text(m, metre_decimals);
}

std::string seconds_after(Time from, Time to)
{
    constexpr std::int64_t second = 1'000'000'000;
    const std::int64_t count = (to - from).count();
    const std::int64_t size = count < 0 ? -count : count;
    return without_last_zeros(fmt::format("{}{}.{:09}", count < 0 ? "-" : "", size / second, size % second));
}

}  // namespace incursion

#include "sim/io/openair_position.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "sim/io/text_cells.h"

namespace incursion {

namespace {

bool is_figure(char c)
{
    return (c >= '0' && c <= '9') || c == '.';
}

/// A letter of an axis, in capitals; 0 for any other.
char axis_letter(char c)
{
    const char capital = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return capital == 'N' || capital == 'S' || capital == 'E' || capital == 'W' ? capital : '\0';
}

bool is_other_letter(char c)
{
    return ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) && axis_letter(c) == '\0';
}

/// The numbers of one axis as they stand.
struct AxisNumbers {
    std::array<std::string_view, 3> list;
    std::size_t count = 0;
};

/// Takes numbers and what stands between them, up to a letter or the end.
std::optional<AxisNumbers> take_numbers(std::string_view& text)
{
    AxisNumbers numbers;
    while (!text.empty() && axis_letter(text.front()) == '\0') {
        if (is_other_letter(text.front()) || text.front() == '+' || (text.front() == '-' && numbers.count == 0))
            return std::nullopt;
        std::size_t n = 0;
        while (n < text.size() && is_figure(text[n]))
            ++n;
        if (n == 0) {
            text.remove_prefix(1);
            continue;
        }
        if (numbers.count == numbers.list.size())
            return std::nullopt;
        numbers.list[numbers.count++] = text.substr(0, n);
        text.remove_prefix(n);
    }
    return numbers.count == 0 ? std::nullopt : std::optional{numbers};
}

/// `614322.5` becomes 61, 43, 22.5: two figures each, three for the degrees of a longitude.
std::optional<AxisNumbers> unpacked_axis(const AxisNumbers& numbers, std::size_t degree_figures)
{
    const std::string_view packed = numbers.list[0];
    const std::size_t figures = std::min(packed.find('.'), packed.size());
    if (numbers.count != 1 || figures <= degree_figures)
        return numbers;
    AxisNumbers result;
    result.list[result.count++] = packed.substr(0, degree_figures);
    if (figures == degree_figures + 4) {
        result.list[result.count++] = packed.substr(degree_figures, 2);
        result.list[result.count++] = packed.substr(degree_figures + 2);
    } else if (figures == degree_figures + 2) {
        result.list[result.count++] = packed.substr(degree_figures);
    } else {
        return std::nullopt;
    }
    return result;
}

std::optional<double> degrees_of(const AxisNumbers& numbers, char letter)
{
    const bool is_lat = letter == 'N' || letter == 'S';
    const auto parts = unpacked_axis(numbers, is_lat ? 2 : 3);
    if (!parts)
        return std::nullopt;
    double sum = 0, unit = 1;
    for (std::size_t i = 0; i < parts->count; ++i, unit *= 60) {
        const bool is_last = i + 1 == parts->count;
        const auto number = parse_decimal_number(parts->list[i]);
        if (!number || (!is_last && parts->list[i].find('.') != std::string_view::npos) || (i > 0 && *number > 60))
            return std::nullopt;
        sum += *number * (3600 / unit);
    }
    sum /= 3600;
    if (sum > (is_lat ? 90 : 180))
        return std::nullopt;
    return letter == 'S' || letter == 'W' ? -sum : sum;
}

/// One axis with its letter. `letter_first` tells on which side of the numbers it stands.
std::optional<std::pair<char, double>> take_axis(std::string_view& text, bool letter_first)
{
    char letter = '\0';
    const auto take_letter = [&] {
        letter = text.empty() ? '\0' : axis_letter(text.front());
        if (letter != '\0')
            text.remove_prefix(1);
    };
    if (letter_first)
        take_letter();
    const auto numbers = take_numbers(text);
    if (!letter_first)
        take_letter();
    const auto degrees = numbers && letter != '\0' ? degrees_of(*numbers, letter) : std::nullopt;
    return degrees ? std::optional{std::pair{letter, *degrees}} : std::nullopt;
}

}  // namespace

std::optional<LonLat> take_openair_position(std::string_view& text)
{
    const auto skip = [&] {
        while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == ','))
            text.remove_prefix(1);
    };
    skip();
    const bool letter_first = !text.empty() && axis_letter(text.front()) != '\0';
    const auto first = take_axis(text, letter_first);
    skip();
    const auto second = first ? take_axis(text, letter_first) : std::nullopt;
    if (!second)
        return std::nullopt;
    const auto is_lat = [](char letter) { return letter == 'N' || letter == 'S'; };
    if (is_lat(first->first) == is_lat(second->first))
        return std::nullopt;
    return is_lat(first->first) ? LonLat{second->second, first->second} : LonLat{first->second, second->second};
}

std::optional<LonLat> parse_openair_position(std::string_view text)
{
    const auto place = take_openair_position(text);
    return trimmed(text).empty() ? place : std::nullopt;
}

}  // namespace incursion

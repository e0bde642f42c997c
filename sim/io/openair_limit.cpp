#include "sim/io/openair_limit.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "sim/base/units.h"
#include "sim/io/text_cells.h"

namespace incursion {

namespace {

/// The words of a limit by what they mean.
enum class LimitWord { feet, metres, level, ground, sea, pressure, unlimited };

std::optional<LimitWord> limit_word(std::string_view word)
{
    const auto is_one_of = [&](std::initializer_list<std::string_view> list) {
        return std::find(list.begin(), list.end(), word) != list.end();
    };
    return is_one_of({"FT", "F", "FEET"})                                          ? std::optional{LimitWord::feet}
           : is_one_of({"M", "METER", "METERS", "METRE", "METRES"})                ? std::optional{LimitWord::metres}
           : word == "FL"                                                          ? std::optional{LimitWord::level}
           : is_one_of({"AGL", "GND", "SFC", "ASFC", "SURFACE", "GROUND", "AGND"}) ? std::optional{LimitWord::ground}
           : is_one_of({"MSL", "AMSL", "ALT", "QNH"})                              ? std::optional{LimitWord::sea}
           : is_one_of({"STD", "QNE"})                                             ? std::optional{LimitWord::pressure}
           : is_one_of({"UNL", "UNLIM", "UNLIMITED", "UNLTD", "UNLD"})             ? std::optional{LimitWord::unlimited}
                                                                                   : std::nullopt;
}

Problem bad_limit(std::string_view text, std::string_view why)
{
    return Problem{
        fmt::format("'{}' is no vertical limit: {}; write it as FL95, 2500ft AMSL, 1000ft AGL, GND or UNL", text, why)};
}

/// The words and the number of one limit.
struct LimitParts {
    std::optional<double> number;
    std::optional<LimitWord> unit, datum;
};

bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_figure_or_point(char c)
{
    return (c >= '0' && c <= '9') || c == '.';
}

/// Adds one word; the reason where it does not fit those before.
std::string_view add_word(LimitParts& parts, std::string_view text)
{
    std::string word{text};
    for (char& c : word)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const auto meaning = limit_word(word);
    if (!meaning)
        return "it has a word that none has";
    std::optional<LimitWord>& place =
        *meaning == LimitWord::feet || *meaning == LimitWord::metres ? parts.unit : parts.datum;
    // `FL100 STD` says the same twice.
    const bool is_same_level = place == LimitWord::level && *meaning == LimitWord::pressure;
    if (place && !is_same_level && place != *meaning)
        return "it says two things";
    if (!place)
        place = *meaning;
    return {};
}

Result<LimitParts> parts_of(std::string_view text)
{
    LimitParts parts;
    for (std::string_view rest = trimmed(text); !rest.empty();) {
        const bool is_word = is_letter(rest.front());
        if (!is_word && !is_figure_or_point(rest.front())) {
            if (rest.front() != ' ' && rest.front() != '\t')
                return bad_limit(text, "it has signs that none has");
            rest.remove_prefix(1);
            continue;
        }
        const auto end = std::find_if_not(rest.begin(), rest.end(), is_word ? is_letter : is_figure_or_point);
        const std::string_view piece = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
        rest.remove_prefix(piece.size());
        if (is_word) {
            if (const std::string_view why = add_word(parts, piece); !why.empty())
                return bad_limit(text, why);
            continue;
        }
        if (parts.number)
            return bad_limit(text, "it has two numbers");
        parts.number = parse_decimal_number(piece);
        if (!parts.number)
            return bad_limit(text, "it has no good number");
    }
    return parts;
}

}  // namespace

Result<LimitText> limit_text(double height, bool in_metres, std::string_view datum)
{
    constexpr double most = 999'999;
    const std::string text = fmt::format("{} {} {}", height, in_metres ? "m" : "ft", datum);
    if (!(std::abs(height) <= most))
        return bad_limit(text, "it is too high to be true");
    if (datum != "STD")
        return LimitText{datum == "GND" && height == 0 ? "SFC" : text};
    const double hundreds = (in_metres ? height / metres_per_foot : height) / 100;
    const double level = std::round(hundreds);
    if (level < 0 || level > 999)
        return bad_limit(text, "there is no such flight level");
    LimitText limit{fmt::format("FL{}", level), {}};
    if (std::abs(level - hundreds) > 1e-6)
        limit.warning = fmt::format("the pressure altitude {} {} is read as {}, the nearest flight level", height,
                                    in_metres ? "m" : "ft", limit.text);
    return limit;
}

Result<LimitText> parse_openair_limit(std::string_view text)
{
    const auto parts = parts_of(text);
    if (!parts)
        return Problem{parts.problem()};
    const auto& [number, unit, datum] = *parts;
    if (!number) {
        if (datum == LimitWord::ground && !unit)
            return LimitText{"SFC"};
        if (datum == LimitWord::unlimited && !unit)
            return LimitText{"UNL"};
        return bad_limit(text, "it has no number");
    }
    if (datum == LimitWord::unlimited)
        return bad_limit(text, "what is unlimited has no number");
    if (datum == LimitWord::level) {
        if (unit || *number != std::floor(*number))
            return bad_limit(text, "a flight level is a whole number without a unit");
        return limit_text(*number * 100, false, "STD");
    }
    return limit_text(*number, unit == LimitWord::metres,
                      datum == LimitWord::ground     ? "GND"
                      : datum == LimitWord::pressure ? "STD"
                                                     : "MSL");
}

}  // namespace incursion

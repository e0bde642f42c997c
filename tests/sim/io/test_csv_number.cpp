#include <catch2/catch.hpp>

#include <bit>
#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "sim/base/random.h"
#include "sim/io/csv_number.h"
#include "sim/io/csv_plain_time.h"

using namespace incursion;

namespace {

constexpr std::uint64_t seed = 20151124;

/// The number that begins a text, and how many characters it has.
std::optional<std::pair<double, std::size_t>> number_at(std::string text)
{
    const std::size_t size = text.size();
    text.append(32, '\n');
    const char* p = text.data();
    double number = 0;
    if (!read_number(p, text.data() + size, number))
        return std::nullopt;
    return std::pair{number, static_cast<std::size_t>(p - text.data())};
}

bool is_nearest(const std::string& text)
{
    const auto found = number_at(text);
    // The C library rounds correctly (glibc manual, "Parsing of Floats").
    return found && found->second == text.size() &&
           std::bit_cast<std::uint64_t>(found->first) ==
               std::bit_cast<std::uint64_t>(std::strtod(text.c_str(), nullptr));
}

std::string digits(RandomStream& random, std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += static_cast<char>('0' + random.bits() % 10);
    return text;
}

}  // namespace

TEST_CASE("the number of a cell is the double nearest to it")
{
    for (const char* text : {"0",
                             "-0",
                             "0.0",
                             "36.105231",
                             "-180",
                             "1448323200.25",
                             "0.1",
                             "123456.7",
                             "9007199254740992",
                             "9007199254740993",
                             "900719925474099.3",
                             "0.9007199254740993",
                             "0000036.5",
                             "1.7976931348623157e308",
                             "4.9e-324",
                             "36.123456789012345678",
                             "12345678",
                             "123456789",
                             "12345678.12345678",
                             "0.00000000000000000001",
                             "0.00000000000000000000000001",
                             "1e22",
                             "1E-5"}) {
        CAPTURE(text);
        CHECK(is_nearest(text));
    }
    RandomStream random{seed, "numbers"};
    CAPTURE(seed);
    for (int i = 0; i < 20'000; ++i) {
        const std::string text =
            fmt::format("{}{}.{}", random.uniform() < 0.5 ? "" : "-", digits(random, 1 + random.bits() % 12),
                        digits(random, 1 + random.bits() % 14));
        CAPTURE(text);
        CHECK(is_nearest(text));
    }
}

TEST_CASE("a number ends where no more digits follow, and there must be one")
{
    CHECK(number_at("12.5,7") == std::pair{12.5, std::size_t{4}});
    CHECK(number_at("12;7") == std::pair{12.0, std::size_t{2}});
    CHECK(number_at("1234567890123;") == std::pair{1234567890123.0, std::size_t{13}});
    CHECK(number_at("1:5").value().second == 1);  // the character behind '9'
    CHECK(number_at("1/5").value().second == 1);  // the one before '0'
    for (const char* text : {"", "-", ".", ".5", "5.", "+5", "x", "--5", "nan", "1e999"}) {
        CAPTURE(text);
        CHECK_FALSE(number_at(text));
    }
}

TEST_CASE("the time of a cell is what the general reader finds, whatever was read before")
{
    RandomStream random{seed, "times"};
    CAPTURE(seed);
    for (const auto& cells : {TimeCells{}, TimeCells{std::nullopt, true}, TimeCells{9, false}, TimeCells{6, false},
                              TimeCells{3, false}, TimeCells{0, false}}) {
        PlainTimes times{cells};
        std::size_t read = 0;
        for (int i = 0; i < 5'000; ++i) {
            const Time instant{Duration{static_cast<std::int64_t>(random.bits() >> 2U) - (std::int64_t{1} << 60U)}};
            std::string text = i % 2 == 0 ? format_time(instant) : digits(random, 1 + random.bits() % 19);
            if (i % 4 == 1)
                text += "." + digits(random, 1 + random.bits() % 10);
            if (i % 3 == 2)
                text[random.bits() % text.size()] = "0123456789-:.TZ "[random.bits() % 16];
            CAPTURE(i, text);
            const std::string line = text + std::string(40, '\n');
            const char* p = line.data();
            Time found{};
            if (!times.read(p, ',', found) || p != line.data() + text.size())
                continue;
            ++read;
            const auto expected = parse_time_cell(text, cells);
            REQUIRE(expected);
            REQUIRE(found == *expected);
        }
        CHECK(read > 1'000);
    }
}

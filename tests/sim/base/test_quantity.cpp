#include "sim/base/quantity.h"

#include <cmath>
#include <limits>
#include <locale>
#include <numbers>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace incursion;

namespace {

struct Example {
    std::string text;
    Dimension dimension;
    double si;
};

/// One of each unit; factors by definition or worked by hand.
const std::vector<Example> examples{
    {"7 m", Dimension::length, 7},
    {"1.5 km", Dimension::length, 1500},
    {"19000 ft", Dimension::length, 5791.2},       // 19000 * 0.3048
    {"12 nmi", Dimension::length, 22224},          // a territorial sea
    {"1.15 mi", Dimension::length, 1850.7456},     // 1.15 * 1609.344
    {"162 m/s", Dimension::speed, 162},
    {"900 km/h", Dimension::speed, 250},
    {"100 kt", Dimension::speed, 51.4444444444444444},
    {"3000 ft/min", Dimension::speed, 15.24},
    {"100 mph", Dimension::speed, 44.704},
    {"180 deg", Dimension::angle, std::numbers::pi},
    {"-1.25 rad", Dimension::angle, -1.25},
    {"3 deg/s", Dimension::angular_rate, std::numbers::pi / 60},
    {"2 m/s2", Dimension::acceleration, 2},
    {"2 g", Dimension::acceleration, 19.6133},
    {"17 s", Dimension::time, 17},
    {"250 ms", Dimension::time, 0.25},
    {"5 min", Dimension::time, 300},
    {"1.5 h", Dimension::time, 5400},
    {"50 Hz", Dimension::frequency, 50},
    {"8.33 kHz", Dimension::frequency, 8330},
    {"121.5 MHz", Dimension::frequency, 121.5e6},
    {"33325 kg", Dimension::mass, 33325},
    {"39.7 t", Dimension::mass, 39700},
    {"1000 lb", Dimension::mass, 453.59237},
    {"55.16 m2", Dimension::area, 55.16},
    {"2 km2", Dimension::area, 2e6},
    {"100 ft2", Dimension::area, 9.290304},
};

bool mentions(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("every unit is read as its definition says and written back as it was")
{
    for (const Example& e : examples) {
        CAPTURE(e.text);
        const auto read = parse_quantity(e.text, e.dimension);
        REQUIRE(read);
        CHECK(*read == Approx(e.si).epsilon(4e-16).margin(0));
        const std::string unit = e.text.substr(e.text.find(' ') + 1);
        CHECK(format_quantity(e.si, unit) == e.text);
    }
}

TEST_CASE("a unit fits its own dimension and no other, and the message names those that would do")
{
    const Dimension all[] = {Dimension::length, Dimension::speed, Dimension::angle, Dimension::angular_rate,
                             Dimension::acceleration, Dimension::time, Dimension::frequency, Dimension::mass,
                             Dimension::area};
    for (const Example& e : examples)
        for (const Dimension d : all) {
            CAPTURE(e.text, static_cast<int>(d));
            CHECK(parse_quantity(e.text, d).has_value() == (d == e.dimension));
        }
    const auto wrong = parse_quantity("5 kg", Dimension::length);
    CHECK(mentions(wrong.problem(), "'5 kg'"));
    CHECK(mentions(wrong.problem(), "m, km, ft, nmi, mi"));
}

TEST_CASE("spaces around the number and the unit do not matter")
{
    CHECK(*parse_quantity("  1.15mi ", Dimension::length) == *parse_quantity("1.15 mi", Dimension::length));
    CHECK(*parse_quantity("+5   m", Dimension::length) == 5);
    CHECK(*parse_quantity("-.5 m", Dimension::length) == -0.5);
    CHECK(*parse_quantity("1e3 m", Dimension::length) == 1000);
}

TEST_CASE("a bare number is refused because nobody knows its unit")
{
    const auto bare = parse_quantity("19000", Dimension::length);
    REQUIRE_FALSE(bare);
    CHECK(mentions(bare.problem(), "has no unit"));
    CHECK(mentions(bare.problem(), "ft"));
}

TEST_CASE("what is not a number with a unit is refused")
{
    for (const char* text : {"", " ", "ft", "m 5", "+", "-", "+-5 m", "-+5 m", "++5 m", "--5 m", "inf m", "-inf m",
                             "nan m", "infinity m", "0x10 m", "1,5 m", "1 000 m", "1_000 m", "5 metres", "5 M",
                             "5 m m", "5 mm", "1e m", "5 m/ s", "5\tm", "5 m\n", "\xC2\xA0""5 m"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_quantity(text, Dimension::length));
    }
    CHECK_FALSE(parse_quantity(std::string{"5 m\0", 4}, Dimension::length));
}

TEST_CASE("a number too large for a double is refused in words that say so")
{
    for (const char* text : {"1e400 m", "-1e400 m", "1e308 km", "-1.7e308 mi"}) {
        CAPTURE(text);
        const auto read = parse_quantity(text, Dimension::length);
        REQUIRE_FALSE(read);
        CHECK(mentions(read.problem(), "too large"));
    }
    CHECK(parse_quantity("1.7976931348623157e308 m", Dimension::length));
}

TEST_CASE("a number too small for a double is refused in words that say so")
{
    const auto read = parse_quantity("1e-400 m", Dimension::length);
    REQUIRE_FALSE(read);
    CHECK(mentions(read.problem(), "too close to zero"));
}

TEST_CASE("a locale with a decimal comma changes nothing")
{
    struct Comma : std::numpunct<char> {
        char do_decimal_point() const override { return ','; }
        char do_thousands_sep() const override { return '.'; }
        std::string do_grouping() const override { return "\3"; }
    };
    const std::locale before = std::locale::global(std::locale{std::locale::classic(), new Comma});
    const auto read = parse_quantity("1234.5 m", Dimension::length);
    const std::string written = format_quantity(1234.5, "m");
    std::locale::global(before);
    CHECK(*read == 1234.5);
    CHECK(written == "1234.5 m");
}

TEST_CASE("a quantity written and read again keeps twelve digits")
{
    const unsigned seed = 20151124;
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 2000; ++i) {
        const double mantissa = static_cast<double>(random() >> 11) * 0x1.0p-53 * 2 - 1;
        const double si = mantissa * std::pow(10.0, static_cast<double>(random() % 25) - 12);
        const Example& e = examples[random() % examples.size()];
        const std::string unit = e.text.substr(e.text.find(' ') + 1);
        CAPTURE(si, unit);
        CHECK(*parse_quantity(format_quantity(si, unit), e.dimension) == Approx(si).epsilon(6e-12).margin(0));
    }
}

TEST_CASE("a stated quantity is as good as half its last digit that counts")
{
    const auto half_step = [](const char* text, Dimension dimension) {
        return parse_stated_quantity(text, dimension)->half_step;
    };
    CHECK(half_step("17 s", Dimension::time) == 0.5);
    CHECK(half_step("17.0 s", Dimension::time) == Approx(0.05));
    CHECK(half_step("1.36 mi", Dimension::length) == Approx(0.005 * 1609.344));
    CHECK(half_step("19000 ft", Dimension::length) == Approx(500 * 0.3048));
    CHECK(half_step("980 km/h", Dimension::speed) == Approx(5 / 3.6));
    CHECK(half_step("0 s", Dimension::time) == 0.5);
    CHECK(half_step("+2.5e3 m", Dimension::length) == Approx(50));
    CHECK(parse_stated_quantity("1.36 mi", Dimension::length)->value == Approx(2188.70784));
    CHECK_FALSE(parse_stated_quantity("17", Dimension::time));
}

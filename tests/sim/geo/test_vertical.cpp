#include "sim/geo/vertical.h"

#include <random>
#include <string>

#include <catch2/catch.hpp>

using namespace incursion;

namespace {

VerticalLimit read(const std::string& text)
{
    CAPTURE(text);
    const auto limit = parse_vertical_limit(text);
    REQUIRE(limit);
    return *limit;
}

}  // namespace

TEST_CASE("a vertical limit is read with the zero that it names")
{
    CHECK(read("0 m") == VerticalLimit{Msl{0}});
    CHECK(read("1500 m") == VerticalLimit{Msl{1500}});
    CHECK(read("2 km MSL") == VerticalLimit{Msl{2000}});
    CHECK(read("-100 m AMSL") == VerticalLimit{Msl{-100}});
    CHECK(std::get<Msl>(read("19000 ft")).m == Approx(5791.2).epsilon(1e-15));
    CHECK(std::get<Msl>(read("19000 ft MSL")).m == Approx(5791.2).epsilon(1e-15));
    CHECK(std::get<Agl>(read("1500 ft AGL")).m == Approx(457.2).epsilon(1e-15));
    CHECK(std::get<Agl>(read("1500ft gnd")).m == Approx(457.2).epsilon(1e-15));
    CHECK(read("FL195") == VerticalLimit{FlightLevel{195}});
    CHECK(read(" fl 65 ") == VerticalLimit{FlightLevel{65}});
    CHECK(read("FL000") == VerticalLimit{FlightLevel{0}});
    for (const char* text : {"SFC", "sfc", "Surface", "GND"})
        CHECK(read(text) == VerticalLimit{Surface{}});
    for (const char* text : {"UNL", "unlimited", "UNLTD"})
        CHECK(read(text) == VerticalLimit{Unlimited{}});
}

TEST_CASE("units of height are words too: their case does not matter")
{
    CHECK(read("1500 FT AGL") == read("1500 ft AGL"));
    CHECK(read("2500 M") == read("2500 m"));
    CHECK(read("2500M AMSL") == read("2500 m"));
}

TEST_CASE("what is no vertical limit is refused with the forms to write")
{
    for (const char* text : {"", "   ", "1500", "FL", "FL-5", "FL+5", "FL1000", "FL19.5", "FLOOR", "AGL", "ft AGL",
                             "1500 ft AGL MSL", "1500 kt", "surface AGL", "1500 ft STD", "nan m", "inf m",
                             "1e400 m", "unlimited m", "\xC4\xB0"}) {
        CAPTURE(text);
        const auto limit = parse_vertical_limit(text);
        REQUIRE_FALSE(limit);
        CHECK(limit.problem().find("FL195") != std::string::npos);
    }
}

TEST_CASE("a vertical limit is written in feet where they come out whole, else in metres")
{
    CHECK(format_vertical_limit(Msl{5791.2}) == "19000 ft");
    CHECK(format_vertical_limit(Msl{1524}) == "5000 ft");
    CHECK(format_vertical_limit(Msl{3048}) == "10000 ft");
    CHECK(format_vertical_limit(Msl{5800}) == "5800 m");
    CHECK(format_vertical_limit(Msl{0}) == "0 m");
    CHECK(format_vertical_limit(Msl{-30.48}) == "-100 ft");
    CHECK(format_vertical_limit(Msl{1e300}) == "1e+300 m");
    CHECK(format_vertical_limit(Agl{457.2}) == "1500 ft AGL");
    CHECK(format_vertical_limit(Agl{50.5}) == "50.5 m AGL");
    CHECK(format_vertical_limit(FlightLevel{65}) == "FL065");
    CHECK(format_vertical_limit(Surface{}) == "surface");
    CHECK(format_vertical_limit(Unlimited{}) == "unlimited");
}

TEST_CASE("a vertical limit written and read again is the same")
{
    const unsigned seed = 195;
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 2000; ++i) {
        const double feet = static_cast<double>(random() % 60000);
        const double metres = static_cast<double>(random() % 20000000) / 1000;
        CAPTURE(feet, metres);
        CHECK(std::get<Msl>(read(format_vertical_limit(Msl{feet * 0.3048}))).m == Approx(feet * 0.3048).epsilon(1e-11));
        CHECK(std::get<Agl>(read(format_vertical_limit(Agl{metres}))).m == Approx(metres).epsilon(1e-9));
        const FlightLevel level{static_cast<int>(random() % 1000)};
        CHECK(read(format_vertical_limit(level)) == VerticalLimit{level});
    }
}

TEST_CASE("an altitude datum has a name")
{
    CHECK(name_of(AltitudeDatum::msl) == "msl");
    CHECK(name_of(AltitudeDatum::pressure) == "pressure");
    CHECK(name_of(AltitudeDatum::ellipsoid) == "ellipsoid");
}

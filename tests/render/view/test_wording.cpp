#include "render/view/wording.h"

#include <catch2/catch.hpp>

using namespace incursion;

namespace {

constexpr LengthUnit km = LengthUnit::kilometre, nmi = LengthUnit::nautical_mile;

}  // namespace

TEST_CASE("a length has two decimals below one unit, one below a hundred and none above")
{
    CHECK(length_number(km, 420) == "0.42");
    CHECK(length_number(km, 994) == "0.99");
    CHECK(length_number(km, 996) == "1.0");
    CHECK(length_number(km, 3140) == "3.1");
    CHECK(length_number(km, 99'940) == "99.9");
    CHECK(length_number(km, 99'960) == "100");
    CHECK(length_number(km, -2775) == "−2.8");
    CHECK(length_number(nmi, 1852) == "1.0");
    CHECK(length_number(nmi, -926) == "−0.50");
    CHECK(length_text(nmi, 18'520) == "10.0 nmi");
}

TEST_CASE("nothing that rounds to zero carries a sign")
{
    CHECK(length_number(km, -1) == "0.00");
    CHECK(number_text(-0.04, 1) == "0.0");
    CHECK(short_duration(-0.01) == "0.0 s");
}

TEST_CASE("figures are told to ten metres, a metre or a decimetre, or in feet")
{
    CHECK(exact_length_text(km, 2775) == "2.77 km");  // 2.775 is a little less in binary
    CHECK(exact_length_text(km, 999.6) == "1.00 km");
    CHECK(exact_length_text(km, 850.4) == "850 m");
    CHECK(exact_length_text(km, 3.21) == "3.2 m");
    CHECK(exact_length_text(nmi, 2778) == "1.50 nmi");
    CHECK(exact_length_text(nmi, 30.48) == "100 ft");
}

TEST_CASE("speeds and altitudes are told in whole units of the view")
{
    CHECK(speed_text(nmi, 163.24) == "317 kt");   // 163.24 * 3600 / 1852 = 317.32
    CHECK(speed_text(km, 163.24) == "588 km/h");  // 587.66
    CHECK(altitude_text(nmi, 5791.2) == "19000 ft");
    CHECK(altitude_text(km, 5791.2) == "5791 m");
    CHECK(level_number(nmi, 5791.2) == "190");
    CHECK(level_number(nmi, 2400) == "079");  // 7,874 ft
    CHECK(level_number(nmi, -30.48) == "−01");
    CHECK(level_number(km, 2400) == "2400");
}

TEST_CASE("an arrow tells a climb or a descent from 2.5 m/s on")
{
    CHECK(trend_arrow(2.5) == "↑");
    CHECK(trend_arrow(-3) == "↓");
    CHECK(trend_arrow(2.4).empty());
    CHECK(trend_arrow(std::nullopt).empty());
}

TEST_CASE("bearings have three digits, and north is 360")
{
    CHECK(bearing_text(Angle::degrees(7.4), North::true_north, std::nullopt) == "007°T");
    CHECK(bearing_text(Angle::degrees(0), North::true_north, std::nullopt) == "360°T");
    CHECK(bearing_text(Angle::degrees(359.7), North::true_north, std::nullopt) == "360°T");
    CHECK(bearing_text(Angle::degrees(-90), North::true_north, std::nullopt) == "270°T");
}

TEST_CASE("magnetic bearings are less than true ones by an easterly declination")
{
    CHECK(bearing_text(Angle::degrees(257), North::magnetic, Angle::degrees(5)) == "252°M");
    CHECK(bearing_text(Angle::degrees(2), North::magnetic, Angle::degrees(5)) == "357°M");
    CHECK(bearing_text(Angle::degrees(257), North::magnetic, Angle::degrees(-5)) == "262°M");
    CHECK(bearing_text(Angle::degrees(257), North::magnetic, std::nullopt) == "257°T");
}

TEST_CASE("durations grow from tenths of a second to minutes and hours")
{
    CHECK(short_duration(12.44) == "12.4 s");
    CHECK(short_duration(119.94) == "119.9 s");
    CHECK(short_duration(119.96) == "2 min 00 s");
    CHECK(short_duration(403) == "6 min 43 s");
    CHECK(short_duration(3599.6) == "1 h 00 min");
    CHECK(short_duration(7500) == "2 h 05 min");
    CHECK(duration_text(seconds(17)) == "17.000 s");
    CHECK(duration_text(seconds(16.9999999)) == "17.000 s");
    CHECK(duration_text(seconds(403)) == "6 min 43.0 s");
    CHECK(duration_text(seconds(7507)) == "2 h 05 min 07 s");
    CHECK(duration_text(seconds(-1.5)) == "-1.500 s");
}

TEST_CASE("a bound is rounded up")
{
    CHECK(error_text(0) == "exact");
    CHECK(error_text(1e-9) == "1 ns");
    CHECK(error_text(1.2e-9) == "2 ns");
    CHECK(error_text(3e-6) == "3 µs");
}

TEST_CASE("places are told in degrees and minutes with nautical miles, in decimal degrees with kilometres")
{
    CHECK(place_text(nmi, {36.1145, 35.86383333}) == "35°51.83'N 036°06.87'E");
    CHECK(place_text(nmi, {-0.5, -10.99999}) == "11°00.00'S 000°30.00'W");
    CHECK(place_text(km, {36.1145, 35.86383333}) == "35.8638°N 36.1145°E");
    CHECK(place_text(km, {190, 0}) == "0.0000°N 170.0000°W");
}

TEST_CASE("dates and instants are told without a locale")
{
    CHECK(date_text(*parse_time("2015-11-24T07:24:05Z")) == "24 November 2015");
    CHECK(brief_time(*parse_time("2015-11-24T07:24:05Z")) == "07:24:05");
    CHECK(brief_time(*parse_time("2015-11-24T07:19:38.3Z")) == "07:19:38.300");
}

TEST_CASE("first words end at a word, and letters of several bytes count as one")
{
    CHECK(first_words("Turn back at once", 20) == "Turn back at once");
    CHECK(first_words("Turn back at once", 10) == "Turn back…");
    CHECK(first_words("ĞĞĞĞ ŞŞŞŞ", 9) == "ĞĞĞĞ ŞŞŞŞ");
    CHECK(first_words("ĞĞĞĞ ŞŞŞŞ", 8) == "ĞĞĞĞ…");
    CHECK(first_words("abcdefgh", 4) == "abcd…");
}

#include <catch2/catch.hpp>

#include "tests/tools/sample_report.h"
#include "tools/incursion/text_units.h"

using namespace incursion;
using incursion::sample::at;

TEST_CASE("a duration is told in the units that fit it")
{
    CHECK(duration_text(seconds(17)) == "17.000 s");
    CHECK(duration_text(Duration{16'999'999'999}) == "17.000 s");
    CHECK(duration_text(seconds(119.9994)) == "119.999 s");
    CHECK(duration_text(seconds(120)) == "2 min 00.0 s");
    CHECK(duration_text(seconds(403)) == "6 min 43.0 s");
    CHECK(duration_text(seconds(3599.96)) == "1 h 00 min 00 s");
    CHECK(duration_text(seconds(7507)) == "2 h 05 min 07 s");
    CHECK(duration_text(seconds(-2.5)) == "-2.500 s");
}

TEST_CASE("a length is told in metres or kilometres with feet or nautical miles beside it")
{
    CHECK(length_text(2754) == "2.75 km (1.49 nmi)");
    CHECK(length_text(850) == "850 m (0.46 nmi)");
    CHECK(length_text(999.6) == "1.00 km (0.54 nmi)");
    CHECK(length_text(3.2) == "3.2 m (10 ft)");
    CHECK(length_text(-0.01) == "0.0 m (0 ft)");
    CHECK(length_lines(1852) == "1.85 km\n1.00 nmi");
}

TEST_CASE("altitudes and speeds carry the units of aviation")
{
    CHECK(altitude_text(5791.2) == "5791 m (19000 ft)");
    CHECK(altitude_text(-0.1) == "0 m (0 ft)");
    CHECK(speed_text(162) == "162 m/s (583 km/h, 315 kt)");
    CHECK(speed_text(1000 / 3.6) == "278 m/s (1000 km/h, 540 kt)");
}

TEST_CASE("a place names its hemispheres, across 180 degrees too")
{
    CHECK(place_text({36.1539, 35.80768}) == "35.80768° N 36.15390° E");
    CHECK(place_text({-70.25, -33.5}) == "33.50000° S 70.25000° W");
    CHECK(place_text({190, 0}) == "0.00000° N 170.00000° W");
}

TEST_CASE("an error bound is never made smaller by rounding")
{
    CHECK(error_text(0) == "exact");
    CHECK(error_text(1e-9) == "1 ns");
    CHECK(error_text(1e-12) == "1 ns");
    CHECK(error_text(3e-7) == "300 ns");
    CHECK(error_text(1.2e-6) == "2 µs");
    CHECK(error_text(0.5) == "500 ms");
}

TEST_CASE("a time is rounded to the nearest millisecond, and dated where days change")
{
    const Clock within_a_day{{at(7, 19, 0), at(7, 26, 0)}};
    CHECK(within_a_day(at(7, 24, 5) - Duration{1}) == "07:24:05.000");
    CHECK(within_a_day(at(7, 24, 5) + Duration{499'999}) == "07:24:05.000");
    const Clock over_midnight{{at(23, 59, 0), at(24, 1, 0)}};
    CHECK(over_midnight(at(23, 59, 59.9999)) == "2015-11-25 00:00:00.000");
    const Clock until_midnight{{at(23, 59, 0), at(24, 0, 0)}};
    CHECK(until_midnight(at(23, 59, 1)) == "23:59:01.000");
    CHECK(date_text(at(7, 19, 0)) == "24 November 2015");
    CHECK(brief_time(at(7, 19, 0)) == "07:19:00");
    CHECK(brief_time(at(7, 19, 0.25)) == "07:19:00.250");
}

#include "sim/base/time.h"

#include <cstdint>
#include <limits>
#include <random>
#include <string>

#include <catch2/catch.hpp>

using namespace incursion;

namespace {

/// Nanoseconds since 1970; the seconds of the examples come from `date -u -d ... +%s`.
std::int64_t ns_of(const char* text)
{
    CAPTURE(text);
    const auto time = parse_time(text);
    REQUIRE(time);
    return time->time_since_epoch().count();
}

std::string problem_of(const std::string& text)
{
    CAPTURE(text);
    const auto time = parse_time(text);
    REQUIRE_FALSE(time);
    return time.problem();
}

Time at(std::int64_t ns)
{
    return Time{Duration{ns}};
}

}  // namespace

TEST_CASE("instants of RFC 3339 are read to the nanosecond")
{
    CHECK(ns_of("1970-01-01T00:00:00Z") == 0);
    CHECK(ns_of("2015-11-24T07:24:05Z") == 1448349845'000000000);
    CHECK(ns_of("2015-11-24T07:24:05.1Z") == 1448349845'100000000);
    CHECK(ns_of("2015-11-24T07:24:05.123456789Z") == 1448349845'123456789);
    CHECK(ns_of("2015-11-24t07:24:05z") == 1448349845'000000000);
    CHECK(ns_of("2015-11-24 07:24:05Z") == 1448349845'000000000);
    CHECK(ns_of("1969-12-31T23:59:59.999999999Z") == -1);
    CHECK(ns_of("1900-03-01T00:00:00Z") == -2203891200'000000000);
    // The three examples of RFC 3339, section 5.8, that name no leap second.
    CHECK(ns_of("1985-04-12T23:20:50.52Z") == 482196050'520000000);
    CHECK(ns_of("1996-12-19T16:39:57-08:00") == 851042397'000000000);
    CHECK(ns_of("1937-01-01T12:00:27.87+00:20") == -1041337172'130000000);
}

TEST_CASE("an offset is taken off, across midnight and the year too")
{
    CHECK(ns_of("2015-11-24T09:24:05+02:00") == ns_of("2015-11-24T07:24:05Z"));
    CHECK(ns_of("2015-12-31T23:30:00-01:00") == ns_of("2016-01-01T00:30:00Z"));
    CHECK(ns_of("2016-03-01T00:15:00+05:45") == ns_of("2016-02-29T18:30:00Z"));
    CHECK(ns_of("2016-01-01T00:00:00-00:00") == ns_of("2016-01-01T00:00:00Z"));
    CHECK(ns_of("2016-01-01T00:00:00+23:59") == ns_of("2015-12-31T00:01:00Z"));
}

TEST_CASE("an instant without a zone is refused because nobody knows what it means")
{
    CHECK(problem_of("2015-11-24T07:24:05").find("Z (UTC)") != std::string::npos);
    CHECK(problem_of("2015-11-24T07:24:05.5").find("Z (UTC)") != std::string::npos);
}

TEST_CASE("leap seconds and impossible days and times of day are refused")
{
    CHECK(problem_of("1990-12-31T23:59:60Z").find("no such time of day") != std::string::npos);
    CHECK(problem_of("2015-11-24T24:00:00Z").find("no such time of day") != std::string::npos);
    CHECK(problem_of("2015-11-24T07:60:00Z").find("no such time of day") != std::string::npos);
    CHECK(ns_of("2016-02-29T00:00:00Z") == 1456704000'000000000);
    CHECK(ns_of("2000-02-29T00:00:00Z") == 951782400'000000000);
    for (const char* day : {"2015-02-29", "1900-02-29", "2015-04-31", "2015-13-01", "2015-00-10", "2015-01-00"})
        CHECK(problem_of(std::string{day} + "T00:00:00Z").find("no such day") != std::string::npos);
}

TEST_CASE("years that nanoseconds of 64 bits do not reach are refused")
{
    CHECK(ns_of("1678-01-01T00:00:00Z") == -9214560000'000000000);
    CHECK(ns_of("1678-01-01T00:00:00+23:59") == -9214560000'000000000 - 86340'000000000);
    CHECK(ns_of("2261-12-31T23:59:59-23:59") == 9214646400'000000000 - 1'000000000 + 86340'000000000);
    for (const char* year : {"0000", "1677", "2262", "9999"})
        CHECK(problem_of(std::string{year} + "-01-01T00:00:00Z").find("1678 and 2261") != std::string::npos);
}

TEST_CASE("what is not an instant is refused with the form to write")
{
    for (const char* text : {"", "now", "2015-11-24", "07:24:05Z", "24.11.2015 07:24:05Z", "2015-11-24T07:24Z",
                             "2015-11-24T7:24:05Z", "2015-11-24T07:24:05.Z", "2015-11-24T07:24:05.1234567891Z",
                             "2015-11-24T07:24:05ZZ", "2015-11-24T07:24:05 Z", " 2015-11-24T07:24:05Z",
                             "2015-11-24T07:24:05Z ", "2015-11-24T07:24:05+2:00", "2015-11-24T07:24:05+0200",
                             "2015-11-24T07:24:05+24:00", "2015-11-24T07:24:05+02:60", "2015-11-24T07:24:05,5Z",
                             "+2015-11-24T07:24:05Z", "-015-11-24T07:24:05Z", "2015-11-24T07:24:-5Z", "1448349845"})
        CHECK(problem_of(text).find("2015-11-24T07:24:05Z") != std::string::npos);
}

TEST_CASE("an instant is written with six decimals, or nine where it needs them")
{
    CHECK(format_time(at(1448349845'000000000)) == "2015-11-24T07:24:05.000000Z");
    CHECK(format_time(at(1448349845'250000000)) == "2015-11-24T07:24:05.250000Z");
    CHECK(format_time(at(1448349845'000000001)) == "2015-11-24T07:24:05.000000001Z");
    CHECK(format_time(at(-1)) == "1969-12-31T23:59:59.999999999Z");
}

TEST_CASE("the first and the last instant that exist can be written")
{
    // 2^63 ns are 106751 days, 23:47:16.854775807(8).
    CHECK(format_time(at(std::numeric_limits<std::int64_t>::max())) == "2262-04-11T23:47:16.854775807Z");
    CHECK(format_time(at(std::numeric_limits<std::int64_t>::min())) == "1677-09-21T00:12:43.145224192Z");
}

TEST_CASE("an instant written and read again is the same")
{
    const unsigned seed = 72405;
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    const std::int64_t reach = 9214560000'000000000;  // 1678 to 2261
    for (int i = 0; i < 5000; ++i) {
        std::int64_t ns = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(reach));
        if (i % 2 == 0)
            ns = -ns;
        if (i % 3 == 0)
            ns -= ns % 1000;
        CAPTURE(ns);
        CHECK(ns_of(format_time(at(ns)).c_str()) == ns);
    }
}

TEST_CASE("a time of day is cut to its decimals, never rounded up into the next second")
{
    const Time time = at(1448349845'999999999);
    CHECK(format_time_of_day(time, 0) == "07:24:05");
    CHECK(format_time_of_day(time, 3) == "07:24:05.999");
    CHECK(format_time_of_day(time, 9) == "07:24:05.999999999");
    CHECK(format_time_of_day(at(-1), 1) == "23:59:59.9");
}

TEST_CASE("seconds become the nearest nanosecond, halves away from zero")
{
    CHECK(seconds(17.0).count() == 17'000000000);
    CHECK(seconds(0.1).count() == 100'000000);
    CHECK(seconds(-0.1).count() == -100'000000);
    CHECK(seconds(0x1.0p-10).count() == 976563);  // 976562.5 ns exactly
    CHECK(seconds(-0x1.0p-10).count() == -976563);
    // The double nearest to 1448349845.1 is 1448349845.099999904632568359375.
    CHECK(seconds(1448349845.1).count() == 1448349845'099999905);
    CHECK(seconds(-1448349845.1).count() == -1448349845'099999905);
    CHECK(seconds(9.1e9).count() == 9100000000'000000000);
}

TEST_CASE("nanoseconds become seconds and come back unchanged for a hundred days")
{
    const unsigned seed = 104;
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    CHECK(to_seconds(Duration{17'000000000}) == 17.0);
    CHECK(to_seconds(Duration{-1}) == -1e-9);
    for (int i = 0; i < 5000; ++i) {
        const Duration d{static_cast<std::int64_t>(random() >> 12)};  // below 2^52 ns, 52 days
        CAPTURE(d.count());
        CHECK(seconds(to_seconds(d)) == d);
    }
}

TEST_CASE("a time span holds its start and not its end, so neighbours share no instant")
{
    const TimeSpan first{at(10), at(20)}, second{at(20), at(35)};
    CHECK(first.contains(at(10)));
    CHECK(first.contains(at(19)));
    CHECK_FALSE(first.contains(at(20)));
    CHECK_FALSE(first.contains(at(9)));
    CHECK(second.contains(at(20)));
    CHECK(first.length() + second.length() == TimeSpan{at(10), at(35)}.length());
    CHECK(TimeSpan{at(10), at(10)}.empty());
    CHECK_FALSE(TimeSpan{at(10), at(10)}.contains(at(10)));
    CHECK(TimeSpan{at(10), at(9)}.empty());
    CHECK_FALSE(first.empty());
}

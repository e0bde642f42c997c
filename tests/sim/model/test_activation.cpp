#include <cstdint>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/base/random.h"
#include "sim/model/activation.h"

using namespace incursion;
using Catch::Matchers::Contains;

namespace {

TimeSpan span(const char* from, const char* to)
{
    return {parse_time(from).value(), parse_time(to).value()};
}

std::vector<TimeSpan> active(const char* text, const TimeSpan& window)
{
    const auto activation = parse_activation(text);
    INFO((activation ? "" : activation.problem()));
    REQUIRE(activation);
    return active_within(*activation, window);
}

// 1 January 2024 was a Monday.
const TimeSpan first_week = span("2024-01-01T00:00:00Z", "2024-01-08T00:00:00Z");

}  // namespace

TEST_CASE("spans count only within the window, ascending and joined where they touch or overlap", "[activation]")
{
    const char* text = "2024-01-03T12:00Z/2024-01-03T13:00Z; 2024-01-02T00:00:00Z/2024-01-02T01:00:00Z;"
                       "2024-01-02T01:00Z/2024-01-02T02:00Z;2024-01-02T01:30Z/2024-01-02T03:00Z;"
                       "2023-12-31T00:00Z/2024-01-01T00:00:00.5Z; 2024-01-08T00:00Z/2024-01-09T00:00Z";
    CHECK(active(text, first_week) == std::vector{span("2024-01-01T00:00:00Z", "2024-01-01T00:00:00.5Z"),
                                                  span("2024-01-02T00:00:00Z", "2024-01-02T03:00:00Z"),
                                                  span("2024-01-03T12:00:00Z", "2024-01-03T13:00:00Z")});
}

TEST_CASE("weekly hours begin on their days", "[activation]")
{
    CHECK(active("WED-THU 08:00-16:00", first_week) ==
          std::vector{span("2024-01-03T08:00:00Z", "2024-01-03T16:00:00Z"),
                      span("2024-01-04T08:00:00Z", "2024-01-04T16:00:00Z")});
    CHECK(active("sat mon 12:00-13:00", first_week) ==
          std::vector{span("2024-01-01T12:00:00Z", "2024-01-01T13:00:00Z"),
                      span("2024-01-06T12:00:00Z", "2024-01-06T13:00:00Z")});
    CHECK(active("12:00-13:00", first_week).size() == 7);
}

TEST_CASE("hours that end before they begin end on the next day, also one before the window", "[activation]")
{
    // Sunday's hours before the window reach into its Monday; those of its own Sunday are cut.
    CHECK(active("SUN 22:00-02:00", first_week) == std::vector{span("2024-01-01T00:00:00Z", "2024-01-01T02:00:00Z"),
                                                               span("2024-01-07T22:00:00Z", "2024-01-08T00:00:00Z")});
    CHECK(active("TUE 06:00-06:00", first_week) == std::vector{span("2024-01-02T06:00:00Z", "2024-01-03T06:00:00Z")});
}

TEST_CASE("ranges of days may run over Sunday, and whole days join", "[activation]")
{
    CHECK(active("FRI-MON 00:00-24:00", first_week) ==
          std::vector{span("2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z"),
                      span("2024-01-05T00:00:00Z", "2024-01-08T00:00:00Z")});
    CHECK(active("00:00-24:00", first_week) == std::vector{first_week});
}

TEST_CASE("a span bounds weekly hours", "[activation]")
{
    CHECK(active("MON-FRI 08:00-16:00 2024-01-02T10:00Z/2024-01-03T09:00Z", first_week) ==
          std::vector{span("2024-01-02T10:00:00Z", "2024-01-02T16:00:00Z"),
                      span("2024-01-03T08:00:00Z", "2024-01-03T09:00:00Z")});
    CHECK(active("MON-FRI 08:00-16:00 2025-01-02T10:00Z/2025-01-03T09:00Z", first_week).empty());
}

TEST_CASE("never is never, and an empty window holds nothing", "[activation]")
{
    CHECK(active("never", first_week).empty());
    CHECK(active(" NEVER ", first_week).empty());
    CHECK(active("00:00-24:00", {first_week.to, first_week.from}).empty());
}

TEST_CASE("weekly hours stay within what an instant can be", "[activation]")
{
    const auto spans = active("MON 00:00-24:00", {Time::min(), Time::max()});
    CHECK(spans.size() > 30000);
    CHECK(active("22:00-02:00", {Time::max() - std::chrono::hours{1}, Time::max()}).empty());
}

TEST_CASE("days share out the time: hours by the day add up to the hours of the week", "[activation]")
{
    Duration sum{};
    for (const char* day : {"MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"})
        for (const TimeSpan& part : active((std::string{day} + " 21:15-03:45:30").c_str(), first_week))
            sum += part.length();
    Duration whole{};
    for (const TimeSpan& part : active("21:15-03:45:30", first_week))
        whole += part.length();
    CHECK(sum == whole);
    // 6 h 30 min 30 s on each of seven days, as what Sunday carries over comes in from the Sunday before.
    CHECK(whole == 7 * (std::chrono::hours{6} + std::chrono::minutes{30} + std::chrono::seconds{30}));
}

TEST_CASE("activations are written as they are read", "[activation]")
{
    for (const char* text :
         {"never", "2023-12-16T12:00Z/2023-12-16T13:00Z", "MON-FRI 08:00-16:00", "SAT SUN 22:00-02:00", "00:00-24:00",
          "10:20-20:10", "TUE 08:00:01-09:00:00.25", "MON-WED FRI SUN 00:00-00:00",
          "2023-12-16T12:00:30Z/2023-12-16T13:00:00.000000001Z; WED 01:00-02:00 2023-12-16T12:00Z/2024-12-16T13:00Z"}) {
        CAPTURE(text);
        const auto activation = parse_activation(text);
        REQUIRE(activation);
        CHECK(format_activation(*activation) == text);
    }
    CHECK(format_activation(parse_activation("FRI-MON 08:00-09:00").value()) == "MON FRI-SUN 08:00-09:00");
    CHECK(format_activation(parse_activation("2023-12-16 14:00+02:00/2023-12-16t13:00:00z").value()) ==
          "2023-12-16T12:00Z/2023-12-16T13:00Z");
}

TEST_CASE("what is written reads back the same, whatever it is", "[activation]")
{
    RandomStream random{20240101, "activation"};
    for (int i = 0; i < 2000; ++i) {
        CAPTURE(i);
        Activation activation;
        const auto number = [&random](int below) { return static_cast<int>(random.uniform() * below); };
        const auto instant = [&] { return Time{} + std::chrono::seconds{number(2'000'000'000)} + Duration{number(2)}; };
        for (int n = number(3); n > 0; --n) {
            const Time from = instant();
            activation.spans.push_back({from, from + std::chrono::minutes{1 + number(10000)}});
        }
        for (int n = number(3); n > 0; --n) {
            WeeklyHours hours{static_cast<std::uint8_t>(1 + number(127)),
                              std::chrono::minutes{number(1440)},
                              std::chrono::minutes{number(1441)},
                              {}};
            if (number(2) == 1) {
                const Time from = instant();
                hours.within = {from, from + std::chrono::seconds{1 + number(1000000)}};
            }
            activation.weekly.push_back(hours);
        }
        const std::string text = format_activation(activation);
        CAPTURE(text);
        const auto read = parse_activation(text);
        REQUIRE(read);
        CHECK(*read == activation);
    }
}

TEST_CASE("what is no activation is refused with what is wrong and how to write it", "[activation]")
{
    const auto problem = [](const char* text) {
        const auto activation = parse_activation(text);
        CAPTURE(text);
        REQUIRE_FALSE(activation);
        CHECK_THAT(activation.problem(), Contains("MON-FRI 08:00-16:00"));
        return activation.problem();
    };
    CHECK_THAT(problem(""), Contains("it is empty"));
    CHECK_THAT(problem("08:00-16:00;"), Contains("behind a ';'"));
    CHECK_THAT(problem("MON"), Contains("no hours"));
    CHECK_THAT(problem("MON-XYZ 08:00-16:00"), Contains("'MON-XYZ' is no day"));
    CHECK_THAT(problem("25:00-26:00"), Contains("no hours of a day"));
    CHECK_THAT(problem("24:00-25:00"), Contains("no hours of a day"));
    CHECK_THAT(problem("08:00"), Contains("no hours of a day"));
    CHECK_THAT(problem("08:00Z-16:00Z"), Contains("no hours of a day"));
    CHECK_THAT(problem("2023-12-16T12:00Z"), Contains("no span"));
    CHECK_THAT(problem("2023-12-16T12:00Z/2023-12-16T12:00Z"), Contains("ends before it begins"));
    CHECK_THAT(problem("2023-12-16T12:00/2023-12-16T13:00Z"), Contains("Z (UTC)"));
    CHECK_THAT(problem("2023-02-30T12:00Z/2023-12-16T13:00Z"), Contains("no such day"));
    CHECK_THAT(problem("MON 08:00-16:00 tomorrow"), Contains("no span"));
    CHECK_THAT(problem("never; MON 08:00-16:00"), Contains("'NEVER' is no day"));
}

#include "sim/model/activation_bounds.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/base/random.h"

using namespace incursion;

namespace {

Activation read(const char* text)
{
    return parse_activation(text).value();
}

TimeSpan span(const char* from, const char* to)
{
    return {parse_time(from).value(), parse_time(to).value()};
}

constexpr std::size_t plenty = 1'000'000;

}  // namespace

TEST_CASE("bounds cut spans and weekly hours, and are all that there is of always", "[activation]")
{
    const TimeSpan bounds = span("2024-01-02T00:00:00Z", "2024-01-03T00:00:00Z");
    CHECK(format_activation(bounded(std::nullopt, bounds)) == "2024-01-02T00:00Z/2024-01-03T00:00Z");
    CHECK(bounded(std::nullopt, {bounds.to, bounds.from}) == Activation{});
    CHECK(bounded(Activation{}, bounds) == Activation{});
    CHECK(format_activation(bounded(read("2024-01-01T00:00Z/2024-01-02T06:00Z; 2024-01-05T00:00Z/2024-01-06T00:00Z; "
                                         "MON 08:00-16:00; 10:00-11:00 2024-01-02T12:00Z/2024-02-01T00:00Z; "
                                         "10:00-11:00 2024-02-02T12:00Z/2024-03-01T00:00Z"),
                                    bounds)) ==
          "2024-01-02T00:00Z/2024-01-02T06:00Z; MON 08:00-16:00 2024-01-02T00:00Z/2024-01-03T00:00Z; "
          "10:00-11:00 2024-01-02T12:00Z/2024-01-03T00:00Z");
}

TEST_CASE("what falls apart into too many parts is refused", "[activation]")
{
    const std::vector<TimeSpan> two{span("2024-01-01T00:00:00Z", "2024-01-03T00:00:00Z"),
                                    span("2024-01-04T00:00:00Z", "2024-01-05T00:00:00Z")};
    const Activation hours = read("MON 08:00-16:00; TUE 08:00-16:00");
    CHECK(bounded(hours, two, 4)->weekly.size() == 4);
    CHECK_FALSE(bounded(hours, two, 3));
    CHECK(bounded(read("2024-01-02T00:00Z/2024-01-10T00:00Z"), two, 2)->spans.size() == 2);
    CHECK_FALSE(bounded(read("2024-01-02T00:00Z/2024-01-10T00:00Z"), two, 1));
    CHECK(bounded(std::nullopt, two, 2)->spans == two);
    CHECK_FALSE(bounded(std::nullopt, two, 1));
}

TEST_CASE("time is given out once", "[activation]")
{
    UntakenTime time;
    const auto day = [](int from, int to) {
        const Time first = parse_time("2024-01-01T00:00:00Z").value();
        return TimeSpan{first + std::chrono::days{from}, first + std::chrono::days{to}};
    };
    CHECK(time.take(day(2, 4)) == std::vector{day(2, 4)});
    CHECK(time.take(day(8, 9)) == std::vector{day(8, 9)});
    CHECK(time.take(day(3, 6)) == std::vector{day(4, 6)});
    CHECK(time.take(day(6, 7)) == std::vector{day(6, 7)});
    CHECK(time.take(day(5, 3)).empty());
    CHECK(time.take(day(0, 12)) == std::vector{day(0, 2), day(7, 8), day(9, 12)});
    CHECK(time.take(day(1, 11)).empty());
}

TEST_CASE("who takes time first is active in it alone, hour by hour", "[activation]")
{
    RandomStream random{20240102, "activation bounds"};
    const Time start = parse_time("2024-01-01T00:00:00Z").value();
    constexpr int all_hours = 21 * 24;
    const auto number = [&random](int below) { return static_cast<int>(random.uniform() * below); };
    const auto some_span = [&] {
        const Time from = start + std::chrono::hours{number(all_hours)};
        return TimeSpan{from, from + std::chrono::hours{1 + number(100)}};
    };
    const auto holds = [](const std::vector<TimeSpan>& spans, Time time) {
        return std::any_of(spans.begin(), spans.end(), [&](const TimeSpan& s) { return s.contains(time); });
    };
    const TimeSpan window{start, start + std::chrono::hours{all_hours}};
    for (int i = 0; i < 200; ++i) {
        CAPTURE(i);
        UntakenTime time;
        std::vector<TimeSpan> before;  // what others have
        for (int n = 1 + number(6); n > 0; --n) {
            Activation activation;
            for (int k = number(4); k > 0; --k)
                activation.spans.push_back(some_span());
            for (int k = number(4); k > 0; --k)
                activation.weekly.push_back({static_cast<std::uint8_t>(1 + number(127)), std::chrono::hours{number(24)},
                                             std::chrono::hours{number(25)},
                                             number(2) == 1 ? some_span() : TimeSpan{}});
            const TimeSpan wanted = some_span();
            const auto got = bounded(activation, time.take(wanted), plenty);
            REQUIRE(got);
            const auto all = active_within(activation, window), now = active_within(*got, window);
            int wrong = 0;
            for (int h = 0; h < all_hours; ++h) {
                const Time at = start + std::chrono::hours{h} + std::chrono::minutes{30};
                const bool expected = holds(all, at) && wanted.contains(at) && !holds(before, at);
                wrong += holds(now, at) != expected ? 1 : 0;
            }
            CHECK(wrong == 0);
            before.push_back(wanted);
        }
    }
}

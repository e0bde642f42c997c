#include "render/view/nice_ticks.h"

#include <cmath>

#include <catch2/catch.hpp>

#include "sim/base/random.h"

using namespace incursion;

namespace {

Time at(std::string_view text)
{
    return *parse_time(text);
}

std::vector<std::string> texts(const std::vector<TimeTick>& ticks)
{
    std::vector<std::string> result;
    for (const TimeTick& tick : ticks)
        result.push_back(tick.text);
    return result;
}

}  // namespace

TEST_CASE("a nice step is the least of 1, 2 and 5 times a power of ten that cuts a range into few enough")
{
    CHECK(nice_step(10, 5) == Approx(2));
    CHECK(nice_step(10.01, 5) == Approx(5));
    CHECK(nice_step(100, 10) == Approx(10));
    CHECK(nice_step(101, 10) == Approx(20));
    CHECK(nice_step(0.3, 3) == Approx(0.1));
    CHECK(nice_step(7, 1) == Approx(10));
    CHECK(nice_step(3e6, 4) == Approx(1e6));
}

TEST_CASE("ticks are multiples of their step and say no more decimals than it has")
{
    const auto ticks = nice_ticks(-1, 1, 4);
    REQUIRE(ticks.size() == 5);
    CHECK(ticks[0].text == "−1.0");
    CHECK(ticks[1].text == "−0.5");
    CHECK(ticks[2].text == "0.0");
    CHECK(ticks[2].value == 0);
    CHECK(ticks[4].text == "1.0");
    const auto heights = nice_ticks(1700, 8400, 4);
    REQUIRE(heights.size() == 4);
    CHECK(heights[0].text == "2000");
    CHECK(heights[3].text == "8000");
}

TEST_CASE("ticks lie in their range and are few, whatever the range")
{
    const std::uint64_t seed = 12;
    CAPTURE(seed);
    RandomStream random{seed, "ticks"};
    for (int i = 0; i < 2000; ++i) {
        const double from = random.uniform(-1000, 1000), to = from + std::pow(10.0, random.uniform(-3, 6));
        const auto ticks = nice_ticks(from, to, 5);
        CAPTURE(from, to);
        CHECK(ticks.size() <= 6);
        for (const Tick& tick : ticks) {
            CHECK(tick.value >= from);
            CHECK(tick.value <= to);
        }
    }
}

TEST_CASE("times of the clock are told as finely as their step needs")
{
    CHECK(texts(time_ticks({at("2015-11-24T07:19:00Z"), at("2015-11-24T07:26:00Z")}, 8)) ==
          std::vector<std::string>{"07:19", "07:20", "07:21", "07:22", "07:23", "07:24", "07:25", "07:26"});
    CHECK(texts(time_ticks({at("2015-11-24T07:23:52Z"), at("2015-11-24T07:24:22Z")}, 3)) ==
          std::vector<std::string>{"07:24:00", "07:24:10", "07:24:20"});
    CHECK(texts(time_ticks({at("2015-11-24T07:23:59.9Z"), at("2015-11-24T07:24:00.2Z")}, 3)) ==
          std::vector<std::string>{"07:23:59.9", "07:24:00.0", "07:24:00.1", "07:24:00.2"});
    CHECK(texts(time_ticks({at("2015-11-24T20:00:00Z"), at("2015-11-25T04:00:00Z")}, 4)) ==
          std::vector<std::string>{"20:00", "22:00", "00:00", "02:00", "04:00"});
    CHECK(texts(time_ticks({at("2015-11-24T20:00:00Z"), at("2015-11-28T04:00:00Z")}, 4)) ==
          std::vector<std::string>{"25 November 2015", "26 November 2015", "27 November 2015", "28 November 2015"});
}

TEST_CASE("times before 1970 have ticks at whole steps too")
{
    CHECK(texts(time_ticks({at("1968-03-27T09:41:07Z"), at("1968-03-27T09:44:00Z")}, 4)) ==
          std::vector<std::string>{"09:42", "09:43", "09:44"});
}

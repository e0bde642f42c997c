#include <catch2/catch.hpp>

#include <array>
#include <limits>
#include <string>

#include "sim/base/random.h"
#include "sim/io/write_time.h"

using namespace incursion;

namespace {

std::string written(Time time)
{
    std::array<char, longest_time_text> text{};
    return {text.data(), write_time(text.data(), time)};
}

}  // namespace

TEST_CASE("an instant in a table is the text of RFC 3339 in UTC")
{
    using namespace std::chrono;
    CHECK(written(Time{}) == "1970-01-01T00:00:00.000000Z");
    CHECK(written(sys_days{2015y / 11 / 24} + 7h + 24min + 5s + 1ns) == "2015-11-24T07:24:05.000000001Z");
    CHECK(written(sys_days{2000y / 2 / 29} - 1us) == "2000-02-28T23:59:59.999999Z");
    CHECK(written(sys_days{1969y / 12 / 31} + 1ns) == "1969-12-31T00:00:00.000000001Z");
    CHECK(written(Time::max()) == "2262-04-11T23:47:16.854775807Z");
    CHECK(written(Time::min()) == "1677-09-21T00:12:43.145224192Z");
}

TEST_CASE("an instant in a table has the same text as everywhere else")
{
    RandomStream random{GENERATE(range<std::uint64_t>(1, 4)), "times"};
    for (int i = 0; i < 20'000; ++i) {
        const auto bits = static_cast<std::int64_t>(random.bits());
        const std::int64_t rounded = bits - bits % (i % 3 == 0 ? 1'000 : i % 3 == 1 ? 86'400'000'000'000 : 1);
        CAPTURE(rounded);
        REQUIRE(written(Time{Duration{rounded}}) == format_time(Time{Duration{rounded}}));
    }
}

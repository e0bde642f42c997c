#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "sim/io/day_clock.h"
#include "sim/io/minute_angle.h"
#include "sim/io/text_lines.h"
#include "tests/sim/io/memory_bytes.h"

using namespace incursion;

namespace {

std::vector<std::string> lines_of(std::string_view text, std::size_t block)
{
    test::MemoryBytes input{"a", text, block};
    TextLines lines{input};
    std::vector<std::string> list;
    while (const auto line = lines.next())
        list.push_back(std::to_string(lines.number()) + ":" + std::string{*line});
    CHECK_FALSE(lines.problem());
    return list;
}

/// Gives a text, then damage.
class DamagedBytes : public InputBytes {
public:
    Result<std::string_view> start() override { return std::string_view{"one\ntwo\nthr"}; }
    Result<std::string_view> next(std::size_t) override
    {
        if (given_)
            return Problem{"it is damaged"};
        given_ = true;
        return start();
    }
    Result<std::string_view> rest(std::size_t) override { return Problem{"it is damaged"}; }

private:
    bool given_ = false;
};

std::vector<std::int64_t> days_of(const std::vector<std::string>& times)
{
    DayClock clock;
    std::vector<std::int64_t> days;
    for (const std::string& time : times)
        days.push_back(clock.day_of(*time_of_day(time)));
    return days;
}

}  // namespace

TEST_CASE("a text gives the same lines whatever its blocks")
{
    const std::string text = "one\r\n\ntwo\n\r\nthree\r\r\nfour";
    for (const std::size_t block : {1U, 2U, 3U, 5U, 100U})
        CHECK(lines_of(text, block) == std::vector<std::string>{"1:one", "2:", "3:two", "4:", "5:three", "6:four"});
    CHECK(lines_of("", 7).empty());
    CHECK(lines_of("\n", 7) == std::vector<std::string>{"1:"});
    std::string endless(200'000, 'x');
    endless += "\ny";
    for (const std::size_t block : {1000U, 70'000U, 1'000'000U})
        CHECK(lines_of(endless, block) ==
              std::vector<std::string>{"1:" + std::string(TextLines::most_line_bytes, 'x'), "2:y"});
}

TEST_CASE("of a damaged text the lines before the damage are given, not the one within")
{
    DamagedBytes input;
    TextLines lines{input};
    CHECK(lines.next() == "one");
    CHECK(lines.next() == "two");
    CHECK_FALSE(lines.next());
    CHECK(lines.problem() == "it is damaged");
    CHECK_FALSE(lines.next());
}

TEST_CASE("times of day are read to the nanosecond, dates with two digits of the year from 1980 on")
{
    using namespace std::chrono_literals;
    CHECK(time_of_day("072405") == Duration{7h + 24min + 5s});
    CHECK(time_of_day("072405.") == Duration{7h + 24min + 5s});
    CHECK(time_of_day("235959.1234567899") == Duration{24h - 1s + 123'456'789ns});
    for (const char* const none :
         {"", "07240", "0724055", "240000", "076000", "072460", "0724x5", "072405.x", "-72405"})
        CHECK_FALSE(time_of_day(none));
    using std::chrono::sys_days;
    CHECK(day_of_digits("060180") == sys_days{std::chrono::year{1980} / 1 / 6});
    CHECK(day_of_digits("311299") == sys_days{std::chrono::year{1999} / 12 / 31});
    CHECK(day_of_digits("290200") == sys_days{std::chrono::year{2000} / 2 / 29});
    for (const char* const none : {"", "290201", "000115", "010015", "011315", "01011", "0101155", "+10115"})
        CHECK_FALSE(day_of_digits(none));
}

TEST_CASE("a clock of the day passes midnight where times go back by more than twelve hours")
{
    using Days = std::vector<std::int64_t>;
    CHECK(days_of({"120000", "235959", "000000", "120000", "000000", "000001"}) == Days{0, 0, 1, 1, 1, 1});
    CHECK(days_of({"235959", "000000", "235958", "000001"}) == Days{0, 1, 0, 1});
    CHECK(days_of({"235959", "115959", "115958"}) == Days{0, 0, 0});
    CHECK(days_of({"235959", "115958"}) == Days{0, 1});
    // A leap that is gone with the next time, and one that is none.
    CHECK(days_of({"100000", "230000", "100001", "230000", "000000"}) == Days{0, 0, 0, 0, 1});
    CHECK(days_of({"100000", "230000", "230001", "000000"}) == Days{0, 0, 0, 1});
}

TEST_CASE("degrees and minutes are the nearest double")
{
    CHECK(angle_of_minutes("51", "07", "126", 'N') == 51.118766666666666);
    CHECK(angle_of_minutes("001", "49", "300", 'W') == -1.8216666666666668);
    CHECK(angle_of_minutes("180", "00", "", 'E') == 180.0);
    CHECK(angle_of_minutes("0", "00", "0000000000999", 'S') == 0.0);
    CHECK_FALSE(angle_of_minutes("90", "00", "001", 'N'));
    CHECK_FALSE(angle_of_minutes("180", "00", "001", 'W'));
    CHECK_FALSE(angle_of_minutes("51", "60", "0", 'N'));
    CHECK_FALSE(angle_of_minutes("51", "07", "1x", 'N'));
    CHECK_FALSE(angle_of_minutes("", "07", "1", 'N'));
    CHECK_FALSE(angle_of_minutes("51", "07", "1", 'n'));
}

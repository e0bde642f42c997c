#include <catch2/catch.hpp>

#include <algorithm>

#include "sim/io/bad_rows.h"
#include "tests/sim/io/format_support.h"

namespace incursion {

using test::read_as;
using test::read_file;
using test::tells;
using test::told;

namespace {

/// Of aircraft 4CA2D6, generated (and logged a second later) at that second after 14:53:50.
std::string message(const std::string& type, int second, const std::string& from_altitude,
                    const std::string& ident = "4CA2D6")
{
    const std::string at = "2008/11/28,14:53:" + std::to_string(50 + second) + ".000";
    return "MSG," + type + ",1,1," + ident + ",1," + at + ",2008/11/28,14:54:00.000,," + from_altitude + "\n";
}

const std::string no_altitude = ",,,51.5,-1.5,,,0,0,0,0";

}  // namespace

TEST_CASE("SBS messages give a track for each aircraft, of pressure altitudes in feet")
{
    const auto read = read_file(test::sample("port30003.sbs"));
    CAPTURE(told(read.diagnostics));
    CHECK(read.format == "sbs");
    CHECK(read.ids() == std::vector<std::string>{"4CA2D6", "4010E9", "400CB6"});
    REQUIRE(read.fixes("4CA2D6").size() == 1);
    const Fix fix = read.fixes("4CA2D6")[0];
    CHECK(fix.time == *parse_time("2008-11-28T14:53:50.594Z"));
    CHECK(fix.place == LonLat{-1.02826, 51.45735});
    CHECK(*fix.altitude_m == Approx(11277.6));  // 37,000 ft of 0.3048 m
    CHECK_FALSE(fix.accuracy_m);
    CHECK(read.pieces[0].datum == AltitudeDatum::pressure);
    REQUIRE(read.pieces[1].lines == std::vector<std::int64_t>{5, 7});
    // On the surface, and with one comma too many, as it is quoted at times.
    REQUIRE(read.fixes("400CB6").size() == 1);
    CHECK_FALSE(read.fixes("400CB6")[0].altitude_m);
    CHECK(read.dropped(impossible_position_kind) == 1);
    CHECK(tells(read.diagnostics, "note", "read as UTC"));
}

TEST_CASE("an SBS position without an altitude takes one heard up to five seconds before, of its own aircraft")
{
    const auto altitudes = [](const std::string& text) {
        std::vector<double> list;
        for (const Fix& fix : read_as("a.sbs", text).fixes("4CA2D6"))
            list.push_back(fix.altitude_m.value_or(-1) / 0.3048);
        return list;
    };
    const std::string heard = message("5", 0, "10000,,,,,,,0,,0,0");
    CHECK(altitudes(heard + message("3", 5, no_altitude)).at(0) == Approx(10'000));
    CHECK(altitudes(heard + message("3", 6, no_altitude)).at(0) < 0);
    CHECK(altitudes(message("7", 0, "10000,,,,,,,,,,0", "AAAAAA") + message("3", 1, no_altitude)).at(0) < 0);
    CHECK(altitudes(heard + message("6", 1, "10025,,,,,,0271,0,0,0,0") + message("3", 2, no_altitude)).at(0) ==
          Approx(10'025));
    CHECK(altitudes(heard + message("3", 1, "20000" + no_altitude)).at(0) == Approx(20'000));
    CHECK(altitudes(message("5", 5, "10000,,,,,,,0,,0,0") + message("3", 0, no_altitude)).at(0) < 0);
    // On the ground there is none.
    CHECK(altitudes(heard + message("3", 1, "100,,,51.5,-1.5,,,0,0,0,-1")).at(0) < 0);
    CHECK(altitudes(heard + message("2", 1, "0,5,90,51.5,-1.5,,,,,,")).at(0) < 0);
}

TEST_CASE("an SBS message without a time of its own has that of its logging; without any it is dropped")
{
    const std::string rest = ",,1000,,,51.5,-1.5,,,0,0,0,0\n";
    const auto read =
        read_as("a.sbs", "MSG,3,1,1,A,1,,,2008/11/28,14:53:51.000" + rest +
                             "MSG,3,1,1,A,1,2008/11/28,,2008-11-28,14:53:52" + rest + "MSG,3,1,1,A,1,,14:53:53.000,," +
                             rest + "MSG,3,,,A,,,,," + rest + "MSG,3,1,1,A,1,2008/11/31,14:53:54.000,," + rest +
                             "MSG,3,1,1,A,1,1832/11/28,14:53:54.000,," + rest);
    REQUIRE(read.fixes("A").size() == 2);
    CHECK(read.fixes("A")[0].time == *parse_time("2008-11-28T14:53:51Z"));
    CHECK(read.fixes("A")[1].time == *parse_time("2008-11-28T14:53:52Z"));
    CHECK(read.dropped(no_time_kind) == 2);
    CHECK(read.dropped(bad_time_kind) == 2);
}

TEST_CASE("SBS messages that cannot be read are dropped and told by kind, others passed over")
{
    const std::string good = message("3", 1, "1000" + no_altitude);
    const auto read =
        read_as("a.sbs", good.substr(0, good.find("51.5") + 3) + "\n" + message("3", 1, "1000" + no_altitude, "") +
                             message("3", 1, "x" + no_altitude) + message("3", 1, "1000,,,,,,,0,0,0,0") +
                             message("3", 1, "1000,,,91,0,,,0,0,0,0") + message("1", 1, "") +
                             message("4", 1, ",408.3,146.4,,,64,,,,,") + message("8", 1, "") + message("5", 1, "") +
                             message("5", 1, ",,,,,,,,,,") + "MSG\nMSG,\nMSG,9,\n\nCLK,,496,-1\n" + good + "MLAT" +
                             message("3", 2, "1000" + no_altitude).substr(3));
    CAPTURE(read.problems.kinds().size());
    CHECK(read.dropped(unreadable_record_kind) == 3);
    CHECK(read.dropped(bad_number_kind) == 1);
    CHECK(read.dropped(no_position_kind) == 1);
    CHECK(read.dropped(impossible_position_kind) == 1);
    CHECK(read.fixes("4CA2D6").size() == 2);
    TrackReadOptions options;
    options.altitude = AltitudeDatum::ellipsoid;
    CHECK(tells(read_as("a.sbs", good, options).diagnostics, "note", "no altitudes of the datum `ellipsoid`"));
}

TEST_CASE("fixes of many aircraft in turn come in pieces of each, in the order of their first")
{
    std::string text;
    for (int i = 0; i < 12'000; ++i)
        text += message("3", 1, "1000" + no_altitude, std::string(1, static_cast<char>('A' + i % 3)));
    const auto read = read_as("a.sbs", text);
    CHECK(read.pieces.size() == 6);
    CHECK(read.ids() == std::vector<std::string>{"A", "B", "C"});
    CHECK(read.fixes("B").size() == 4'000);
    CHECK(std::is_sorted(read.pieces[3].lines.begin(), read.pieces[3].lines.end()));
    CHECK(read.pieces[3].id == "B");  // the 10,001st
}

}  // namespace incursion

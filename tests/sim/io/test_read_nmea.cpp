#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "sim/io/bad_rows.h"
#include "tests/sim/io/format_support.h"

namespace incursion {

using test::read_as;
using test::read_file;
using test::tells;
using test::told;

namespace {

/// With its checksum (NMEA 0183: all characters between `$` and `*`, combined by exclusive or).
std::string sentence(const std::string& body)
{
    unsigned sum = 0;
    for (const char c : body)
        sum ^= static_cast<unsigned char>(c);
    return fmt::format("${}*{:02X}\r\n", body, sum);
}

/// At 36 N 36 E, 1000 m above the sea where the geoid is 27 m above the ellipsoid.
std::string gga(const std::string& time, const std::string& quality = "1", const std::string& talker = "GP")
{
    return sentence(talker + "GGA," + time + ",3600.000,N,03600.000,E," + quality + ",08,0.9,1000.0,M,27.0,M,,");
}

std::string rmc(const std::string& time, const std::string& date, const std::string& status = "A",
                const std::string& talker = "GP")
{
    return sentence(talker + "RMC," + time + "," + status + ",3600.000,N,03600.000,E,022.4,084.4," + date + ",003.1,W");
}

std::vector<std::string> times_of(const test::FormatRead& read)
{
    std::vector<std::string> times;
    for (const Fix& fix : read.fixes(""))
        times.push_back(format_time(fix.time).substr(0, 21));
    return times;
}

TrackReadOptions ellipsoid()
{
    TrackReadOptions options;
    options.altitude = AltitudeDatum::ellipsoid;
    return options;
}

}  // namespace

TEST_CASE("sentences of one time are one fix: place and altitude of GGA, date of RMC, accuracy of GST")
{
    const auto read = read_file(test::sample("receiver.nmea"));
    CAPTURE(told(read.diagnostics));
    CHECK(read.format == "nmea");
    CHECK(read.problems.empty());
    REQUIRE(read.pieces.size() == 1);
    CHECK(read.pieces[0].id.empty());
    CHECK(read.pieces[0].datum == AltitudeDatum::msl);
    const auto& fixes = read.pieces[0].fixes;
    REQUIRE(fixes.size() == 3);
    // As introductions to GGA read it: 12:35:19 UTC, 48 degrees 7.038' N, 11 degrees 31.000' E, 545.4 m.
    CHECK(fixes[0].time == *parse_time("1994-03-23T12:35:19Z"));
    CHECK(fixes[0].place.lat_deg == Approx(48.1173).margin(1e-12));
    CHECK(fixes[0].place.lon_deg == Approx(11.516666666667).margin(1e-11));
    CHECK(fixes[0].altitude_m == 545.4);
    CHECK_FALSE(fixes[0].accuracy_m);
    CHECK(fixes[1].time == *parse_time("1994-03-23T12:35:20.25Z"));
    // sqrt((3^2 + 4^2) / 2)
    CHECK(*fixes[1].accuracy_m == Approx(3.5355339).margin(1e-7));
    CHECK_FALSE(fixes[2].altitude_m);
    CHECK(read.pieces[0].lines == std::vector<std::int64_t>{2, 6, 8});
    CHECK(tells(read.diagnostics, "note", "not valid (quality 0, status V) are left out: 1"));
    const auto high = read_file(test::sample("receiver.nmea"), ellipsoid());
    CHECK(high.pieces.at(0).datum == AltitudeDatum::ellipsoid);
    CHECK(*high.pieces[0].fixes[0].altitude_m == Approx(545.4 + 46.9));
}

TEST_CASE("an NMEA date holds on through midnights, and is carried back to fixes before it")
{
    CHECK(times_of(read_as("a.nmea", gga("235958") + rmc("235958", "231115") + gga("235959.5") + gga("000000.50") +
                                         gga("000001"))) ==
          std::vector<std::string>{"2015-11-23T23:59:58.0", "2015-11-23T23:59:59.5", "2015-11-24T00:00:00.5",
                                   "2015-11-24T00:00:01.0"});
    CHECK(times_of(read_as("a.nmea", gga("235959") + gga("000001") + sentence("GPZDA,000002.00,24,11,2015,00,00") +
                                         gga("000002"))) ==
          std::vector<std::string>{"2015-11-23T23:59:59.0", "2015-11-24T00:00:01.0", "2015-11-24T00:00:02.0"});
    // A log that goes on a week later.
    CHECK(times_of(read_as("a.nmea", gga("100000") + rmc("100000", "231115") + gga("110000") + rmc("110000", "301115") +
                                         gga("110001"))) ==
          std::vector<std::string>{"2015-11-23T10:00:00.0", "2015-11-30T11:00:00.0", "2015-11-30T11:00:01.0"});
    const auto none = read_as("a.nmea", gga("100000") + gga("100001"));
    CHECK(none.pieces.empty());
    CHECK(none.dropped(no_time_kind) == 2);
}

TEST_CASE("the date of a receiver without a fix is not believed, and that of ZDA less than that of RMC")
{
    const auto read = read_as("a.nmea", rmc("100000", "060180", "V") + sentence("GPZDA,100001.00,06,01,1980,00,00") +
                                            rmc("100001", "231115") + gga("100002"));
    CHECK(times_of(read) == std::vector<std::string>{"2015-11-23T10:00:01.0", "2015-11-23T10:00:02.0"});
    CHECK(tells(read.diagnostics, "warning 2", "1024 weeks"));
}

TEST_CASE("a date 1024 weeks off gets a warning and stays")
{
    // 23 November 2015 less 7168 days is 8 April 1996.
    const auto jump = read_as("a.nmea", rmc("100000", "231115") + rmc("100001", "080496"));
    CHECK(tells(jump.diagnostics, "warning 2", "1996-04-08 is 1024 weeks off from 2015-11-23"));
    CHECK(times_of(jump) == std::vector<std::string>{"2015-11-23T10:00:00.0", "1996-04-08T10:00:01.0"});
    CHECK(tells(read_as("a.nmea", rmc("100000", "231189")).diagnostics, "warning 1", "writes") == false);
    CHECK(tells(read_as("a.nmea", rmc("100000", "231189")).diagnostics, "warning 1", "older than the service of GPS"));
    CHECK(tells(read_as("a.nmea", rmc("100000", "080496", "A", "GA")).diagnostics, "warning 1",
                "satellites of its talker GA"));
    CHECK(read_as("a.nmea", rmc("100000", "080496") + rmc("100001", "090496")).diagnostics.list().empty());
}

TEST_CASE("an NMEA sentence with a wrong checksum is dropped with its line, as is one that is cut off")
{
    std::string wrong = gga("100001");
    wrong[10] = '2';
    const std::string cut = gga("100002").substr(0, 30) + "\r\n";
    const auto read =
        read_as("a.nmea", rmc("100000", "231115") + wrong + cut + "$GPGGA,100003,36\x01*00\n" + gga("100004"));
    CHECK(times_of(read) == std::vector<std::string>{"2015-11-23T10:00:00.0", "2015-11-23T10:00:04.0"});
    CHECK(read.dropped("sentences with a wrong checksum") == 2);
    CHECK(read.problems.kinds()[0].told[0].line == 2);
    CHECK(read.dropped(unreadable_record_kind) == 1);
    // Where no sentence has a checksum none can be wrong.
    CHECK(read_as("a.nmea", "$GPRMC,100000,A,3600.0,N,03600.0,E,,,231115,,\n").fixes("").size() == 1);
    CHECK(read_as("a.nmea", "$GPRMC,100000,A,3600.0,N,03600.0,E,,,231115,,*5\n").fixes("").empty());
}

TEST_CASE("any talker, tag blocks and times before an NMEA sentence are read, other sentences passed over")
{
    const auto read = read_as("a.log", "\\s:GPS1,c:1448272800*1A\\" + rmc("100000", "231115", "A", "GN") +
                                           "[12:00:01.123] " + gga("100001", "1", "GN") + "2015-11-23 10:00:02 > " +
                                           gga("100002", "4", "BD") + sentence("PGRME,15.0,M,45.0,M,25.0,M") +
                                           "!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C\r\n" +
                                           sentence("GPGSV,1,1,00") + "\r\nlogger started at $5\r\n" +
                                           sentence("GNGNS,100003.00,3600.000,N,03600.000,E,AAN,12,0.8,900.0,27.0,,"));
    CAPTURE(told(read.diagnostics));
    CHECK(read.format == "nmea");
    CHECK(read.problems.empty());
    REQUIRE(read.fixes("").size() == 4);
    CHECK(read.fixes("")[3].altitude_m == 900.0);
    CHECK(read.pieces[0].lines == std::vector<std::int64_t>{1, 2, 3, 9});
}

TEST_CASE("NMEA fixes that are not valid are left out, estimated ones counted")
{
    const auto read =
        read_as("a.nmea", rmc("100000", "231115") + gga("100001", "0") + rmc("100002", "231115", "V") + gga("100002") +
                              sentence("GPGLL,3600.000,N,03600.000,E,100003,V") +
                              sentence("GNGNS,100004.00,3600.000,N,03600.000,E,NN,12,0.8,900.0,27.0,,") +
                              gga("100005", "6") + sentence("GPGGA,,,,,,0,,,,,,,,") + sentence("GPRMC,,V,,,,,,,,,"));
    CHECK(times_of(read) == std::vector<std::string>{"2015-11-23T10:00:00.0", "2015-11-23T10:00:05.0"});
    CHECK(read.problems.empty());
    CHECK(tells(read.diagnostics, "note", "left out: 6"));
    CHECK(
        tells(read.diagnostics, "note", "estimated, typed in or simulated (quality 6, 7, 8) are read like others: 1"));
}

TEST_CASE("an NMEA fix of no geoid separation has no height above the ellipsoid")
{
    const auto read =
        read_as("a.nmea",
                rmc("100000", "231115") + sentence("GPGGA,100001,3600.000,N,03600.000,E,1,08,0.9,1000.0,M,,M,,") +
                    sentence("GPGGA,100002,3600.000,S,03600.000,W,1,08,0.9,1000.0,M,-27.5,M,,"),
                ellipsoid());
    REQUIRE(read.fixes("").size() == 3);
    CHECK_FALSE(read.fixes("")[1].altitude_m);
    CHECK(read.fixes("")[2].altitude_m == 972.5);
    CHECK(read.fixes("")[2].place == LonLat{-36, -36});
    TrackReadOptions pressure;
    pressure.altitude = AltitudeDatum::pressure;
    CHECK(tells(read_as("a.nmea", rmc("100000", "231115") + gga("100000"), pressure).diagnostics, "note",
                "no altitudes of the datum `pressure`"));
}

TEST_CASE("what cannot be read in an NMEA sentence is told by kind")
{
    const auto read = read_as("a.nmea", rmc("100000", "231115") + rmc("256000", "231115") + rmc("100001", "321115") +
                                            sentence("GPGGA,100002,3660.000,N,03600.000,E,1,08,0.9,,M,,M,,") +
                                            sentence("GPGGA,100003,3600.000,E,03600.000,N,1,08,0.9,,M,,M,,") +
                                            sentence("GPGGA,100004,3600.000,N,18100.000,E,1,08,0.9,,M,,M,,") +
                                            sentence("GPGGA,100005,x,N,03600.000,E,1,08,0.9,,M,,M,,") +
                                            sentence("GPZDA,100006,31,02,2015,00,00") +
                                            sentence("GPGGA,100007,36,N,036,E,1,08,0.9,,M,,M,,"));
    CHECK(read.dropped(bad_time_kind) == 3);
    CHECK(read.dropped(bad_number_kind) == 5);
    CHECK(times_of(read) == std::vector<std::string>{"2015-11-23T10:00:00.0", "2015-11-23T10:00:01.0"});
}

}  // namespace incursion

#include <catch2/catch.hpp>

#include <cmath>

#include "sim/geo/geodesic.h"
#include "sim/io/bad_rows.h"
#include "tests/sim/io/asterix_support.h"
#include "tests/sim/io/format_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

TrackReadOptions on_day(const char* day = "2015-11-24T00:00:00Z")
{
    TrackReadOptions options;
    options.day = parse_time(day).value();
    return options;
}

TrackReadOptions with_site(std::string source, RadarSite site)
{
    TrackReadOptions options = on_day();
    options.radar_sites[std::move(source)] = site;
    return options;
}

Time at(const char* text)
{
    return parse_time(text).value();
}

constexpr double foot = 0.3048;

// The first report in cat048.raw and cat_034_048.pcap of github.com/CroatiaControlLtd/asterix, by the octets that its
// published output (install/sample_output/cat_034_048.txt) tells of each item, with what it decodes them to.
const std::string croatian_report = from_hex("30 0030 FDF702"
                                             "19C9"                // 010: 25/201
                                             "356D4D"              // 140: 27354.6015625 s
                                             "A0"                  // 020: single Mode S roll-call
                                             "C5AF F1E0"           // 040: 197.6835938 nmi, 340.1367188 degrees
                                             "0200"                // 070: 1000
                                             "0528"                // 090: FL330
                                             "3C660C"              // 220
                                             "10C236D41820"        // 240: DLH65A
                                             "01C0780031BC000040"  // 250
                                             "0DEB"                // 161: 3563
                                             "07B9582E"            // 200
                                             "4100"                // 170
                                             "20F5");              // 230

// Data blocks that tests of github.com/hpuhr/jASTERIX write in hexadecimal digits, with what they decode them to.
const std::string track_1_12 = from_hex(
    "3e0097bfdfef060004e1416f40008152c400314d2407f46af943b1033efe1e00000f91e305010c663ca610c2390cb82055400578fffb010a00"
    "6213de0d1301487520ff0808ffff0093114101c008080808080808057705770000ffa1000000444c4839434b2043c5398544413332304d4544"
    "44464c4253460578bf800050007e0069005fff010b13020310dc00017e755b0705772f91a0");
const std::string track_1_16 = from_hex(
    "3e0040bfcf3d0b0000051570889d0063f32effdd64f6f79302f3da5801fd02d500000c84159d1903015870ff24ff05f015c605f00000061bbe"
    "98000305f00c84");
const std::string adsb_2_1 =
    from_hex("150031f51b7b438200030108055f00214fba08bee11a4b65416f71416f3c15b80e020e46057800416f9115a4f1d1a22004");
const std::string adsb_0_26 = from_hex("150024fb811380000540301c293e006e4cc9ffe606d6496c2e00080818dc31ca08200015");

}  // namespace

TEST_CASE("a published radar report is placed where its range, azimuth and flight level say")
{
    const auto read = read_as("cat048.raw", croatian_report, with_site("25/201", {{16, 45.5}, 200}));
    CAPTURE(told(read.diagnostics));
    CHECK(read.format == "asterix");
    CHECK(read.diagnostics.list().empty());
    CHECK(read.problems.empty());
    REQUIRE(read.pieces.size() == 1);
    CHECK(read.pieces[0].id == "3c660c");
    CHECK(read.pieces[0].datum == AltitudeDatum::pressure);
    CHECK(read.pieces[0].lines == std::vector<std::int64_t>{1});
    const Fix& fix = read.pieces[0].fixes.at(0);
    CHECK(fix.time == at("2015-11-24T07:35:54.6015625Z"));
    CHECK(*fix.altitude_m == Approx(33000 * foot));
    CHECK_FALSE(fix.accuracy_m);
    // Range and azimuth of points on the ellipsoid, solved for the place with thirty digits (mpmath, findroot).
    CHECK(distance_m(fix.place, {14.3164178154038, 48.5821617915718}) < 0.001);
}

TEST_CASE("a published system track tells place, identity, level and accuracy")
{
    const auto read = read_as("a.ast", track_1_12, on_day());
    CAPTURE(told(read.diagnostics));
    CHECK(read.diagnostics.list().empty());
    REQUIRE(read.pieces.size() == 1);
    CHECK(read.pieces[0].id == "663ca6");  // 6700198
    CHECK(read.pieces[0].datum == AltitudeDatum::pressure);
    const Fix& fix = read.pieces[0].fixes.at(0);
    CHECK(fix.time == at("2015-11-24T09:18:22.5Z"));
    // The published degrees were multiplied by a rounded unit, 180/2^25 with eight digits.
    CHECK(fix.place.lat_deg == Approx(45.465155734).margin(1e-6));
    CHECK(fix.place.lon_deg == Approx(17.332473083).margin(1e-6));
    CHECK(*fix.altitude_m == Approx(34975 * foot));
    CHECK(*fix.accuracy_m == Approx(std::sqrt((40.0 * 40 + 63 * 63) / 2)));

    const auto other = read_as("a.ast", track_1_16, on_day());
    REQUIRE(other.pieces.size() == 1);
    CHECK(other.pieces[0].id == "0/5/5533");  // it has no address and no callsign
    const Fix& second = other.pieces[0].fixes.at(0);
    CHECK(second.time == at("2015-11-24T16:00:17.2265625Z"));
    CHECK(second.place.lat_deg == Approx(35.13864398).margin(1e-5));
    CHECK(second.place.lon_deg == Approx(-12.1660387516).margin(1e-5));
    CHECK(*second.altitude_m == Approx(38000 * foot));
    CHECK_FALSE(second.accuracy_m);
}

TEST_CASE("the plane of a system is stereographic about its centre, as its published places say")
{
    // The same record without I062/105, so that I062/100 counts: field 5 of the profile is left out.
    std::string record = track_1_12.substr(3);
    record[0] = static_cast<char>(static_cast<unsigned char>(record[0]) & ~0x08U);
    record.erase(4 + 2 + 1 + 3, 8);
    const std::string block = asterix_block(62, record);
    // The centre is where both places of the record agree: a round one, 14 east, 47.5 north.
    const auto read = read_as("a.ast", block, with_site("0/4", {{14, 47.5}, 0}));
    REQUIRE(read.pieces.size() == 1);
    const auto whole = read_as("a.ast", track_1_12, on_day());
    CHECK(distance_m(read.pieces[0].fixes.at(0).place, whole.pieces.at(0).fixes.at(0).place) < 5);
    CHECK(tells(read_as("a.ast", block, on_day()).diagnostics, "error", "--radar-site \"0/4=LON,LAT,HEIGHT\""));
}

TEST_CASE("a published ADS-B report of edition 2.1 tells place, times and levels")
{
    const auto read = read_as("a.ast", adsb_2_1, on_day());
    CAPTURE(told(read.diagnostics));
    CHECK(read.diagnostics.list().empty());
    REQUIRE(read.pieces.size() == 1);
    CHECK(read.pieces[0].id == "1a4b65");
    const Fix& fix = read.pieces[0].fixes.at(0);
    CHECK(fix.time == at("2015-11-24T09:18:22.8828125Z"));
    CHECK(fix.place.lat_deg == Approx(46.84420108795166).margin(1e-12));
    CHECK(fix.place.lon_deg == Approx(12.29852914810181).margin(1e-12));
    CHECK(*fix.altitude_m == Approx(35000 * foot));
    CHECK_FALSE(fix.accuracy_m);  // the quality has no first extension

    TrackReadOptions above_ellipsoid = on_day();
    above_ellipsoid.altitude = AltitudeDatum::ellipsoid;
    const auto geometric = read_as("a.ast", adsb_2_1, above_ellipsoid);
    CHECK(geometric.pieces.at(0).datum == AltitudeDatum::ellipsoid);
    CHECK(*geometric.pieces.at(0).fixes.at(0).altitude_m == Approx(34750 * foot));
    above_ellipsoid.altitude = AltitudeDatum::msl;
    const auto none = read_as("a.ast", adsb_2_1, above_ellipsoid);
    CHECK_FALSE(none.pieces.at(0).fixes.at(0).altitude_m);
    CHECK(tells(none.diagnostics, "note", "no report has an altitude of the kind 'msl'"));
}

TEST_CASE("a published ADS-B report of edition 0.26 is told from one of 2.x by failure, with a note")
{
    const auto read = read_as("a.ast", adsb_0_26, on_day());
    CAPTURE(told(read.diagnostics));
    CHECK(tells(read.diagnostics, "note", "edition 0.26"));
    REQUIRE(read.pieces.size() == 1);
    CHECK(read.pieces[0].id == "496c2e");  // 4811822
    const Fix& fix = read.pieces[0].fixes.at(0);
    CHECK(fix.time == at("2015-11-24T04:00:18.484375Z"));
    // 7228617 and -1702186 units of 180/2^25 degrees: 38:46:38.363 N, 9:07:52.454 W.
    CHECK(fix.place.lat_deg == Approx(38 + 46 / 60.0 + 38.363 / 3600).margin(2e-7));
    CHECK(fix.place.lon_deg == Approx(-(9 + 7 / 60.0 + 52.454 / 3600)).margin(2e-7));
    // After it a block of 2.x is read as such.
    const auto both = read_as("a.ast", adsb_0_26 + adsb_2_1, on_day());
    CHECK(both.ids() == std::vector<std::string>{"496c2e", "1a4b65"});
}

TEST_CASE("an ADS-B report has the exact time of reception, the finest place and the accuracy that it claims")
{
    AsterixFields fields{{1, from_hex("0003")},
                         {2, from_hex("00")},
                         {7, place_octets(46.5, 12.25, 30, 4)},
                         {6, place_octets(46.4, 12.2, 23, 3)},
                         {11, from_hex("4b8e01")},
                         {12, time_of_day(100.0)},
                         {13, number(std::int64_t{1} << 30 | std::int64_t{3} << 28, 4)},  // a second later, 3/4
                         {17, from_hex("0112")},                                          // NACp 9
                         {18, from_hex("12")}};                                           // version 2
    const auto place_of = [](const AsterixFields& each) {
        return read_as("a.ast", asterix_block(21, asterix_record(each)), on_day()).fixes("4b8e01").at(0);
    };
    const Fix fix = place_of(fields);
    CHECK(fix.time == at("2015-11-24T00:01:41.75Z"));
    CHECK(fix.place.lat_deg == Approx(46.5).margin(1e-7));
    CHECK(fix.place.lon_deg == Approx(12.25).margin(1e-7));
    CHECK(*fix.accuracy_m == Approx(30 / 2.4477).margin(0.001));
    CHECK_FALSE(fix.altitude_m);

    fields[13] = number(std::int64_t{2} << 30, 4);  // the whole second before
    CHECK(place_of(fields).time == at("2015-11-24T00:01:39Z"));
    fields[13] = number(std::int64_t{3} << 30, 4);  // reserved
    CHECK(place_of(fields).time == at("2015-11-24T00:01:40Z"));
    fields[5] = time_of_day(99.5);  // applicability
    CHECK(place_of(fields).time == at("2015-11-24T00:01:39.5Z"));
    fields.erase(5);
    fields.erase(12);
    fields[28] = time_of_day(101);  // transmission
    CHECK(place_of(fields).time == at("2015-11-24T00:01:41Z"));
    fields[18] = from_hex("02");  // version 0 has no NACp
    CHECK_FALSE(place_of(fields).accuracy_m);
    fields[16] = from_hex("7fff");  // "greater than"
    CHECK_FALSE(place_of(fields).altitude_m);
    fields[16] = from_hex("0640");  // 1600 units of 6.25 ft
    CHECK(*place_of(fields).altitude_m == Approx(10000 * foot));
}

TEST_CASE("altitudes of system tracks count from what the items say")
{
    const auto piece_of = [](const AsterixFields& fields, std::optional<AltitudeDatum> datum = {}) {
        TrackReadOptions options = on_day();
        options.altitude = datum;
        return read_as("a.ast", asterix_block(62, asterix_record(fields)), options).pieces.at(0);
    };
    AsterixFields fields = track_fields(60, 45, 13, 7);
    fields[13] = from_hex("01 00");
    fields[18] = number(16000, 2);  // 100,000 ft above the ellipsoid
    fields[19] = number(0x8000 | 352 * 4, 2);
    CHECK(*piece_of(fields).fixes[0].altitude_m == Approx(35000 * foot));
    CHECK(piece_of(fields, AltitudeDatum::msl).datum == AltitudeDatum::msl);
    CHECK(*piece_of(fields, AltitudeDatum::msl).fixes[0].altitude_m == Approx(35200 * foot));
    CHECK(*piece_of(fields, AltitudeDatum::ellipsoid).fixes[0].altitude_m == Approx(100000 * foot));
    fields[13] = from_hex("19 00");  // SRC 6: default height
    CHECK_FALSE(piece_of(fields, AltitudeDatum::ellipsoid).fixes[0].altitude_m);
    fields[19] = number(0x7FFF & -40, 2);  // calculated without QNH correction, -1000 ft, before the measured one
    CHECK(*piece_of(fields).fixes[0].altitude_m == Approx(-1000 * foot));
    fields.erase(17);
    fields.erase(19);
    fields[13] = from_hex("05 00");  // SRC 1: GNSS
    CHECK(piece_of(fields).datum == AltitudeDatum::ellipsoid);
    // Accuracy by degrees: 105 units of latitude and 95 of longitude at 45.465 N are 62.6 m and 39.9 m.
    fields[5] = place_octets(45.465155734, 17.33247, 25, 4);
    fields[27] = from_hex("20 0069 005f");
    CHECK(*piece_of(fields).fixes[0].accuracy_m == Approx(std::sqrt((62.6 * 62.6 + 39.9 * 39.9) / 2)).margin(0.1));
}

TEST_CASE("a height of a 3D radar places a report, and doubtful flight levels do not")
{
    AsterixFields fields = radar_fields(60, 8, 90, 0, 0xABCDEF);
    const auto options = with_site("", {{16, 45.5}, 200});
    const auto read_of = [&](const AsterixFields& each) {
        return read_as("a.ast", asterix_block(48, asterix_record(each)), options);
    };
    fields[6] = number(0x8000 | 400 * 4, 2);  // not validated
    auto read = read_of(fields);
    CHECK(read.pieces.empty());
    CHECK(read.dropped("radar reports without a height") == 1);
    fields[6] = number(0x4000 | 400 * 4, 2);  // garbled
    CHECK(read_of(fields).pieces.empty());
    fields[19] = number(1600, 2);  // 40,000 ft
    read = read_of(fields);
    REQUIRE(read.pieces.size() == 1);
    CHECK(read.pieces[0].datum == AltitudeDatum::msl);
    CHECK(*read.pieces[0].fixes[0].altitude_m == Approx(40000 * foot));
    // With thirty digits, as above.
    CHECK(distance_m(read.pieces[0].fixes[0].place, {16.1112166320891, 45.4999458593089}) < 0.001);
    fields[19] = number(2000, 2);  // 50,000 ft are more than 8 nmi and 200 m
    CHECK(read_of(fields).dropped("radar reports higher than their range") == 1);
}

TEST_CASE("a calculated place of a radar is read in its plane, with the accuracy that it claims")
{
    // The third published report: 042 is 151.921875 and -121.96875 nmi, 040 is 194.8242188 nmi at 128.7597656 degrees.
    AsterixFields fields = radar_fields(60, 0, 0, 360, 0x4BAACD);
    const auto options = with_site("", {{16, 45.5}, 200});
    fields[4] = from_hex("C2D35B90");
    const auto place_of = [&](const AsterixFields& each) {
        return read_as("a.ast", asterix_block(48, asterix_record(each)), options).pieces.at(0).fixes.at(0);
    };
    const Fix measured = place_of(fields);
    fields.erase(4);
    fields[12] = from_hex("4BF6C304");
    fields[15] = from_hex("0304 0000");  // 3/128 and 4/128 nmi
    const Fix slant = place_of(fields);
    CHECK(distance_m(measured.place, slant.place) < 20);  // of 14 m units
    CHECK(*slant.accuracy_m == Approx(std::sqrt(12.5) * 1852 / 128));
    fields[14] = from_hex("4110");  // TCC: corrected for the slant, in a plane that touches the Earth
    CHECK(distance_m(place_of(fields).place, {16, 45.5}) == Approx(194.824 * 1852).epsilon(0.001));
    CHECK(distance_m(slant.place, {16, 45.5}) < distance_m(place_of(fields).place, {16, 45.5}));
}

TEST_CASE("what nobody measured, simulated targets, monitors and ghosts are left out with a note")
{
    AsterixFields track = track_fields(60, 45, 13, 7);
    track[13] = from_hex("01 80");  // SIM
    AsterixFields coasting = track_fields(61, 45, 13, 8);
    coasting[13] = from_hex("01 01 01 80");  // CST
    AsterixFields monitor = radar_fields(62, 10, 0, 100, 1);
    monitor[3] = from_hex("a2");
    AsterixFields ghost = radar_fields(63, 10, 0, 100, 2);
    ghost[14] = from_hex("0140");
    AsterixFields lost = radar_fields(64, 10, 0, 100, 3);
    lost[3] = from_hex("00");
    AsterixFields end = radar_fields(65, 10, 0, 100, 3);
    end.erase(4);
    AsterixFields test{{1, from_hex("0003")},
                       {2, from_hex("0110")},
                       {5, time_of_day(65)},
                       {6, place_octets(46, 12, 23, 3)},
                       {11, from_hex("4b8e01")}};
    std::string all;
    for (const auto& each : {track, coasting})
        all += asterix_block(62, asterix_record(each));
    for (const auto& each : {monitor, ghost, lost, end})
        all += asterix_block(48, asterix_record(each));
    all += asterix_block(21, asterix_record(test)) + system_track(70, 45, 13, 9) + asterix_block(1, "\x80\x19\x0a");
    const auto read = read_as("a.ast", all, with_site("", {{16, 45.5}, 0}));
    CAPTURE(told(read.diagnostics));
    CHECK(read.ids() == std::vector<std::string>{"0/4/9"});
    CHECK(tells(read.diagnostics, "note", "2 reports of simulated"));
    CHECK(tells(read.diagnostics, "note", "1 reports of fixed transponders"));
    CHECK(tells(read.diagnostics, "note", "1 reports of ghosts"));
    CHECK(tells(read.diagnostics, "note", "2 reports left out whose places nobody measured"));
    CHECK(tells(read.diagnostics, "note", "1 reports without a place"));
    CHECK(tells(read.diagnostics, "note", "1 data blocks of category 001"));
    CHECK(read.problems.empty());
}

#include <catch2/catch.hpp>

#include "sim/base/random.h"
#include "sim/geo/geodesic.h"
#include "sim/io/asterix_profiles.h"
#include "sim/io/asterix_tracks.h"
#include "sim/io/bad_rows.h"
#include "sim/io/slant_range.h"
#include "tests/sim/io/asterix_support.h"
#include "tests/sim/io/format_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

TrackReadOptions ready()
{
    TrackReadOptions options;
    options.day = parse_time("2015-11-24T00:00:00Z").value();
    options.radar_sites[""] = {{13.6, 45.1}, 120};
    return options;
}

FormatRead read_octets(const std::string& octets)
{
    return read_as("a.ast", octets, ready());
}

std::string zeros(std::size_t octets)
{
    return std::string(octets, '\0');
}

/// A compound item with all of its parts.
std::string all_parts(const std::vector<std::string>& parts)
{
    AsterixFields fields;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!parts[i].empty())
            fields[static_cast<int>(i) + 1] = parts[i];
    return asterix_record(fields);
}

std::vector<std::string> parts_of(std::initializer_list<std::size_t> sizes)
{
    std::vector<std::string> parts;
    for (const std::size_t size : sizes)
        parts.push_back(zeros(size));
    return parts;
}

void add_fixed(AsterixFields& fields, std::initializer_list<std::pair<int, std::size_t>> sizes)
{
    for (const auto& [field, size] : sizes)
        fields[field] = zeros(size);
}

// Every item of each category, by the figures of the specifications: fixed ones by their size, extended ones with
// extensions, repeated ones twice, compound ones with every part.

AsterixFields whole_048()
{
    AsterixFields fields = radar_fields(100, 50, 90, 300, 0xABC001);
    add_fixed(fields, {{5, 2},
                       {9, 6},
                       {11, 2},
                       {12, 4},
                       {13, 4},
                       {15, 4},
                       {17, 2},
                       {18, 4},
                       {19, 2},
                       {21, 2},
                       {22, 7},
                       {23, 1},
                       {24, 2},
                       {25, 1},
                       {26, 2}});
    fields[3] = from_hex("a1 01 01 01 01 00");
    fields[7] = all_parts(parts_of({1, 1, 1, 1, 1, 1, 1}));
    fields[10] = "\2" + zeros(16);
    fields[14] = from_hex("01 00");
    fields[16] = from_hex("03 05 06");
    fields[19] = number(1200, 2);
    fields[20] = all_parts({zeros(2), "\2" + zeros(12)});
    fields[27] = "\5" + zeros(4);
    fields[28] = "\1";
    return fields;
}

AsterixFields whole_062()
{
    AsterixFields fields = track_fields(100, 45, 13, 12);
    add_fixed(fields,
              {{3, 1}, {6, 6}, {7, 4}, {8, 2}, {9, 2}, {10, 7}, {15, 1}, {18, 2}, {19, 2}, {20, 2}, {23, 1}, {25, 2}});
    auto derived = parts_of({3, 6, 2, 2, 2, 2, 2, 0, 0, 2, 2, 7, 2, 2, 2, 2, 2, 2, 1, 8, 1, 6, 2, 1, 0, 2, 2, 2});
    derived[0] = from_hex("abc062");
    derived[7] = from_hex("01 00");
    derived[8] = "\2" + zeros(30);
    derived[24] = "\2" + zeros(16);
    fields[11] = all_parts(derived);
    fields[13] = from_hex("01 01 01 01 01 00");
    fields[14] = all_parts(parts_of({1, 1, 1, 1, 2, 1, 1, 1, 1, 1}));
    fields[16] = all_parts(std::vector<std::string>(31, zeros(1)));
    auto plan = parts_of({2, 7, 4, 1, 4, 1, 4, 4, 3, 2, 2, 0, 6, 1, 7, 7, 2, 7});
    plan[11] = "\2" + zeros(8);
    fields[21] = all_parts(plan);
    fields[22] = from_hex("01 01 00");
    fields[24] = all_parts(parts_of({1, 4, 6, 2, 2, 1, 1}));
    fields[26] = from_hex("000001 000000");
    fields[27] = all_parts(parts_of({4, 2, 4, 1, 1, 2, 2, 1}));
    fields[28] = all_parts(parts_of({2, 4, 2, 2, 2, 1}));
    fields[34] = "\4" + zeros(3);
    fields[35] = "\3" + zeros(2);
    return fields;
}

AsterixFields whole_021()
{
    AsterixFields fields{
        {1, from_hex("0003")}, {7, place_octets(45, 13, 30, 4)}, {11, from_hex("abc021")}, {5, time_of_day(100)}};
    add_fixed(fields,
              {{3, 2},  {4, 1},  {6, 6},  {8, 3},  {9, 2},  {10, 2}, {12, 3}, {13, 4}, {14, 3}, {15, 4}, {16, 2},
               {18, 1}, {19, 2}, {20, 2}, {21, 2}, {22, 2}, {23, 1}, {24, 2}, {25, 2}, {26, 4}, {27, 2}, {28, 3},
               {29, 6}, {30, 1}, {32, 2}, {33, 2}, {35, 1}, {36, 1}, {38, 1}, {40, 7}, {41, 1}});
    fields[2] = from_hex("01 01 01 01 00");
    fields[17] = from_hex("01 01 01 00");
    fields[31] = all_parts(parts_of({2, 2, 2, 1}));
    fields[34] = all_parts({from_hex("01 00"), "\2" + zeros(30)});
    fields[37] = from_hex("01 00");
    fields[39] = "\2" + zeros(16);
    fields[42] = all_parts(std::vector<std::string>(23, zeros(1)));
    fields[48] = "\2" + zeros(1);
    fields[49] = "\1";
    return fields;
}

AsterixFields whole_021_old(bool is_0_26)
{
    AsterixFields fields{{1, from_hex("0005")}, {3, time_of_day(100)}, {5, from_hex("abc021")}};
    fields[4] = is_0_26 ? place_octets(45, 13, 25, 4) : place_octets(45, 13, 23, 3);
    add_fixed(fields, {{2, 2},
                       {6, 2},
                       {7, 2},
                       {8, 1},
                       {9, 2},
                       {10, 2},
                       {11, 2},
                       {12, 2},
                       {13, 2},
                       {14, 2},
                       {15, 2},
                       {16, 4},
                       {18, 6},
                       {19, 1},
                       {20, 1},
                       {21, 1},
                       {22, 1},
                       {24, 2},
                       {25, 2}});
    fields[17] = from_hex("01 00");
    fields[23] = all_parts(parts_of({2, 2, 2, 1}));
    fields[26] = all_parts({from_hex("01 00"), "\1" + zeros(15)});
    if (is_0_26)
        add_fixed(fields, {{27, 2}, {28, 1}});
    fields[34] = "\1";
    fields[35] = "\2" + zeros(1);
    return fields;
}

/// A record with each item alone must be as long as that item; then two with all of them.
void check_profile(std::span<const AsterixField> profile, const AsterixFields& whole, int fields_in_use)
{
    REQUIRE(static_cast<int>(whole.size()) == fields_in_use);
    for (const auto& [field, octets] : whole) {
        CAPTURE(field, profile[static_cast<std::size_t>(field - 1)].item);
        const std::string record = asterix_record({{field, octets}});
        const auto cut = AsterixRecord::split(profile, record + "\x80");
        REQUIRE(cut);
        CHECK(cut->size() == record.size());
        // Of octets that end within the item there is none.
        CHECK_FALSE(AsterixRecord::split(profile, std::string_view{record}.substr(0, record.size() - 1)));
    }
    const std::string record = asterix_record(whole);
    const auto cut = AsterixRecord::split(profile, record + record);
    REQUIRE(cut);
    CHECK(cut->size() == record.size());
}

}  // namespace

TEST_CASE("every item of every category has the length of its specification")
{
    check_profile(profile_048(), whole_048(), 28);
    check_profile(profile_062(), whole_062(), 29);
    check_profile(profile_021(AdsbEdition::edition_2), whole_021(), 44);
    check_profile(profile_021(AdsbEdition::edition_0_26), whole_021_old(true), 30);
    check_profile(profile_021(AdsbEdition::edition_0_23), whole_021_old(false), 28);
    AsterixFields service{{6, all_parts({zeros(1), "", "", zeros(1), zeros(1), zeros(2)})},
                          {7, all_parts({zeros(1), "", "", zeros(1), zeros(1), zeros(1)})},
                          {8, "\2" + zeros(4)},
                          {13, "\1"},
                          {14, "\2" + zeros(1)}};
    add_fixed(service, {{1, 2}, {2, 1}, {3, 3}, {4, 1}, {5, 2}, {9, 8}, {10, 1}, {11, 8}, {12, 2}});
    check_profile(profile_034(), service, 14);
}

TEST_CASE("records with every item are read to their end, and the record behind them too")
{
    const auto check = [](int category, AsterixFields fields, int time_field, const std::string& id) {
        CAPTURE(category, id);
        std::string records = asterix_record(fields);
        fields[time_field] = time_of_day(108);
        records += asterix_record(fields);
        const auto read = read_octets(asterix_block(category, records));
        CAPTURE(told(read.diagnostics));
        CHECK(read.problems.empty());
        REQUIRE(read.fixes(id).size() == 2);
        CHECK(to_seconds(read.fixes(id)[1].time - read.fixes(id)[0].time) == 8);
        if (category != 48)
            CHECK(distance_m(read.fixes(id)[1].place, {13, 45}) < 2);
    };
    check(48, whole_048(), 2, "abc001");
    AsterixFields track = whole_062();
    check(62, track, 4, "abc062");
    check(21, whole_021(), 5, "abc021");
    check(21, whole_021_old(true), 3, "abc021");
    check(21, whole_021_old(false), 3, "abc021");
}

TEST_CASE("presence bits may take more octets than the profile has fields, if they name none")
{
    std::string record = asterix_record(track_fields(60, 45, 13, 7));
    // The last of its three octets of presence bits now says that more follow.
    record[2] = static_cast<char>(record[2] | 1);
    for (const std::size_t more : {3U, 8U, 40U}) {
        std::string longer = record;
        longer.insert(3, std::string(more - 1, '\1') + '\0');
        CHECK(read_octets(asterix_block(62, longer)).fixes("0/4/7").size() == 1);
        longer[2 + more] = '\2';
        const auto read = read_octets(asterix_block(62, longer) + system_track(61, 45, 13, 8));
        CHECK(read.ids() == std::vector<std::string>{"0/4/8"});
        REQUIRE(read.dropped("data blocks that cannot be read") == 1);
        CHECK(read.problems.kinds()[0].told[0].line == 1);
        CHECK(read.problems.kinds()[0].told[0].message.find("to which nothing is assigned") != std::string::npos);
    }
}

TEST_CASE("slant ranges give the place that range and azimuth were worked out for")
{
    constexpr std::uint64_t seed = 48;
    RandomStream random{seed, "slant ranges"};
    CAPTURE(seed);
    for (int i = 0; i < 2000; ++i) {
        const RadarSite site{{random.uniform(-180, 180), random.uniform(-90, 90)}, random.uniform(-50, 3000)};
        const LonLat place = direct(site.place, Angle::degrees(random.uniform(-180, 180)),
                                    i % 4 == 0 ? random.uniform(1, 3000) : random.uniform(3000, 500'000));
        const double height_m = random.uniform(site.height_m + 10, 20'000);
        const Eigen::Vector3d enu = LocalFrame{site.place, site.height_m}.enu_from(place, height_m);
        const auto found =
            RadarFrame{site}.at_slant_range(enu.norm(), Angle::radians(std::atan2(enu.x(), enu.y())), height_m);
        CAPTURE(i, site.place.lon_deg, site.place.lat_deg, height_m, enu.norm());
        REQUIRE(found);
        // Overhead a height to a tenth of a micrometre is worth more of the distance over the ground.
        const double steepness = enu.z() / std::hypot(enu.x(), enu.y());
        CHECK(distance_m(*found, place) < 1e-6 * (1 + std::abs(steepness)) + 1e-6);
    }
    CHECK_FALSE((RadarFrame{{{0, 0}, 0}}.at_slant_range(1000, {}, 1001)));
    CHECK_FALSE((RadarFrame{{{0, 0}, 2000}}.at_slant_range(1000, {}, 999)));
    CHECK_FALSE((RadarFrame{{{0, 0}, 0}}.at_slant_range(0, {}, 0)));
}

TEST_CASE("radar reports belong together by address, else by track number, else by a code that not all set")
{
    const auto report = [](double time_s, int sic, const AsterixFields& who) {
        AsterixFields fields = radar_fields(time_s, 50, 90, 300, 0);
        fields.erase(8);
        fields[1] = number(25, 1) + number(sic, 1);
        for (const auto& [field, octets] : who)
            fields[field] = octets;
        return asterix_block(48, asterix_record(fields));
    };
    const auto read =
        read_octets(report(1, 10, {{8, from_hex("00ABCD")}, {11, from_hex("0001")}}) +
                    report(2, 10, {{8, from_hex("00ABCD")}, {11, from_hex("0002")}}) +
                    report(3, 13, {{8, from_hex("00ABCD")}}) +                        // another radar
                    report(4, 10, {{11, from_hex("0003")}, {5, from_hex("04C3")}}) +  // a number goes before a code
                    report(5, 10, {{11, from_hex("0003")}}) +                         //
                    report(6, 10, {{5, from_hex("04C3")}}) +                          // 2303
                    report(7, 10, {{5, from_hex("0E00")}}) +                          // 7000: many set it
                    report(8, 10, {{5, from_hex("84C3")}}) +                          // not validated
                    report(9, 10, {{11, from_hex("0004")}, {9, from_hex("10C236D41820")}}));  // DLH65A
    CHECK(read.ids() == std::vector<std::string>{"00abcd", "00abcd (2)", "25/10/3", "25/10/A2303", "DLH65A"});
    CHECK(read.fixes("00abcd").size() == 2);
    CHECK(read.fixes("25/10/3").size() == 2);
    CHECK(read.dropped(nameless_kind) == 2);
}

TEST_CASE("a number of a system track begins another track after its end, at a beginning and after long silence")
{
    const auto track = [](double time_s, const char* status, const char* address = nullptr) {
        AsterixFields fields = track_fields(time_s, 45, 13, 7);
        fields[13] = from_hex(status);
        if (address != nullptr)
            fields[11] = "\x80" + from_hex(address);
        return asterix_block(62, asterix_record(fields));
    };
    const char* const going = "01 00";
    const char* const end = "01 40";
    const char* const begin = "01 20";
    const auto sizes = [](const FormatRead& read) {
        std::vector<std::size_t> list;
        for (const TrackPiece& piece : read.pieces)
            list.push_back(piece.fixes.size());
        return list;
    };
    using Sizes = std::vector<std::size_t>;
    CHECK(sizes(read_octets(track(1, going) + track(5, end) + track(9, going))) == Sizes{2, 1});
    CHECK(sizes(read_octets(track(1, begin) + track(5, going) + track(9, begin))) == Sizes{2, 1});
    CHECK(sizes(read_octets(track(1, begin) + track(1, begin) + track(9, going))) == Sizes{3});  // told twice
    CHECK(sizes(read_octets(track(1, going) + track(1801, going))) == Sizes{2});
    CHECK(sizes(read_octets(track(1, going) + track(1802, going))) == Sizes{1, 1});
    CHECK(sizes(read_octets(track(1, begin) + track(1802, going))) == Sizes{2});  // it will tell its end
    const auto other = read_octets(track(1, going, "abc001") + track(5, going) + track(9, going, "abc002"));
    CHECK(other.ids() == std::vector<std::string>{"abc001", "abc002"});
    CHECK(sizes(other) == Sizes{2, 1});

    // An end without a place.
    AsterixFields last = track_fields(5, 45, 13, 7);
    last.erase(5);
    last[13] = from_hex(end);
    CHECK(sizes(read_octets(track(1, going) + asterix_block(62, asterix_record(last)) + track(9, going))) ==
          Sizes{1, 1});
    // Two tracks of one callsign, and one that hears its callsign late.
    AsterixFields named = track_fields(9, 45, 13, 7);
    named[10] = "\0" + from_hex("10C236D41820");
    named[10].insert(0, 1, '\0');
    AsterixFields again = named;
    again[12] = number(8, 2);
    const auto read = read_octets(track(1, going) + asterix_block(62, asterix_record(named)) +
                                  asterix_block(62, asterix_record(again)));
    CHECK(read.ids() == std::vector<std::string>{"DLH65A", "DLH65A (2)"});
    CHECK(read.fixes("DLH65A").size() == 2);
}

TEST_CASE("reports without a time, of no time of a day and of no place on Earth are dropped and told")
{
    AsterixFields timeless = track_fields(60, 45, 13, 7);
    timeless.erase(4);
    const auto read = read_octets(asterix_block(62, asterix_record(timeless)) + system_track(86400, 45, 13, 7) +
                                  system_track(60, 90.5, 13, 7) + system_track(61, 45, 13, 7));
    CHECK(read.dropped(no_time_kind) == 1);
    CHECK(read.dropped(bad_time_kind) == 1);
    CHECK(read.dropped(impossible_position_kind) == 1);
    CHECK(read.fixes("0/4/7").size() == 1);
    CHECK(read.pieces.at(0).lines == std::vector<std::int64_t>{4});
}

#include <catch2/catch.hpp>

#include "sim/base/random.h"
#include "sim/geo/geodesic.h"
#include "sim/io/asterix_format.h"
#include "sim/io/radar_site.h"
#include "tests/sim/io/asterix_support.h"
#include "tests/sim/io/format_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

TrackReadOptions on_day(const char* day = "2015-11-24T12:34:56Z")
{
    TrackReadOptions options;
    options.day = parse_time(day).value();
    return options;
}

std::vector<std::string> times_of(const FormatRead& read, const std::string& id = "0/4/7")
{
    std::vector<std::string> times;
    for (const Fix& fix : read.fixes(id))
        times.push_back(format_time(fix.time));
    return times;
}

using Times = std::vector<std::string>;

constexpr double day_s = 86400;
// 2015-11-24T00:00:00Z.
constexpr std::uint64_t day_1970_s = 1448323200;

}  // namespace

TEST_CASE("midnight is passed forwards, and backwards by reports that come late")
{
    const std::string blocks = system_track(day_s - 2, 45, 13, 7) + system_track(1, 45, 13, 7) +
                               system_track(day_s - 1, 45, 13, 7) + system_track(2, 45, 13, 7);
    CHECK(times_of(read_as("a.ast", blocks, on_day())) ==
          Times{"2015-11-24T23:59:58.000000Z", "2015-11-25T00:00:01.000000Z", "2015-11-24T23:59:59.000000Z",
                "2015-11-25T00:00:02.000000Z"});
    // Three days in steps of eleven hours.
    std::string long_blocks;
    for (int i = 0; i < 7; ++i)
        long_blocks += system_track(i * 11 * 3600 % 86400, 45, 13, 7);
    CHECK(times_of(read_as("a.ast", long_blocks, on_day()), "0/4/7 (7)") == Times{"2015-11-26T18:00:00.000000Z"});
}

TEST_CASE("without a day reports cannot be read, and the message says what to give")
{
    const auto read = read_as("a.ast", system_track(1, 45, 13, 7), {});
    CHECK(read.pieces.empty());
    CHECK(tells(read.diagnostics, "error", "give the day of the first one with --date"));
    CHECK(count(read.diagnostics, Severity::error) == 1);
    CHECK(count(read_as("a.ff", final_frame(100, system_track(1, 45, 13, 7)), {}).diagnostics, Severity::error) == 1);
}

TEST_CASE("frames of the final format are told by their ends, and pass midnight by their own times")
{
    const std::string file = final_frame(8639990, system_track(day_s - 0.5, 45, 13, 7)) +
                             final_frame(20, system_track(day_s - 0.25, 45, 13, 7) + system_track(0.125, 45, 13, 7));
    const auto read = read_as("record.ff", file, on_day());
    CAPTURE(told(read.diagnostics));
    CHECK(read.format == "asterix");
    CHECK(read.diagnostics.list().empty());
    CHECK(times_of(read) ==
          Times{"2015-11-24T23:59:59.500000Z", "2015-11-24T23:59:59.750000Z", "2015-11-25T00:00:00.125000Z"});
    CHECK(read.pieces[0].lines == std::vector<std::int64_t>{1, 2, 3});
    // Noise between frames is told and passed over.
    const auto noisy = read_as("record.ff", file + "noise" + file, on_day());
    CHECK(noisy.dropped("stretches between data blocks") == 1);
    // Frames that were stamped by a local clock, hours away, still tell no wrong day.
    const auto local = read_as("record.ff", final_frame(100, system_track(day_s - 7200, 45, 13, 7)), on_day());
    CHECK(times_of(local) == Times{"2015-11-24T22:00:00.000000Z"});
    CHECK(tells(local.diagnostics, "note", "another hour"));
}

TEST_CASE("recorded networks tell the day: Ethernet with tags, Linux cooked, raw IP, loopback")
{
    const std::string blocks = system_track(10, 45, 13, 7);
    const std::string ip = udp_ipv4(blocks);
    const std::vector<std::pair<std::uint32_t, std::string>> links{
        {1, ethernet(ip)},
        {1, ethernet(ip) + std::string(10, '\0')},  // filled up
        {1, ethernet(ip, from_hex("8100 0005"))},
        {1, ethernet(udp_ipv6(blocks), from_hex("88a8 0001 8100 0002"))},
        {113, from_hex("0000 0001 0006 020202020202 0000 0800") + ip},
        {276, from_hex("0800 0000 00000001 0001 0006 0202020202020000") + ip},
        {101, ip},
        {229, udp_ipv6(blocks)},
        {0, from_hex("02000000") + ip}};
    for (const auto& [link, octets] : links) {
        CAPTURE(link);
        const auto read = read_as("a.pcap", pcap_head(link) + pcap_packet(day_1970_s + 10, 250'000, octets), {});
        CAPTURE(told(read.diagnostics));
        CHECK(read.format == "asterix");
        CHECK(read.diagnostics.list().empty());
        CHECK(times_of(read) == Times{"2015-11-24T00:00:10.000000Z"});
    }
}

TEST_CASE("the day of a packet holds for its reports on both sides of midnight")
{
    const std::string before = ethernet(udp_ipv4(system_track(day_s - 1, 45, 13, 7)));
    const std::string after = ethernet(udp_ipv4(system_track(1, 45, 13, 7)));
    // Received a second after midnight, and a second before it by a clock that is slow.
    for (const std::uint64_t received : {day_1970_s + 1, day_1970_s - 1}) {
        const std::string file =
            pcap_head(1, 0xA1B23C4D) + pcap_packet(received, 999'999'999, before) + pcap_packet(received, 0, after);
        CHECK(times_of(read_as("a.pcap", file, {})) ==
              Times{"2015-11-23T23:59:59.000000Z", "2015-11-24T00:00:01.000000Z"});
    }
    // Years between: nothing that holds but the packet.
    const auto late =
        read_as("a.pcap",
                pcap_head(1) + pcap_packet(day_1970_s, 0, after) +
                    pcap_packet(day_1970_s + 1000 * 86400, 0, ethernet(udp_ipv4(system_track(1, 45, 13, 8)))),
                {});
    CHECK(times_of(late, "0/4/8") == Times{"2018-08-20T00:00:01.000000Z"});
}

TEST_CASE("a recording that was played back at another hour takes its day from the option, not from its packets")
{
    const std::string file =
        pcap_head(1) + pcap_packet(day_1970_s + 40'000'000, 0, ethernet(udp_ipv4(system_track(36000, 45, 13, 7))));
    const auto read = read_as("a.pcap", file, on_day());
    CHECK(times_of(read) == Times{"2015-11-24T10:00:00.000000Z"});
    CHECK(tells(read.diagnostics, "note", "1 reports tell another hour than when they were received"));
    CHECK(tells(read_as("a.pcap", file, {}).diagnostics, "error", "--date"));
}

TEST_CASE("pcapng is read in both byte orders, with the clock of each interface, and old and simple packets")
{
    const std::string octets = ethernet(udp_ipv4(system_track(10, 45, 13, 7)));
    const auto size = static_cast<std::int64_t>(octets.size());
    const std::string section = from_hex("1a2b3c4d 0001 0000 ffffffffffffffff");
    // Nanoseconds, and an hour that was taken off.
    const std::string clock = from_hex("0009 0001 09000000 000e 0008 0000000000000e10 0000 0000");
    const std::int64_t ns = static_cast<std::int64_t>(day_1970_s - 3600 + 10) * 1'000'000'000;
    const std::string file =
        pcapng_block(0x0A0D0D0A, section) + pcapng_block(1, from_hex("0001 0000 0000ffff") + clock) +
        pcapng_block(6,
                     number(0, 4) + number(ns >> 32, 4) + number(ns, 4) + number(size, 4) + number(size, 4) + octets) +
        pcapng_block(5, std::string(8, '\0')) +
        pcapng_block(2,
                     number(0, 4) + number(ns >> 32, 4) + number(ns, 4) + number(size, 4) + number(size, 4) + octets) +
        pcapng_block(3, number(size, 4) + octets);
    const auto read = read_as("a.pcapng", file, {});
    CAPTURE(told(read.diagnostics));
    CHECK(read.diagnostics.list().empty());
    CHECK(times_of(read) == Times(3, "2015-11-24T00:00:10.000000Z"));

    const auto little = [](std::uint64_t type, std::string body) {
        body.resize((body.size() + 3) / 4 * 4);
        return little_endian(type, 4) + little_endian(body.size() + 12, 4) + body + little_endian(body.size() + 12, 4);
    };
    const std::uint64_t us = (day_1970_s + 10) * 1'000'000;
    const auto other =
        read_as("a.pcapng",
                little(0x0A0D0D0A, little_endian(0x1A2B3C4D, 4) + from_hex("0100 0000 ffffffffffffffff")) +
                    little(1, from_hex("0100 0000 ffff0000")) +
                    little(6, little_endian(0, 4) + little_endian(us >> 32U, 4) + little_endian(us & 0xFFFFFFFF, 4) +
                                  little_endian(octets.size(), 4) + little_endian(octets.size(), 4) + octets),
                {});
    CHECK(times_of(other) == Times{"2015-11-24T00:00:10.000000Z"});
}

TEST_CASE("fragments and cut packets are told, other traffic is passed over with a note")
{
    const std::string blocks = system_track(10, 45, 13, 7);
    const auto packet = [](const std::string& octets, std::uint64_t sent = 0) {
        return pcap_packet(day_1970_s + 10, 0, octets, sent);
    };
    const std::string two = ethernet(udp_ipv4(blocks + system_track(11, 45, 13, 7)));
    const auto read =
        read_as("a.pcap",
                pcap_head(1) + packet(ethernet(udp_ipv4(blocks, 0x2000))) + packet(ethernet(udp_ipv4(blocks, 5))) +
                    packet(ethernet(udp_ipv4("GET / HTTP"))) +
                    packet(std::string(12, '\1') + from_hex("0806") + std::string(28, '\0')) +
                    packet(two.substr(0, two.size() - 4), two.size()) + packet(ethernet(udp_ipv4(blocks))),
                {});
    CAPTURE(told(read.diagnostics));
    CHECK(read.dropped("packets that were sent in parts") == 2);
    CHECK(read.dropped("packets that are cut off") == 1);
    CHECK(read.dropped("data blocks that are cut off") == 1);
    CHECK(tells(read.diagnostics, "note", "2 packets hold no data blocks of ASTERIX"));
    CHECK(times_of(read) == Times(2, "2015-11-24T00:00:10.000000Z"));
}

TEST_CASE("a radar's own message tells where it stands, also after its reports, unless the options do")
{
    const AsterixFields told_site{{1, from_hex("190a")},
                                  {2, from_hex("01")},
                                  {3, time_of_day(61)},
                                  {11, number(120, 2) + place_octets(45.1, 13.6, 23, 3)}};
    const std::string site = asterix_block(34, asterix_record(told_site));
    const std::string first = asterix_block(48, asterix_record(radar_fields(60, 50, 90, 300, 0xABC001)));
    const std::string second = asterix_block(48, asterix_record(radar_fields(64, 50, 90, 300, 0xABC001)));
    const auto late = read_as("a.ast", first + site + second, on_day());
    CHECK(late.diagnostics.list().empty());
    CHECK(times_of(late, "abc001").size() == 2);
    TrackReadOptions options = on_day();
    options.radar_sites["25/10"] = {{13.6, 45.1}, 120};
    const auto given = read_as("a.ast", first + second, options);
    // The unit of the message is 2.4 m, halved by rounding.
    CHECK(distance_m(late.fixes("abc001").at(0).place, given.fixes("abc001").at(0).place) < 2);
    CHECK(distance_m(late.fixes("abc001").at(0).place, late.fixes("abc001").at(1).place) < 1e-9);
    options.radar_sites["25/10"] = {{0, 0}, 120};
    CHECK(std::abs(read_as("a.ast", first + site + second, options).fixes("abc001").at(1).place.lat_deg) < 1);

    const auto lost = read_as("a.ast", first + second, on_day());
    CHECK(lost.pieces.empty());
    CHECK(tells(lost.diagnostics, "error", "2 reports tell only where they are from their radar"));
    CHECK(tells(lost.diagnostics, "error", "SAC/SIC 25/10 (2); give its place with --radar-site \"25/10=LON,LAT"));
    // Other reports are not lost with them.
    const auto half = read_as("a.ast", first + system_track(70, 45, 13, 7), on_day());
    CHECK(tells(half.diagnostics, "warning", "SAC/SIC 25/10 (1)"));
    CHECK(half.ids() == std::vector<std::string>{"0/4/7"});
}

TEST_CASE("places of radars are read from text")
{
    const auto site = [](const char* text) { return parse_radar_site(text); };
    REQUIRE(site("25/10=13.6,45.1,120 m"));
    CHECK(site("25/10=13.6,45.1,120 m")->first == "25/10");
    CHECK(site("25/10=13.6,45.1,120 m")->second == RadarSite{{13.6, 45.1}, 120});
    CHECK(site(" 025 / 010 = 45.1N , 13.6E , 120m")->first == "25/10");
    CHECK(site("25/10=45.1N,13.6E,120 m")->second.place == LonLat{13.6, 45.1});
    CHECK(site("25/10=13.6w,45.1S,1000 ft")->second == RadarSite{{-13.6, -45.1}, 304.8});
    CHECK(site("-13.6,45.1,-3 m")->first.empty());
    for (const char* const text : {"", "25/10=", "25/10=13.6,45.1", "25/10=13.6,45.1,120", "25=13.6,45.1,120 m",
                                   "256/1=13.6,45.1,120 m", "25/10=13.6,95,120 m", "25/10=13.6N,45.1N,120 m",
                                   "25/10=-13.6W,45.1N,120 m", "25/10=x,45.1,120 m", "25/10=13.6,45.1,120 s"}) {
        CAPTURE(text);
        REQUIRE_FALSE(site(text));
        CHECK(site(text).problem().find("write it as 25/10=13.6,45.1,120 m") != std::string::npos);
    }
}

TEST_CASE("after an impossible length reading goes on where data blocks follow each other")
{
    const std::string good = system_track(10, 45, 13, 7);
    for (const std::string& noise : {from_hex("3e0002"), from_hex("3e0000ffff"), from_hex("3effff99"),
                                     from_hex("ff0010"), std::string(500, 'x')}) {
        const auto read = read_as("a.ast", good + noise + good + good, on_day());
        CAPTURE(noise.size());
        CHECK(read.fixes("0/4/7").size() == 3);
        REQUIRE(read.dropped("stretches between data blocks") == 1);
        const std::string& told = read.problems.kinds()[0].told[0].message;
        CHECK(told.find("behind data block 1, at byte " + std::to_string(good.size())) != std::string::npos);
        CHECK(told.find(std::to_string(noise.size()) + " bytes") != std::string::npos);
    }
    // A record that breaks the rules costs its block, not the next one.
    std::string broken = good;
    broken[3] = '\xFF';
    const auto read = read_as("a.ast", good + broken + good, on_day());
    CHECK(read.fixes("0/4/7").size() == 2);
    CHECK(read.dropped("data blocks that cannot be read") == 1);
}

TEST_CASE("a recording cut after any byte is read up to there and told")
{
    AsterixFields fields = radar_fields(60, 50, 90, 300, 0xABC001);
    fields[10] = "\1" + std::string(8, '\0');
    const std::string blocks =
        system_track(day_s - 1, 45, 13, 7) + asterix_block(48, asterix_record(fields)) + system_track(1, 45, 13, 7);
    TrackReadOptions options = on_day();
    options.radar_sites[""] = {{13.6, 45.1}, 120};
    const std::size_t first = system_track(0, 45, 13, 7).size();
    const std::size_t second = first + asterix_block(48, asterix_record(fields)).size();
    for (std::size_t size = 1; size < blocks.size(); ++size) {
        CAPTURE(size);
        const auto read = read_as("a.ast", blocks.substr(0, size), options);
        const bool is_whole = size == first || size == second;
        CHECK(is_whole == (read.problems.empty() && !read.diagnostics.has_errors()));
        CHECK(read.fixes("0/4/7").size() == (size >= first ? 1U : 0U));
        CHECK(read.fixes("abc001").size() == (size >= second ? 1U : 0U));
    }
    const std::string packets = pcap_head(1) + pcap_packet(day_1970_s, 0, ethernet(udp_ipv4(blocks)));
    for (std::size_t size = 1; size < packets.size(); ++size) {
        if (size == 24)
            continue;  // a recording of nothing
        CAPTURE(size);
        CHECK(read_as("a.pcap", packets.substr(0, size), options).diagnostics.has_errors());
    }
    const std::string frame = final_frame(10, blocks);
    for (std::size_t size = 1; size < frame.size(); ++size) {
        CAPTURE(size);
        const auto read = read_as("a.ff", frame + frame.substr(0, size), options);
        CHECK(read.dropped("stretches between data blocks") == 1);
        CHECK(read.fixes("abc001").size() == 1);
    }
}

TEST_CASE("recordings with bytes changed at random are read without harm")
{
    constexpr std::uint64_t seed = 20151124;
    RandomStream random{seed, "asterix"};
    CAPTURE(seed);
    std::string blocks;
    for (int i = 0; i < 6; ++i)
        blocks += system_track(10 + i, 45, 13, i) +
                  asterix_block(48, asterix_record(radar_fields(60, 50, 90, 300, 0xABC001)));
    TrackReadOptions options = on_day();
    options.radar_sites[""] = {{13.6, 45.1}, 120};
    const std::string packets = pcap_head(1) + pcap_packet(day_1970_s, 0, ethernet(udp_ipv4(blocks))) +
                                pcap_packet(day_1970_s, 0, ethernet(udp_ipv6(blocks), from_hex("8100 0001")));
    for (const std::string& whole : {blocks, packets, final_frame(10, blocks) + final_frame(20, blocks)})
        for (int i = 0; i < 300; ++i) {
            std::string changed = whole;
            for (int changes = 0; changes < 1 + i % 5; ++changes)
                changed[random.bits() % changed.size()] = static_cast<char>(random.bits() & 0xFFU);
            const auto read = read_as("a.ast", changed, options);
            for (const TrackPiece& piece : read.pieces)
                for (const Fix& fix : piece.fixes)
                    CHECK(is_valid(fix.place));
        }
}

TEST_CASE("ASTERIX is told by its content, and texts are not taken for it")
{
    const std::string good = system_track(10, 45, 13, 7);
    CHECK(fits_asterix("", good));
    CHECK(fits_asterix("", good.substr(0, good.size() - 1) + good) == false);
    CHECK(fits_asterix("", final_frame(10, good)));
    CHECK(fits_asterix("", pcap_head(1)));
    CHECK(fits_asterix(".ast", good.substr(0, 10)));
    std::string many;
    while (many.size() < 8000)
        many += good;
    CHECK(fits_asterix(".ff", final_frame(10, many).substr(0, 4096)));
    CHECK_FALSE(fits_asterix("", final_frame(10, many).substr(0, 4096)));
    CHECK_FALSE(fits_asterix(".ast", "time,lon,lat\n"));
    CHECK_FALSE(fits_asterix(".raw", "0"));
    for (const char* const text : {"0,1,2\n0,1,3\n", ">0 1 2", "\"a\",\"b\"\n", "{\"type\":\"Feature\"}", "<gpx></gpx>",
                                   "0\n12.5,3\n", "time,lon,lat\n1,2,3\n", "", "\x3e"}) {
        CAPTURE(text);
        CHECK_FALSE(fits_asterix("", text));
    }
    CHECK(tells(read_as("a.pcap", pcap_head(1), {}).diagnostics, "error", "no data block"));
}

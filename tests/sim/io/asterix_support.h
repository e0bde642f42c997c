#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace incursion::test {

// Makes ASTERIX by the specifications alone (EUROCONTROL-SPEC-0149, parts 1, 4, 9 and 12), by nothing of the reader.

/// `30 00 2d`: pairs of hexadecimal digits, blanks between them or not.
inline std::string from_hex(std::string_view text)
{
    std::string octets;
    int digits = 0;
    unsigned value = 0;
    for (const char c : text) {
        if (c == ' ' || c == '\n')
            continue;
        value = value * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        if (++digits % 2 == 0) {
            octets += static_cast<char>(value);
            value = 0;
        }
    }
    return octets;
}

/// Most significant octet first; negative numbers in two's complement.
inline std::string number(std::int64_t value, int octets)
{
    std::string text;
    for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8)
        text += static_cast<char>((value >> shift) & 0xFF);
    return text;
}

/// Presence bits of fields numbered from 1, seven an octet, and a bit that tells whether more octets follow.
inline std::string presence(const std::vector<int>& fields)
{
    const int last = fields.empty() ? 1 : *std::max_element(fields.begin(), fields.end());
    std::string octets;
    for (int first = 1; first <= last; first += 7) {
        int octet = first + 7 <= last ? 1 : 0;
        for (const int field : fields)
            if (field >= first && field < first + 7)
                octet |= 1 << (8 - (field - first + 1));
        octets += static_cast<char>(octet);
    }
    return octets;
}

/// Fields by their number in the profile (or compound item), each with its octets.
using AsterixFields = std::map<int, std::string>;

inline std::string asterix_record(const AsterixFields& fields)
{
    std::vector<int> numbers;
    std::string octets;
    for (const auto& [field, content] : fields) {
        numbers.push_back(field);
        octets += content;
    }
    return presence(numbers) + octets;
}

inline std::string asterix_block(int category, std::string_view records)
{
    return number(category, 1) + number(static_cast<std::int64_t>(records.size()) + 3, 2) + std::string{records};
}

/// Eight characters of six bits: letters from 1, digits from 48, the space 32 (ICAO Annex 10, volume IV, table 3-8).
inline std::string icao_characters(std::string_view eight)
{
    std::int64_t bits = 0;
    for (const char c : eight)
        bits = bits * 64 + (c >= 'A' ? c - 'A' + 1 : c);
    return number(bits, 6);
}

/// Seconds after midnight in units of 1/128 s.
inline std::string time_of_day(double s)
{
    return number(std::llround(s * 128), 3);
}

/// Latitude and longitude in units of 180/2^exponent degrees.
inline std::string place_octets(double lat_deg, double lon_deg, int exponent, int octets_each)
{
    const double unit = 180.0 / std::pow(2.0, exponent);
    return number(std::llround(lat_deg / unit), octets_each) + number(std::llround(lon_deg / unit), octets_each);
}

/// A radar report (category 048) of radar 25/10 with a flight level: what most tests need.
inline AsterixFields radar_fields(double time_s, double range_nmi, double azimuth_deg, double level,
                                  std::int64_t address)
{
    return {{1, from_hex("190a")},
            {2, time_of_day(time_s)},
            {3, from_hex("a0")},
            {4, number(std::llround(range_nmi * 256), 2) + number(std::llround(azimuth_deg * 65536 / 360), 2)},
            {6, number(std::llround(level * 4), 2)},
            {8, number(address, 3)}};
}

/// A system track (category 062) of system 0/4.
inline AsterixFields track_fields(double time_s, double lat_deg, double lon_deg, int track)
{
    return {{1, from_hex("0004")},
            {4, time_of_day(time_s)},
            {5, place_octets(lat_deg, lon_deg, 25, 4)},
            {12, number(track, 2)},
            {17, number(350 * 4, 2)}};
}

inline std::string system_track(double time_s, double lat_deg, double lon_deg, int track)
{
    return asterix_block(62, asterix_record(track_fields(time_s, lat_deg, lon_deg, track)));
}

/// A frame of the final format: hundredths of a second after midnight.
inline std::string final_frame(std::int64_t hundredths, const std::string& blocks)
{
    return number(static_cast<std::int64_t>(blocks.size()) + 12, 2) + std::string(3, '\0') + number(hundredths, 3) +
           blocks + "\xA5\xA5\xA5\xA5";
}

inline std::string little_endian(std::uint64_t value, int octets)
{
    std::string text;
    for (int i = 0; i < octets; ++i)
        text += static_cast<char>(value >> (8 * i) & 0xFF);
    return text;
}

inline std::string udp_ipv4(const std::string& payload, int fragment = 0)
{
    const auto size = static_cast<std::int64_t>(payload.size());
    return from_hex("4500") + number(size + 28, 2) + from_hex("0001") + number(fragment, 2) +
           from_hex("4011 0000 0a000001 e0000001") + from_hex("2198 2198") + number(size + 8, 2) + from_hex("0000") +
           payload;
}

inline std::string udp_ipv6(const std::string& payload)
{
    const auto size = static_cast<std::int64_t>(payload.size());
    // Hop-by-hop options of eight octets before the datagram.
    return from_hex("60000000") + number(size + 16, 2) + from_hex("00 40") + std::string(32, '\1') +
           from_hex("1100 0104 00000000") + from_hex("2198 2198") + number(size + 8, 2) + from_hex("0000") + payload;
}

inline std::string ethernet(const std::string& packet, std::string_view before_type = "")
{
    const bool is_ipv4 = (static_cast<unsigned char>(packet[0]) >> 4) == 4;
    return std::string(12, '\2') + std::string{before_type} + from_hex(is_ipv4 ? "0800" : "86dd") + packet;
}

inline std::string pcap_head(std::uint32_t link_type, std::uint64_t magic = 0xA1B2C3D4)
{
    return little_endian(magic, 4) + from_hex("0200 0400 00000000 00000000 ffff0000") + little_endian(link_type, 4);
}

/// `time_s` since 1970; `part` in the unit of the file.
inline std::string pcap_packet(std::uint64_t time_s, std::uint64_t part, const std::string& octets,
                               std::uint64_t sent = 0)
{
    return little_endian(time_s, 4) + little_endian(part, 4) + little_endian(octets.size(), 4) +
           little_endian(std::max<std::uint64_t>(sent, octets.size()), 4) + octets;
}

/// A block of pcapng in the order of big-endian machines.
inline std::string pcapng_block(std::int64_t type, std::string body)
{
    body.resize((body.size() + 3) / 4 * 4);
    const std::string length = number(static_cast<std::int64_t>(body.size()) + 12, 4);
    return number(type, 4) + length + body + length;
}

}  // namespace incursion::test

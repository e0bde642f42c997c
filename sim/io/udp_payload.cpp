#include "sim/io/captured_packets.h"

namespace incursion {

namespace {

constexpr std::uint64_t ethertype_ipv4 = 0x0800;
constexpr std::uint64_t ethertype_ipv6 = 0x86DD;
constexpr std::uint64_t protocol_udp = 17;

std::uint64_t network_number(std::string_view bytes, std::size_t at, std::size_t size)
{
    return bytes.size() >= at + size ? number_in(bytes.substr(at, size), ByteOrder::big) : 0;
}

std::string_view behind(std::string_view bytes, std::size_t size)
{
    return bytes.size() > size ? bytes.substr(size) : std::string_view{};
}

/// What is left of an octet string cut to its told length, which may be more than the recorder kept.
UdpPayload datagram(std::string_view udp)
{
    constexpr std::size_t header = 8;
    const std::uint64_t length = network_number(udp, 4, 2);
    if (length < header)
        return {};
    return {UdpPayload::Kind::whole, behind(udp.substr(0, length), header)};
}

UdpPayload payload_of_ipv4(std::string_view packet)
{
    const std::size_t header = (network_number(packet, 0, 1) & 0xFU) * 4;
    const std::uint64_t total = network_number(packet, 2, 2);
    if (header < 20 || packet.size() < header || network_number(packet, 9, 1) != protocol_udp)
        return {};
    // More fragments, or not the first one.
    if ((network_number(packet, 6, 2) & 0x3FFFU) != 0)
        return {UdpPayload::Kind::fragment, {}};
    // 0 is what network cards leave that cut large packets themselves.
    const std::string_view whole = total >= header ? packet.substr(0, total) : packet;
    return datagram(behind(whole, header));
}

UdpPayload payload_of_ipv6(std::string_view packet)
{
    constexpr std::size_t header = 40;
    if (packet.size() < header)
        return {};
    const std::uint64_t length = network_number(packet, 4, 2);
    std::uint64_t next = network_number(packet, 6, 1);
    std::string_view rest = length > 0 ? behind(packet, header).substr(0, length) : behind(packet, header);
    // Hop-by-hop options, routing, destination options: RFC 8200, section 4.
    while (next == 0 || next == 43 || next == 60) {
        if (rest.size() < 8)
            return {};
        next = network_number(rest, 0, 1);
        rest = behind(rest, (network_number(rest, 1, 1) + 1) * 8);
    }
    constexpr std::uint64_t fragment = 44;
    if (next == fragment)
        return {network_number(rest, 0, 1) == protocol_udp ? UdpPayload::Kind::fragment : UdpPayload::Kind::other, {}};
    return next == protocol_udp ? datagram(rest) : UdpPayload{};
}

UdpPayload payload_of_ip(std::string_view packet)
{
    switch (network_number(packet, 0, 1) >> 4U) {
    case 4: return payload_of_ipv4(packet);
    case 6: return payload_of_ipv6(packet);
    default: return {};
    }
}

UdpPayload payload_by_ethertype(std::uint64_t type, std::string_view rest)
{
    // VLAN tags: IEEE 802.1Q, 802.1ad and what came before it.
    while (type == 0x8100 || type == 0x88A8 || type == 0x9100) {
        type = network_number(rest, 2, 2);
        rest = behind(rest, 4);
    }
    return type == ethertype_ipv4 || type == ethertype_ipv6 ? payload_of_ip(rest) : UdpPayload{};
}

}  // namespace

UdpPayload udp_payload(const CapturedPacket& packet)
{
    const std::string_view octets = packet.octets;
    // tcpdump.org/linktypes.html
    switch (packet.link_type) {
    case 0:    // NULL: four octets of the address family, in the order of the machine
    case 108:  // LOOP
        return payload_of_ip(behind(octets, 4));
    case 1:  // ETHERNET
        return payload_by_ethertype(network_number(octets, 12, 2), behind(octets, 14));
    case 12:   // RAW, by some systems
    case 101:  // RAW
    case 228:  // IPV4
    case 229:  // IPV6
        return payload_of_ip(octets);
    case 113:  // LINUX_SLL
        return payload_by_ethertype(network_number(octets, 14, 2), behind(octets, 16));
    case 276:  // LINUX_SLL2
        return payload_by_ethertype(network_number(octets, 0, 2), behind(octets, 20));
    default: return {};
    }
}

}  // namespace incursion

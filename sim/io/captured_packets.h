#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "sim/base/result.h"
#include "sim/base/time.h"
#include "sim/io/byte_window.h"

namespace incursion {

// Recordings of networks: pcap (draft-ietf-opsawg-pcap) and pcapng (draft-ietf-opsawg-pcapng), of either byte order,
// with any resolution of time.

bool is_packet_capture(std::string_view start);

struct CapturedPacket {
    std::uint32_t link_type = 0;  ///< LINKTYPE_, tcpdump.org/linktypes.html
    std::string_view octets;
    std::uint64_t offset = 0;  ///< of the first of them in the input
    bool is_cut = false;       ///< the recorder kept less of it than there was
    std::optional<Time> time;
};

/// Calls `found` for every packet until it says false. Nothing where the recording was read to its end, else what is
/// wrong with it; the packets before that were found.
std::optional<Problem> read_packets(ByteWindow& input, const std::function<bool(const CapturedPacket&)>& found);

/// What a packet of UDP carries, and how it was found.
struct UdpPayload {
    enum class Kind { whole, fragment, other } kind = Kind::other;
    std::string_view octets;  ///< of a whole one
};

/// Through Ethernet II with any number of VLAN tags, Linux cooked captures (both versions), BSD loopback and raw IP;
/// IPv4 and IPv6 with extension headers. A part of a datagram that was sent in several is a fragment, whichever it is.
/// Without what fills up an Ethernet frame.
UdpPayload udp_payload(const CapturedPacket& packet);

}  // namespace incursion

#include "sim/io/captured_packets.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace incursion {

namespace {

constexpr std::uint64_t pcap_microseconds = 0xA1B2C3D4;
constexpr std::uint64_t pcap_nanoseconds = 0xA1B23C4D;
constexpr std::uint64_t section_block = 0x0A0D0D0A;
constexpr std::uint64_t section_order = 0x1A2B3C4D;
/// More than any link carries; a length beyond it is damage.
constexpr std::size_t most_packet_bytes = std::size_t{1} << 24U;

std::optional<ByteOrder> order_by(std::string_view bytes, std::uint64_t number)
{
    if (number_in(bytes, ByteOrder::little) == number)
        return ByteOrder::little;
    if (number_in(bytes, ByteOrder::big) == number)
        return ByteOrder::big;
    return std::nullopt;
}

/// `units` of so many a second since 1970; nothing where an instant cannot hold it.
std::optional<Time> capture_time(std::uint64_t units, std::uint64_t per_second, std::int64_t offset_s)
{
    constexpr std::uint64_t most_seconds = 8'000'000'000;
    const std::uint64_t whole = units / per_second;
    if (whole > most_seconds || offset_s > 1'000'000'000 || offset_s < -1'000'000'000)
        return std::nullopt;
    const double part_s = static_cast<double>(units % per_second) / static_cast<double>(per_second);
    return Time{std::chrono::seconds{static_cast<std::int64_t>(whole) + offset_s}} + seconds(part_s);
}

Problem cut_recording(const ByteWindow& input)
{
    return input.problem() ? *input.problem()
                           : Problem{fmt::format("the recording ends within a packet, at byte {}; get it again if the "
                                                 "end of it matters",
                                                 input.offset())};
}

std::optional<Problem> read_pcap(ByteWindow& input, const std::function<bool(const CapturedPacket&)>& found)
{
    constexpr std::size_t file_header = 24;
    constexpr std::size_t packet_header = 16;
    const std::string_view head = input.peek(file_header);
    if (head.size() < file_header)
        return cut_recording(input);
    const auto fine = order_by(head.substr(0, 4), pcap_nanoseconds);
    const ByteOrder order = fine.value_or(order_by(head.substr(0, 4), pcap_microseconds).value_or(ByteOrder::little));
    const std::uint64_t per_second = fine ? 1'000'000'000 : 1'000'000;
    // The upper bits tell of a checksum at the end of frames.
    const auto link_type = static_cast<std::uint32_t>(number_in(head.substr(20, 4), order) & 0x0FFFFFFFU);
    input.skip(file_header);
    for (;;) {
        const std::string_view header = input.peek(packet_header);
        if (header.empty() && !input.problem())
            return std::nullopt;
        if (header.size() < packet_header)
            return cut_recording(input);
        const auto number = [&](std::size_t at) { return number_in(header.substr(at, 4), order); };
        const std::uint64_t kept = number(8);
        const std::uint64_t sent = number(12);
        const auto time = capture_time(number(0) * per_second + number(4), per_second, 0);
        if (kept > most_packet_bytes)
            return Problem{fmt::format("the packet at byte {} would be {} bytes long; the recording is damaged there",
                                       input.offset(), kept)};
        const std::string_view all = input.peek(packet_header + kept);
        if (all.size() < packet_header + kept)
            return cut_recording(input);
        if (!found({link_type, all.substr(packet_header), input.offset() + packet_header, kept < sent, time}))
            return std::nullopt;
        input.skip(packet_header + kept);
    }
}

struct CaptureInterface {
    std::uint32_t link_type = 0;
    std::uint64_t per_second = 1'000'000;
    std::int64_t offset_s = 0;
};

/// Options of an interface that change times: if_tsresol (9) and if_tsoffset (14).
CaptureInterface interface_of(std::string_view body, ByteOrder order)
{
    CaptureInterface made;
    made.link_type = static_cast<std::uint32_t>(number_in(body.substr(0, 2), order));
    body.remove_prefix(8);
    while (body.size() >= 4) {
        const std::uint64_t code = number_in(body.substr(0, 2), order);
        const std::uint64_t length = number_in(body.substr(2, 2), order);
        const std::string_view value = body.substr(4).substr(0, length);
        if (code == 0 || value.size() < length)
            break;
        if (code == 9 && length == 1) {
            const auto octet = static_cast<std::uint8_t>(value[0]);
            const unsigned power = octet & 0x7FU;
            made.per_second = 1;
            if ((octet & 0x80U) != 0)
                made.per_second <<= std::min(power, 62U);
            else
                for (unsigned i = 0; i < std::min(power, 18U); ++i)
                    made.per_second *= 10;
        } else if (code == 14 && length == 8) {
            made.offset_s = static_cast<std::int64_t>(number_in(value, order));
        }
        body.remove_prefix(std::min<std::size_t>(body.size(), 4 + (length + 3) / 4 * 4));
    }
    return made;
}

/// The blocks of one pcapng recording, which may hold several sections, each of its own byte order.
class PcapngReader {
public:
    PcapngReader(ByteWindow& input, const std::function<bool(const CapturedPacket&)>& found)
        : input_{input}, found_{found}
    {
    }

    std::optional<Problem> read()
    {
        constexpr std::size_t least_block = 12;
        for (bool wanted = true; wanted;) {
            const std::string_view head = input_.peek(least_block);
            if (head.empty() && !input_.problem())
                return std::nullopt;
            if (head.size() < least_block)
                return cut_recording(input_);
            if (number_in(head.substr(0, 4), ByteOrder::big) == section_block) {
                order_ = order_by(head.substr(8, 4), section_order).value_or(order_);
                interfaces_.clear();
            }
            const std::uint64_t type = number_in(head.substr(0, 4), order_);
            const std::uint64_t length = number_in(head.substr(4, 4), order_);
            if (length < least_block || length % 4 != 0 || length > most_packet_bytes)
                return Problem{
                    fmt::format("the block at byte {} would be {} bytes long; the recording is damaged there",
                                input_.offset(), length)};
            const std::string_view block = input_.peek(length);
            if (block.size() < length)
                return cut_recording(input_);
            wanted = take(type, block.substr(8, length - least_block));
            input_.skip(length);
        }
        return std::nullopt;
    }

private:
    std::uint64_t number(std::string_view body, std::size_t at) const { return number_in(body.substr(at, 4), order_); }

    bool take(std::uint64_t type, std::string_view body)
    {
        constexpr std::uint64_t interface_block = 1;
        constexpr std::uint64_t old_packet = 2;
        constexpr std::uint64_t simple_packet = 3;
        constexpr std::uint64_t enhanced_packet = 6;
        if (type == interface_block && body.size() >= 8)
            interfaces_.push_back(interface_of(body, order_));
        if (type == enhanced_packet && body.size() >= 20)
            return take_packet(body, number(body, 0));
        if (type == old_packet && body.size() >= 20)
            return take_packet(body, number_in(body.substr(0, 2), order_));
        if (type == simple_packet && body.size() >= 4 && !interfaces_.empty()) {
            const std::uint64_t sent = number(body, 0);
            const std::string_view octets = body.substr(4).substr(0, sent);
            return found_({interfaces_[0].link_type, octets, input_.offset() + 12, octets.size() < sent, {}});
        }
        return true;
    }

    bool take_packet(std::string_view body, std::uint64_t interface)
    {
        if (interface >= interfaces_.size())
            return true;
        const CaptureInterface& by = interfaces_[interface];
        const std::uint64_t kept = number(body, 12);
        const std::string_view octets = body.substr(20).substr(0, kept);
        const bool is_cut = octets.size() < number(body, 16);
        return found_({by.link_type, octets, input_.offset() + 28, is_cut,
                       capture_time(number(body, 4) << 32U | number(body, 8), by.per_second, by.offset_s)});
    }

    ByteWindow& input_;
    const std::function<bool(const CapturedPacket&)>& found_;
    ByteOrder order_ = ByteOrder::little;
    std::vector<CaptureInterface> interfaces_;
};

}  // namespace

bool is_packet_capture(std::string_view start)
{
    if (start.size() < 12)
        return false;
    return order_by(start.substr(0, 4), pcap_microseconds) || order_by(start.substr(0, 4), pcap_nanoseconds) ||
           (number_in(start.substr(0, 4), ByteOrder::big) == section_block &&
            order_by(start.substr(8, 4), section_order));
}

std::optional<Problem> read_packets(ByteWindow& input, const std::function<bool(const CapturedPacket&)>& found)
{
    const std::string_view start = input.peek(12);
    if (start.size() >= 4 && number_in(start.substr(0, 4), ByteOrder::big) == section_block)
        return PcapngReader{input, found}.read();
    return read_pcap(input, found);
}

}  // namespace incursion

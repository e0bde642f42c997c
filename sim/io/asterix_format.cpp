#include "sim/io/asterix_format.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "sim/io/asterix_reader.h"
#include "sim/io/byte_window.h"
#include "sim/io/captured_packets.h"

namespace incursion {

namespace {

constexpr std::string_view between_blocks_kind = "stretches between data blocks";
constexpr std::string_view cut_packet_kind = "packets that are cut off";
constexpr std::string_view fragment_kind = "packets that were sent in parts";

// A frame of the "final" format: its length (two octets, itself and the last four counted), board, line, day (of no
// known meaning), time of day in hundredths of a second (three octets), data blocks, four octets of 0xA5.
constexpr std::size_t frame_header = 8;
constexpr std::string_view frame_end = "\xA5\xA5\xA5\xA5";

/// Zero where these octets begin no frame, or one that is longer than they are.
std::size_t frame_length(std::string_view octets)
{
    if (octets.size() < frame_header)
        return 0;
    const auto length = static_cast<std::size_t>(big_endian(octets.substr(0, 2)));
    const bool is_one = length > frame_header + frame_end.size() && length <= octets.size() &&
                        octets.substr(length - frame_end.size(), frame_end.size()) == frame_end;
    return is_one ? length : 0;
}

/// True if these octets may begin a frame that is longer than they are.
bool may_begin_with_frame(std::string_view start)
{
    if (start.size() < frame_header + asterix_header_size)
        return false;
    const auto length = static_cast<std::size_t>(big_endian(start.substr(0, 2)));
    const std::string_view block = start.substr(frame_header);
    return length > start.size() && is_asterix_category(static_cast<std::uint8_t>(block[0])) &&
           asterix_block_length(block) > asterix_header_size &&
           frame_header + asterix_block_length(block) + frame_end.size() <= length;
}

/// Data blocks may be as long as 64 KiB, but a look at the first 4 KiB of an input must do.
bool begins_with_blocks(std::string_view start, bool is_named)
{
    if (start.size() < asterix_header_size || !is_asterix_category(static_cast<std::uint8_t>(start[0])) ||
        asterix_block_length(start) <= asterix_header_size)
        return false;
    bool can_read_one = false;
    while (start.size() >= asterix_header_size) {
        const std::size_t length = asterix_block_length(start);
        if (!is_asterix_category(static_cast<std::uint8_t>(start[0])) || length <= asterix_header_size)
            return is_named;
        if (length > start.size())
            break;
        can_read_one = can_read_one || can_be_cut(start.substr(0, length));
        start.remove_prefix(length);
    }
    return can_read_one || is_named;
}

/// True if data blocks follow each other from here: a whole one, and behind it the end or the header of another.
bool resumes_at(std::string_view octets)
{
    if (octets.size() < asterix_header_size || !is_asterix_category(static_cast<std::uint8_t>(octets[0])))
        return false;
    const std::size_t length = asterix_block_length(octets);
    if (length <= asterix_header_size || length > octets.size())
        return false;
    const std::string_view next = octets.substr(length);
    return next.empty() ||
           (next.size() >= asterix_header_size && is_asterix_category(static_cast<std::uint8_t>(next[0])) &&
            asterix_block_length(next) > asterix_header_size && may_be_cut(octets.substr(0, length)));
}

/// True if data blocks follow each other somewhere behind the first octet.
bool resume_within(std::string_view octets)
{
    for (std::size_t at = 1; at < octets.size(); ++at)
        if (resumes_at(octets.substr(at)))
            return true;
    return false;
}

/// Goes on to where data blocks follow each other again, or to the end.
void resynchronise(ByteWindow& window, AsterixReader& reader)
{
    const std::uint64_t from = window.offset();
    constexpr std::size_t sight = 2 * asterix_longest_block;
    window.skip(1);
    for (;;) {
        const std::string_view octets = window.peek(sight);
        std::size_t at = 0;
        // Not so near to the end of what is seen that the next header could be beyond it, unless that is all.
        const std::size_t until = octets.size() < sight ? octets.size() : octets.size() - asterix_longest_block - 3;
        while (at < until && !resumes_at(octets.substr(at)))
            ++at;
        window.skip(at);
        if (at < until || octets.size() < sight)
            break;
    }
    reader.tell(between_blocks_kind,
                fmt::format("behind data block {}, at byte {}: {} bytes that are no data block of a known category; "
                            "left out",
                            reader.blocks(), from, window.offset() - from));
}

void read_plain_blocks(ByteWindow& window, AsterixReader& reader)
{
    while (reader.is_wanted()) {
        const std::string_view head = window.peek(asterix_header_size);
        if (head.empty())
            return;
        const bool can_be = head.size() == asterix_header_size &&
                            is_asterix_category(static_cast<std::uint8_t>(head[0])) &&
                            asterix_block_length(head) >= asterix_header_size;
        if (!can_be) {
            resynchronise(window, reader);
            continue;
        }
        const std::size_t length = asterix_block_length(head);
        const std::string_view block = window.peek(length);
        // The end of the recording, or a length that would swallow the data blocks behind.
        if (block.size() < length && resume_within(block)) {
            resynchronise(window, reader);
            continue;
        }
        reader.take_block(block, window.offset(), std::nullopt);
        window.skip(block.size());
    }
}

void read_final_frames(ByteWindow& window, const std::optional<Time>& day, AsterixReader& reader)
{
    DayFinder frame_days{day};
    while (reader.is_wanted()) {
        const std::string_view octets = window.peek(asterix_longest_block);
        if (octets.empty())
            return;
        const std::size_t length = frame_length(octets);
        if (length == 0) {
            std::size_t skipped = 1;
            while (skipped < octets.size() && frame_length(octets.substr(skipped)) == 0)
                ++skipped;
            reader.tell(between_blocks_kind,
                        fmt::format("behind data block {}, at byte {}: {} bytes that are no frame of the final format; "
                                    "left out",
                                    reader.blocks(), window.offset(), skipped));
            window.skip(skipped);
            continue;
        }
        const Duration told =
            std::chrono::milliseconds{10 * static_cast<std::int64_t>(big_endian(octets.substr(5, 3)))};
        const auto received =
            told < std::chrono::hours{24} ? frame_days.instant(told, std::nullopt) : std::optional<Time>{};
        reader.take_blocks(octets.substr(frame_header, length - frame_header - frame_end.size()),
                           window.offset() + frame_header, received);
        window.skip(length);
    }
}

/// The data blocks in the packets of a recorded network, among whatever else there is.
class CaptureReader {
public:
    explicit CaptureReader(AsterixReader& reader) : reader_{reader} {}

    bool take(const CapturedPacket& packet)
    {
        const UdpPayload payload = udp_payload(packet);
        const auto offset =
            packet.offset +
            static_cast<std::uint64_t>(payload.octets.empty() ? 0 : payload.octets.data() - packet.octets.data());
        if (payload.kind == UdpPayload::Kind::fragment)
            reader_.tell(fragment_kind, fmt::format("the packet at byte {} is a part of one that was sent in several; "
                                                    "left out",
                                                    packet.offset));
        else if (is_of_blocks(payload.octets, packet.is_cut))
            reader_.take_blocks(payload.octets, offset, packet.time);
        else
            ++others_;
        return reader_.is_wanted();
    }
    std::int64_t others() const { return others_; }

private:
    /// Whole data blocks; or such as begin with one that is read here and is good, so that what is wrong is told.
    bool is_of_blocks(std::string_view octets, bool is_cut)
    {
        if (are_asterix_blocks(octets))
            return true;
        if (octets.size() < asterix_header_size)
            return false;
        const std::size_t length = asterix_block_length(octets);
        const bool begins_well = length > asterix_header_size && length <= octets.size() &&
                                 is_asterix_category(static_cast<std::uint8_t>(octets[0])) &&
                                 can_be_cut(octets.substr(0, length));
        if (begins_well && is_cut)
            reader_.tell(cut_packet_kind, "the recorder kept only the first part of a packet; record with a larger "
                                          "snapshot length (tcpdump -s 0)");
        return begins_well;
    }

    AsterixReader& reader_;
    std::int64_t others_ = 0;
};

std::optional<Problem> read_capture(const std::string& name, ByteWindow& window, AsterixReader& reader,
                                    Diagnostics& diagnostics)
{
    CaptureReader capture{reader};
    auto problem = read_packets(window, [&](const CapturedPacket& packet) { return capture.take(packet); });
    if (capture.others() > 0)
        diagnostics.note(
            name, std::nullopt, "",
            fmt::format("{} packets hold no data blocks of ASTERIX over UDP; passed over", capture.others()));
    return problem;
}

}  // namespace

bool fits_asterix(std::string_view ending, std::string_view start)
{
    constexpr std::array<std::string_view, 4> endings{".ast", ".asterix", ".raw", ".ff"};
    const bool is_named = std::find(endings.begin(), endings.end(), ending) != endings.end();
    return is_packet_capture(start) || frame_length(start) > 0 || begins_with_blocks(start, is_named) ||
           (ending == ".ff" && may_begin_with_frame(start));
}

void read_asterix(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics)
{
    ByteWindow window{input};
    AsterixReader reader{options, sink};
    const std::string_view start = window.peek(asterix_longest_block);
    std::optional<Problem> problem;
    if (is_packet_capture(start))
        problem = read_capture(input.name(), window, reader, diagnostics);
    else if (frame_length(start) > 0)
        read_final_frames(window, options.day, reader);
    else
        read_plain_blocks(window, reader);
    if (!problem)
        problem = window.problem();
    if (problem)
        diagnostics.error(input.name(), std::nullopt, "", problem->message);
    if (reader.blocks() == 0 && !problem)
        diagnostics.error(input.name(), std::nullopt, "", "there is no data block of ASTERIX in it");
    reader.finish(input.name(), diagnostics);
}

}  // namespace incursion

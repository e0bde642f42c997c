#include "sim/io/unpacked.h"

#include <array>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <zlib.h>

#include "sim/io/archive_reader.h"

namespace incursion {

namespace {

constexpr std::size_t packed_block_bytes = std::size_t{1} << 18U;
constexpr int most_layers = 4;
// The magic of a POSIX tar header, and where it stands (POSIX.1-2008, pax, ustar interchange format).
constexpr std::size_t tar_magic_at = 257;
constexpr std::size_t tar_header_bytes = 512;

class GzipSource : public ByteSource {
public:
    explicit GzipSource(std::unique_ptr<ByteSource> source) : source_{std::move(source)}, packed_(packed_block_bytes)
    {
        // 15 bits of window, and 16 for the gzip wrapper: zlib.h, inflateInit2.
        ready_ = ::inflateInit2(&stream_, 15 + 16) == Z_OK;
    }
    ~GzipSource() override
    {
        if (ready_)
            ::inflateEnd(&stream_);
    }

    Result<std::size_t> read(char* to, std::size_t size) override
    {
        if (!ready_)
            return Problem{"there is no memory to unpack it"};
        stream_.next_out = reinterpret_cast<Bytef*>(to);
        stream_.avail_out = static_cast<uInt>(std::min(size, packed_block_bytes));
        const uInt room = stream_.avail_out;
        while (stream_.avail_out == room && !at_end_) {
            if (auto problem = step())
                return std::move(*problem);
        }
        return static_cast<std::size_t>(room - stream_.avail_out);
    }

private:
    /// Unpacks some more, or goes to the next stream, or sees the end.
    std::optional<Problem> step()
    {
        if (stream_.avail_in == 0)
            if (auto problem = fill())
                return problem;
        if (stream_.avail_in == 0 || (between_ && *stream_.next_in != 0x1F)) {
            at_end_ = true;  // zeros and the like behind the last stream are padding
            if (!between_)
                return Problem{"the gzip file is cut off; get it again"};
            return std::nullopt;
        }
        between_ = false;
        const int result = ::inflate(&stream_, Z_NO_FLUSH);
        if (result == Z_STREAM_END) {
            between_ = true;
            ::inflateReset(&stream_);
        } else if (result != Z_OK && result != Z_BUF_ERROR) {
            at_end_ = true;
            return Problem{fmt::format("the gzip file is damaged ({}); get it again",
                                       stream_.msg != nullptr ? stream_.msg : "its bytes make no sense")};
        }
        return std::nullopt;
    }
    std::optional<Problem> fill()
    {
        const auto got = source_->read(packed_.data(), packed_.size());
        if (!got)
            return Problem{got.problem()};
        stream_.next_in = reinterpret_cast<Bytef*>(packed_.data());
        stream_.avail_in = static_cast<uInt>(*got);
        return std::nullopt;
    }

    std::unique_ptr<ByteSource> source_;
    std::vector<char> packed_;
    z_stream stream_ = {};
    bool ready_ = false;
    bool between_ = false;  ///< a stream is done and no byte of a next one was read
    bool at_end_ = false;
};

/// The one entry that libarchive makes of bytes without a container.
class FilteredSource : public ByteSource {
public:
    explicit FilteredSource(std::unique_ptr<ArchiveReader> reader) : reader_{std::move(reader)} {}
    Result<std::size_t> read(char* to, std::size_t size) override { return reader_->read_data(to, size); }

private:
    std::unique_ptr<ArchiveReader> reader_;
};

}  // namespace

Packing packing_of(std::string_view start)
{
    using namespace std::string_view_literals;
    if (start.starts_with("\x1F\x8B\x08"sv))
        return Packing::gzip;
    // RFC 8878 section 3.1.1; the .xz file format, section 2.1.1.1; bzip2's `BZh` and the digits of pi behind it.
    if (start.starts_with("\x28\xB5\x2F\xFD"sv) || start.starts_with("\xFD\x37zXZ\0"sv) ||
        (start.starts_with("BZh") && start.size() > 10 && start.substr(4, 6) == "1AY&SY"sv))
        return Packing::other;
    // APPNOTE.TXT, sections 4.3.7 and 4.3.16: a file, or the end of an archive without any.
    if (start.starts_with("PK\x03\x04"sv) || start.starts_with("PK\x05\x06"sv))
        return Packing::archive;
    if (start.size() >= tar_header_bytes && start.substr(tar_magic_at, 5) == "ustar")
        return Packing::archive;
    return Packing::none;
}

std::unique_ptr<ByteSource> unpacked_gzip(std::unique_ptr<ByteSource> source)
{
    return std::make_unique<GzipSource>(std::move(source));
}

Result<std::unique_ptr<ByteSource>> unpacked_other(std::unique_ptr<ByteSource> source)
{
    auto reader = std::make_unique<ArchiveReader>(std::move(source), ArchiveReader::Holds::packed_bytes);
    const auto entry = reader->next_entry();
    if (!entry)
        return Problem{entry.problem()};
    return std::unique_ptr<ByteSource>{std::make_unique<FilteredSource>(std::move(reader))};
}

Result<Unpacked> unpack(std::unique_ptr<ByteSource> source)
{
    Unpacked result{std::make_unique<PeekedSource>(std::move(source)), 0, true};
    for (; result.layers < most_layers; ++result.layers) {
        const auto start = result.source->peek(tar_header_bytes);
        if (!start)
            return Problem{start.problem()};
        const Packing packing = packing_of(*start);
        if (packing == Packing::none || packing == Packing::archive)
            break;
        if (packing == Packing::gzip) {
            result.gzip_only = result.layers == 0;
            result.source = std::make_unique<PeekedSource>(unpacked_gzip(std::move(result.source)));
            continue;
        }
        result.gzip_only = false;
        auto inner = unpacked_other(std::move(result.source));
        if (!inner)
            return Problem{inner.problem()};
        result.source = std::make_unique<PeekedSource>(std::move(inner).value());
    }
    return result;
}

}  // namespace incursion

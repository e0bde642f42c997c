#include "sim/io/export_zip.h"

#include <cassert>
#include <cstdint>

#include <zlib.h>

namespace incursion {

namespace {

constexpr std::uint16_t version_needed = 20;  ///< for deflate
constexpr std::uint16_t method_deflate = 8;
constexpr std::uint16_t date_1980_01_01 = (1 << 5) | 1;

void put16(std::string& out, std::uint32_t number)
{
    out += static_cast<char>(number & 0xFFU);
    out += static_cast<char>((number >> 8U) & 0xFFU);
}

void put32(std::string& out, std::uint32_t number)
{
    put16(out, number & 0xFFFFU);
    put16(out, number >> 16U);
}

std::string deflated(std::string_view content)
{
    z_stream stream{};
    constexpr int raw_window_bits = -15;  // no zlib header: zip has its own
    constexpr int memory_level = 8;
    [[maybe_unused]] const int begun =
        deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, raw_window_bits, memory_level, Z_DEFAULT_STRATEGY);
    assert(begun == Z_OK);
    std::string packed(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    [[maybe_unused]] const int ended = deflate(&stream, Z_FINISH);
    assert(ended == Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

/// What the header of a file and its entry in the directory share.
std::string common_fields(std::string_view name, std::string_view content, std::size_t packed_size)
{
    std::string fields;
    put16(fields, version_needed);
    put16(fields, 0);  // flags
    put16(fields, method_deflate);
    put16(fields, 0);  // time of day
    put16(fields, date_1980_01_01);
    put32(fields, static_cast<std::uint32_t>(
                      crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()))));
    put32(fields, static_cast<std::uint32_t>(packed_size));
    put32(fields, static_cast<std::uint32_t>(content.size()));
    put16(fields, static_cast<std::uint32_t>(name.size()));
    put16(fields, 0);  // extra field
    return fields;
}

}  // namespace

std::string zip_of(std::string_view name, std::string_view content)
{
    const std::string packed = deflated(content);
    const std::string fields = common_fields(name, content, packed.size());
    std::string zip = "PK\x03\x04" + fields;
    zip += name;
    zip += packed;
    const auto directory_at = static_cast<std::uint32_t>(zip.size());
    zip += "PK\x01\x02";
    put16(zip, version_needed);  // made by: MS-DOS, the same version
    zip += fields;
    put16(zip, 0);  // comment
    put16(zip, 0);  // disk
    put16(zip, 0);  // internal attributes
    put32(zip, 0);  // external attributes
    put32(zip, 0);  // where the file begins
    zip += name;
    const auto directory_size = static_cast<std::uint32_t>(zip.size()) - directory_at;
    zip += "PK\x05\x06";
    put16(zip, 0);  // disk
    put16(zip, 0);  // disk of the directory
    put16(zip, 1);  // entries here
    put16(zip, 1);  // entries
    put32(zip, directory_size);
    put32(zip, directory_at);
    put16(zip, 0);  // comment
    return zip;
}

}  // namespace incursion

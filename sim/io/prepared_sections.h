#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/base/result.h"
#include "sim/io/output_file.h"

namespace incursion {

/// The outer form of a file of prepared borders: a head of 48 bytes, a table of sections, then the sections, each from
/// a multiple of 64 bytes on and with a checksum of its own. Checksums are XXH3 (xxHash 0.8, 64 bits), which goes as
/// fast as memory can be read (zlib's crc32 is ten times slower); they tell damage, not forgery.
class PreparedSections {
public:
    /// Of the head and the table, of the order of sections and of what the sections other than the arrays of the index
    /// hold. A file of another format cannot be read.
    static constexpr std::uint32_t format = 2;

    /// Reads head and table of a file's bytes. The problem says that they are of another format or layout, cut off or
    /// damaged. `bytes` must outlive the sections. REQUIRES: `bytes` begin at a multiple of 64 bytes.
    static Result<PreparedSections> read(std::span<const std::byte> bytes, std::size_t section_count);

    std::span<const std::byte> operator[](std::size_t section) const { return sections_[section].bytes; }
    /// True if the sections begin to end-1 are as they were written; looked at in parallel.
    bool are_whole(std::size_t begin, std::size_t end) const;

private:
    struct Section {
        std::span<const std::byte> bytes;   ///< what was written
        std::span<const std::byte> padded;  ///< and the bytes up to the next section
        std::uint64_t checksum;
    };
    std::vector<Section> sections_;
};

/// True for a file that begins as prepared borders do, of whatever format and however damaged.
bool is_prepared(const std::string& path);

/// Writes head, table and sections. Nothing, or the problem.
std::optional<Problem> write_sections(OutputFile& file, std::span<const std::span<const std::byte>> sections);

}  // namespace incursion

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <archive.h>

#include "sim/base/result.h"
#include "sim/io/byte_source.h"

namespace incursion {

/// libarchive over a source.
class ArchiveReader {
public:
    enum class Holds {
        members,       ///< a zip or tar
        packed_bytes,  ///< one stream of zstd, xz or bzip2: one entry without a name
    };
    struct Entry {
        std::string name;
        bool is_file = false;
    };

    ArchiveReader(std::unique_ptr<ByteSource> source, Holds holds);

    /// Nothing at the end. The problem says how the archive is damaged.
    Result<std::optional<Entry>> next_entry();
    /// Of the entry last given; as ByteSource::read.
    Result<std::size_t> read_data(char* to, std::size_t size);
    /// True for tar, false for zip; of the entry last given.
    bool is_tar() const;

private:
    struct Free {
        void operator()(archive* handle) const { archive_read_free(handle); }
    };
    static la_ssize_t give_bytes(archive* handle, void* self, const void** bytes);
    static la_int64_t seek_bytes(archive* handle, void* self, la_int64_t offset, int whence);
    Problem problem() const;

    std::unique_ptr<ByteSource> source_;
    std::vector<char> block_;
    std::uint64_t at_ = 0;  ///< how far the source has been given away
    std::optional<Problem> of_source_;
    std::unique_ptr<archive, Free> handle_;
    bool opened_ = false;
};

}  // namespace incursion

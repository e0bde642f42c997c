#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "sim/base/result.h"

namespace incursion {

/// The bytes of a file that lie in memory without having been copied there, for reading only. They stay when the file
/// is replaced or deleted meanwhile; cutting it off in place, however, ends any program that still reads it.
class MappedFile {
public:
    /// The problem says that the file is missing, is no plain file, is empty or cannot be mapped.
    static Result<std::shared_ptr<const MappedFile>> open(const std::string& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    /// From the beginning of a page of memory.
    std::span<const std::byte> bytes() const { return bytes_; }

private:
    MappedFile() = default;

    std::span<const std::byte> bytes_;
};

}  // namespace incursion

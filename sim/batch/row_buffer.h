#pragma once

#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/result.h"

namespace incursion {

/// Bytes that are appended now and read once later: in memory while they are few, beyond that in a file without a name
/// in `folder`, so that an input of any size needs little memory until its turn to be written comes.
class RowBuffer {
public:
    explicit RowBuffer(std::string folder, std::size_t most_in_memory = std::size_t{8} << 20U);
    ~RowBuffer();
    RowBuffer(RowBuffer&&) noexcept;
    RowBuffer& operator=(RowBuffer&&) noexcept;

    /// A problem where the folder's disk is full.
    std::optional<Problem> append(std::string_view bytes);
    std::uint64_t size() const { return in_file_ + memory_.size(); }
    /// All bytes in their order, in blocks. Stops at the first problem, of `use` or of its own.
    std::optional<Problem> read(const std::function<std::optional<Problem>(std::string_view)>& use) const;
    /// Forgets what is behind the first `size` bytes. REQUIRES: size <= size().
    void truncate(std::uint64_t size);
    void clear() { truncate(0); }

private:
    struct FileClose {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::optional<Problem> spill();

    std::string folder_;
    std::size_t most_in_memory_;
    std::string memory_;
    std::unique_ptr<std::FILE, FileClose> file_;
    std::uint64_t in_file_ = 0;
};

}  // namespace incursion

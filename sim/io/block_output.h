#pragma once

#include <optional>
#include <string>

#include <fmt/format.h>

#include "sim/base/result.h"
#include "sim/io/output_file.h"

namespace incursion {

/// Text on its way to a file or to standard output, brought there in blocks of a mebibyte. A file has its name after
/// finish() and not before (see OutputFile); standard output, devices and pipes take the blocks directly.
class BlockOutput {
public:
    /// `path` is a file, or `-` for standard output.
    static Result<BlockOutput> create(const std::string& path, Overwrite overwrite);

    /// To be appended to.
    fmt::memory_buffer& text() { return text_; }
    /// Writes what has been appended once there is a block of it. A problem is final.
    std::optional<Problem> write_if_full();
    /// Writes the rest. REQUIRES: no write failed.
    std::optional<Problem> finish();
    /// True once a write failed because the reader of a pipe is gone.
    bool broken_pipe() const { return file_ ? file_->broken_pipe() : broken_pipe_; }

private:
    BlockOutput() = default;
    std::optional<Problem> write_text();

    std::optional<OutputFile> file_;  ///< none is standard output
    fmt::memory_buffer text_;
    bool broken_pipe_ = false;
};

}  // namespace incursion

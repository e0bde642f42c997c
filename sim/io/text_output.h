#pragma once

#include <optional>
#include <string>
#include <variant>

#include <fmt/format.h>

#include "sim/base/result.h"
#include "sim/io/block_output.h"
#include "sim/io/table.h"
#include "sim/io/zip_output.h"

namespace incursion {

/// Text on its way to a file or to standard output, or into a zip as its one member.
class TextOutput {
public:
    /// `member` is its name within the zip; empty where there is none.
    static Result<TextOutput> create(const TableTarget& target, const std::string& member = "");

    /// To be appended to.
    fmt::memory_buffer& text();
    /// Writes what has been appended once there is enough of it. A problem is final.
    std::optional<Problem> write_if_full();
    /// Writes the rest and gives the file its name; no problem where the reader of a pipe is gone, as it had what it
    /// wanted. REQUIRES: no write failed for another reason.
    std::optional<Problem> finish();

private:
    struct Zipped {
        ZipOutput zip;
        fmt::memory_buffer text{};
    };
    explicit TextOutput(BlockOutput plain) : output_{std::move(plain)} {}
    explicit TextOutput(Zipped zipped) : output_{std::move(zipped)} {}
    std::optional<Problem> write_block();

    std::variant<BlockOutput, Zipped> output_;
    bool broken_pipe_ = false;
};

}  // namespace incursion

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/result.h"
#include "sim/io/output_file.h"

struct archive;

namespace incursion {

/// A zip with one member, written as it comes: the same bytes for the same text, whatever the day.
class ZipOutput {
public:
    static Result<ZipOutput> create(const std::string& path, Overwrite overwrite, const std::string& member);
    ZipOutput(ZipOutput&& other) noexcept;
    ZipOutput& operator=(ZipOutput&&) = delete;
    ~ZipOutput();

    /// A problem is final.
    std::optional<Problem> write(std::string_view bytes);
    /// Brings the file to the disk and gives it its name. REQUIRES: no write failed.
    std::optional<Problem> finish();
    bool broken_pipe() const;

private:
    struct Target;  ///< what libarchive's callback writes to; stays where it is
    ZipOutput(std::unique_ptr<Target> target);
    Problem problem() const;

    std::unique_ptr<Target> target_;
    archive* handle_ = nullptr;
};

}  // namespace incursion

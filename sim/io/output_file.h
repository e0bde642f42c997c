#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/base/result.h"

namespace incursion {

enum class Overwrite { no, yes };

/// Why a file of that name cannot be made: it is there already and may not be replaced, it is a folder,
/// or its own folder is missing. Nothing where it can. Looks, writes nothing, so that a long run can be
/// refused before it begins.
std::optional<Problem> refuse_output(const std::string& path, Overwrite overwrite);

/// A file that appears whole or not at all. What is written goes to a temporary name in the same folder;
/// commit() brings it to the disk and gives it its name. Without commit() nothing remains. A symbolic
/// link is followed; a replaced file hands on its permissions. A device or a pipe has no temporary name
/// and is written directly.
class OutputFile {
public:
    static Result<OutputFile> create(const std::string& path, Overwrite overwrite);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    ~OutputFile();

    /// Nothing, or the problem (a full disk, a closed pipe: see broken_pipe()).
    std::optional<Problem> write(std::string_view bytes);
    /// REQUIRES: no write failed. Without Overwrite::yes a file that came into being meanwhile is kept.
    std::optional<Problem> commit();
    /// The name under which the file is being filled; empty where the target is written directly, and after commit().
    /// Another writer may open it by this name and fill it in place (not replace it) before commit(), instead of
    /// write(); it must be done with it by then. Its ending tells nothing of the format.
    const std::string& temporary_path() const { return temporary_; }
    /// True once a write failed because the reader of a pipe is gone.
    bool broken_pipe() const { return broken_pipe_; }

private:
    OutputFile() = default;
    void discard();

    std::string path_;       ///< as given, for messages
    std::string target_;     ///< links resolved
    std::string temporary_;  ///< empty where the target is written directly
    int descriptor_ = -1;
    Overwrite overwrite_ = Overwrite::no;
    bool broken_pipe_ = false;
};

}  // namespace incursion

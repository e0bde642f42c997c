#pragma once

#include <optional>
#include <string>

#include "sim/base/result.h"
#include "sim/io/output_file.h"

namespace incursion {

/// For output that other writers make by name, in one file or several beside each other (Shapefile): all of it goes to
/// a hidden folder beside the target, and is moved to its place by commit(). Without commit() nothing remains.
/// A symbolic link is followed; a replaced file hands on its permissions.
class OutputFolder {
public:
    /// `path` is the file that the user named. A device or a pipe is refused.
    static Result<OutputFolder> create(const std::string& path, Overwrite overwrite);
    OutputFolder(OutputFolder&& other) noexcept;
    OutputFolder& operator=(OutputFolder&&) = delete;
    ~OutputFolder();

    /// The folder, absolute; what is written into it must begin with the target's name but for its ending.
    const std::string& folder() const { return folder_; }
    /// The path within the folder that becomes the target.
    std::string file() const;
    /// Brings every file to the disk and moves it to its place, the target last, so that where it stands its companions
    /// do. Indexes and journals that belonged to a replaced file are removed: readers would apply them to the new one.
    /// Without Overwrite::yes files that came into being meanwhile are kept. REQUIRES: the files are closed.
    std::optional<Problem> commit();

private:
    OutputFolder() = default;

    std::string path_;    ///< as given, for messages
    std::string target_;  ///< absolute, links resolved
    std::string folder_;  ///< empty after commit()
    Overwrite overwrite_ = Overwrite::no;
};

}  // namespace incursion

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace incursion::architecture {

/// One file of the project.
struct SourceFile {
    std::string path;  ///< from the root, with forward slashes: `sim/base/angle.h`
    std::string text;
};

/// One `#include` line.
struct Include {
    int line = 0;       ///< from 1
    std::string name;   ///< without its quotes or angle brackets
    bool quoted = false;
};

/// Every file below the named folders of `root`, in ascending order of path. A folder that does not exist
/// holds no files. Caches that Python and editors leave behind are skipped.
std::vector<SourceFile> files_below(const std::filesystem::path& root, const std::vector<std::string>& folders);

/// The C++ files among them: .h and .cpp.
std::vector<SourceFile> cpp_below(const std::filesystem::path& root, const std::vector<std::string>& folders);

std::vector<Include> includes_of(const SourceFile& file);

/// The text with comments and the inside of string and character literals blanked out, line by line as it was.
std::string code_of(const SourceFile& file);

/// 64 lower-case hexadecimal digits.
std::string sha256_of(const std::string& bytes);

}  // namespace incursion::architecture

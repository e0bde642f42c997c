#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace incursion::architecture {

/// What breaks a rule, one line each: `file:line: what is wrong`. Empty where the rule is kept.
using Violations = std::vector<std::string>;

/// A file that may be longer than the limit, and why.
struct LongFile {
    std::string path;
    std::string reason;
};

/// Rooms include only rooms that the table in rules.cpp names for them, and their CMakeLists.txt link no others;
/// our own headers are named from the root. `sim` includes nothing of `render`, `render` nothing of `sim/io`,
/// and nothing but `sim/batch` and `tools` includes `sim/io`.
Violations dependency_violations(const std::filesystem::path& root);

/// Headers of an outside library appear only in the rooms that wrap it.
Violations library_violations(const std::filesystem::path& root);

/// Nothing in sim/ or render/ prints, or ends the program.
Violations output_violations(const std::filesystem::path& root);

/// Nothing in sim/ or render/ names the case that the project began with: cases are scenario files.
Violations case_violations(const std::filesystem::path& root);

/// No file of sim/, render/ or tools/ has more than `limit` lines, but those named with a reason; no reason is
/// left over.
Violations length_violations(const std::filesystem::path& root, int limit, const std::vector<LongFile>& exceptions);

/// No two headers of sim/, render/ and tools/ define types of one name: they share a namespace and, in the program, their
/// inline functions, of which the linker would keep those of one.
Violations type_name_violations(const std::filesystem::path& root);

/// The top level holds only what belongs there. Looks at what git keeps; where there is no git, at the folder.
Violations top_level_violations(const std::filesystem::path& root);

/// Nothing is left to be done later in the files of the project.
Violations leftover_violations(const std::filesystem::path& root);

/// Every file in data/ (but for borders/world.*, which git ignores) has its SHA-256 in a table row of
/// data/SOURCES.md, and its origin and licence in a section headed by its name or its folder's.
Violations source_violations(const std::filesystem::path& root);

}  // namespace incursion::architecture

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/base/result.h"
#include "sim/border/border_index.h"
#include "sim/io/output_file.h"
#include "sim/model/airspace.h"
#include "sim/model/scenario.h"

namespace incursion {

/// What borders were prepared from.
struct PreparedFrom {
    struct Input {
        std::string path;    ///< as it was given
        std::string sha256;  ///< 64 hexadecimal digits; empty where it has no bytes of its own (a folder, a database)
    };
    std::vector<Input> inputs;
    AirspaceSource read_as;  ///< how all of them were read; its path is empty
};

/// What a file of prepared borders holds.
struct PreparedBorders {
    PreparedFrom from;
    Airspaces airspaces;
    std::shared_ptr<const BorderIndex> index;  ///< reads the mapped file, and keeps it
    std::size_t rings = 0, points = 0;         ///< that it holds, read or not
    std::size_t bytes = 0;                     ///< of the file
};

enum class ReadRings { no, yes };

/// Maps a file of prepared borders: nothing is parsed, built or copied but the names and limits of the airspaces and,
/// if asked for, their rings. All that is used is checked before: format, layout, sizes, a checksum of each section and
/// every place that is followed, so that a damaged, cut off or forged file is a problem and never a crash. Where rings
/// are not read they are left empty and their sections unchecked.
/// The file may be replaced or deleted meanwhile, but not be cut off in place (see MappedFile).
Result<PreparedBorders> open_prepared_borders(const std::string& path, ReadRings rings);

/// Writes a file of prepared borders that appears whole or not at all. The same airspaces give the same bytes.
/// Nothing, or the problem. REQUIRES: `index` is that of `airspaces`.
std::optional<Problem> write_prepared_borders(const std::string& path, Overwrite overwrite, const Airspaces& airspaces,
                                              const BorderIndex& index, const PreparedFrom& from);

/// Adds an error for everything that `asked` wants otherwise than `from` was prepared. The default key, an empty layer,
/// filter or field stand for what was prepared; how edges run is always asked.
/// True if there is none.
bool agree(const AirspaceSource& asked, const PreparedFrom& from, Diagnostics& diagnostics);

}  // namespace incursion

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sim/io/piece_writer.h"

namespace incursion {

/// Writes lines that consist of parts. A part is a track of its own, unless it goes on where and when the part before
/// ended, as lines do that were cut at 180 degrees (RFC 7946 section 3.1.9).
class PartWriter {
public:
    /// Both are used as long as this lives.
    PartWriter(PieceWriter& writer, PartNames& names) : writer_{&writer}, names_{&names} {}

    void begin_line(std::string name, AltitudeDatum datum);
    void begin_part() { at_beginning_ = true; }
    /// As PieceWriter::add.
    bool add(const Fix& fix, std::int64_t line);

private:
    PieceWriter* writer_;
    PartNames* names_;
    std::string name_;
    AltitudeDatum datum_ = AltitudeDatum::msl;
    bool at_beginning_ = true;
    std::optional<Fix> last_;  ///< of the line
};

}  // namespace incursion

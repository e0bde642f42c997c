#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/base/result.h"
#include "sim/io/input_outcome.h"

namespace incursion {

// The journal of a batch run: JSON Lines. The first line says what is being run; every other line is one finished
// input. A line is written whole or is none.

/// One finished input and where its rows end in the file of rows.
struct JournalEntry {
    InputOutcome outcome;
    std::uint64_t rows_end = 0;
    std::uint32_t rows_crc = 0;  ///< CRC-32 of its rows
};

/// `run` describes a run, one `name: value` a line: two runs with one description give the same bytes.
std::string journal_head(const std::string& run);
/// The description. A problem where the line is none of this version's.
Result<std::string> parse_journal_head(std::string_view line);

std::string journal_line(const JournalEntry& entry);
Result<JournalEntry> parse_journal_line(std::string_view line);

}  // namespace incursion

#include "sim/io/read_evidence.h"

#include <fmt/format.h>

namespace incursion {

Evidence read_evidence(TomlReader& table)
{
    Evidence evidence;
    evidence.source = table.text("source").value_or("");
    evidence.note = table.text("note").value_or("");
    if (const auto grade = table.choice("confidence", {"A", "B", "C", "D", "G"}))
        evidence.confidence = "ABCDG"[*grade];
    return evidence;
}

}  // namespace incursion

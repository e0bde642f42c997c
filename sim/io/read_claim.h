#pragma once

#include "sim/base/time.h"
#include "sim/io/toml_reader.h"
#include "sim/model/claim.h"

namespace incursion {

/// One `[[claim]]`. A figure is a quantity, a list of readings, or a table of a bound or of a value and its tolerance;
/// an instant or a position is itself, or a table of it and its tolerance. Without a tolerance each is as good as its
/// last digit that counts: an instant to half a second, or half of its last decimal; a position as far as the corner of
/// the cell that the finer of its two numbers was rounded to. Zeros at the end of decimals do not count in either.
/// Errors for a claim that states nothing, names too little of what it speaks of, or whose readings do not go together;
/// warnings for instants outside `span`, if that is not empty.
/// The account, aircraft and airspace that it names are checked elsewhere.
Claim read_claim(TomlReader& table, const TimeSpan& span);

}  // namespace incursion

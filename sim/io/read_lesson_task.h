#pragma once

#include "sim/io/toml_reader.h"
#include "sim/model/lesson.h"

namespace incursion {

/// `[[task]]`: `id`, `title`, `kind`, `points` (needed), `aircraft` (of all but `right_aircraft`), `within` and
/// `zero_after` of what is timed (zero_after is within where absent: full points or none), and what its kind asks for.
/// `figures` is a list of tables with `figure` and `tolerance` (0 where absent).
Task read_task(TomlReader& table);

}  // namespace incursion

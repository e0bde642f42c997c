#pragma once

#include "sim/io/toml_reader.h"
#include "sim/model/step.h"

namespace incursion {

/// One `[[step]]` of a guided tour: `at` and `title` (needed), `aircraft`, `text`, `point_at`, `view`, `pause`.
///
/// `at` is an instant of the file, or a text: `start`, `end`, `closest`, or one of `entry`, `exit`, `call`, `event`
/// with `first` before it or a number behind it (the first without), each with or without a time added: `entry 2 - 20
/// s`. `title` and `text` are a text, or a table of them by language (`text.en`, `text.tr`). `pause` is false, or a
/// time. An instant outside the span, if that is not empty, is an error; what happens when is not known here.
/// References are checked elsewhere.
Step read_step(TomlReader& table, const TimeSpan& span);

}  // namespace incursion

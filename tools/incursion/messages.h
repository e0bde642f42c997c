#pragma once

#include <string>
#include <string_view>

#include "sim/base/diagnostics.h"

namespace incursion {

/// How much a command tells on standard error beside its result.
enum class Verbosity { quiet, normal, verbose };

/// Errors always, warnings unless quiet, notes where verbose.
bool is_shown(Severity severity, Verbosity verbosity);

/// Prints what went wrong or is odd on standard error, one line each.
void print_diagnostics(const Diagnostics& diagnostics, Verbosity verbosity);

/// One line on standard error: `incursion: message`.
void print_error(std::string_view message);

/// One line on standard error where verbose: what has just been done.
void print_step(std::string_view message, Verbosity verbosity);

/// A diagnostic as one line that a terminal can safely show.
std::string line_of(const Diagnostic& diagnostic);

}  // namespace incursion

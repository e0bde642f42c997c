#pragma once

namespace incursion {

/// What the program says to the shell.
enum class ExitStatus {
    done = 0,
    failed = 1,
    called_wrongly = 2,
    some_inputs_failed = 3,  ///< the others are done; each that failed is listed
    interrupted = 4,         ///< stopped before the end; --resume goes on
};

}  // namespace incursion

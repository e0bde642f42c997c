#pragma once

#include <optional>
#include <string>

#include "tools/incursion/exit_status.h"
#include "tools/incursion/messages.h"

namespace incursion {

/// A run of a lesson in a window, as it was asked for on the command line.
struct TrainingWindowOptions {
    std::string lesson;             ///< the file
    std::string log;                ///< the action log; empty: named by the lesson and the time, in the current folder
    bool resume = false;            ///< goes on with that log, rather than beginning one
    std::string trainee;            ///< as the log names the trainee; may be empty
    std::optional<double> speed;    ///< times as fast as the incident; the lesson's where absent
    bool instructor = false;        ///< opens the instructor's window too
    bool muted = false;             ///< calls are not spoken
    Verbosity verbosity = Verbosity::normal;
};

/// Shows the lesson until its debrief is left or a window is closed. Problems are printed. In a build without graphics
/// it says that there are none.
ExitStatus run_training_window(const TrainingWindowOptions& options);

}  // namespace incursion

#pragma once

#include <optional>
#include <string>

#include "tools/incursion/exit_status.h"
#include "tools/incursion/messages.h"

namespace incursion {

/// How `train` was called, for the window.
struct TrainingOptions {
    std::string lesson_path;
    std::string log_path;   ///< empty: a new one in the current folder
    std::string trainee;    ///< may be empty
    bool resumes = false;   ///< go on with the log
    bool has_instructor = false;  ///< a second window for the instructor
    bool is_muted = false;
    std::optional<double> speed;  ///< times as fast as the incident; none: the lesson's
    Verbosity verbosity = Verbosity::normal;
};

/// Shows the exercise to a trainee until it is over; tells what went wrong on standard error. In a build without
/// graphics it only says that it is not there.
ExitStatus run_training_window(const TrainingOptions& options);

}  // namespace incursion

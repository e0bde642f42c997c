#pragma once

#include <string>

#include "tools/incursion/exit_status.h"
#include "tools/incursion/format_choice.h"
#include "tools/incursion/messages.h"
#include "tools/incursion/output.h"
#include "tools/incursion/page_options.h"

namespace incursion {

/// What `train --headless` is asked for.
struct HeadlessTraining {
    std::string lesson_path, log_path;
    ReportFormat format = ReportFormat::text;
    Destination destination;
    TextOptions page;
    Verbosity verbosity = Verbosity::normal;
};

/// Plays a log against a lesson without any window, and writes the score.
ExitStatus run_headless_training(const HeadlessTraining& training);

}  // namespace incursion

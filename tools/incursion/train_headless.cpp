#include "tools/incursion/train_headless.h"

#include "sim/io/write_debrief_json.h"
#include "tools/incursion/debrief_logs.h"
#include "tools/incursion/messages.h"
#include "tools/incursion/text_debrief.h"

namespace incursion {

ExitStatus run_headless_training(const HeadlessTraining& training)
{
    if (const auto refused = refuse_destination(training.destination)) {
        print_error(refused->message);
        return ExitStatus::failed;
    }
    Diagnostics diagnostics;
    LessonShelf shelf;
    const std::optional<Debrief> debrief = debrief_log(training.log_path, training.lesson_path, shelf, diagnostics);
    std::string result;
    if (debrief && !diagnostics.has_errors())
        result = training.format == ReportFormat::json ? debrief_json(*debrief, diagnostics)
                                                       : text_debrief(*debrief, training.page);
    print_diagnostics(diagnostics, training.verbosity);
    if (!debrief || diagnostics.has_errors()) {
        print_error("nothing was scored: mend what is said above; 'incursion check' looks at the files alone");
        return ExitStatus::failed;
    }
    if (const auto problem = write_result(training.destination, result)) {
        print_error(problem->message);
        return ExitStatus::failed;
    }
    return ExitStatus::done;
}

}  // namespace incursion

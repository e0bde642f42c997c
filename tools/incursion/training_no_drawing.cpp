#include "tools/incursion/training_window.h"

namespace incursion {

ExitStatus run_training_window(const TrainingWindowOptions&)
{
    print_error("this program was built without graphics, so it cannot show an exercise; build it with "
                "-DINCURSION_RENDER=ON, or score a log by --log FILE --headless");
    return ExitStatus::failed;
}

}  // namespace incursion

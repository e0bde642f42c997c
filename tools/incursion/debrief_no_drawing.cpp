#include "tools/incursion/debrief_drawing.h"

namespace incursion {

void draw_moments(const Debrief&, const std::vector<DecisiveMoment>&, DebriefPage& page)
{
    page.why_no_pictures = "There are no pictures: the program that made this page was built without graphics.";
}

ExitStatus show_debrief(const Debrief&, const std::string&, Verbosity)
{
    print_error("this program was built without graphics, so it cannot replay a debrief; build it with "
                "-DINCURSION_RENDER=ON");
    return ExitStatus::failed;
}

}  // namespace incursion

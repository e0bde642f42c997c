#include "sim/model/action.h"

#include <algorithm>
#include <array>

namespace incursion {

std::string_view name_of(ActionKind kind)
{
    constexpr std::array<std::string_view, 14> names{"begin",    "take_up", "classify", "call",  "order",
                                                     "log_entry", "log_exit", "report", "finish", "pause",
                                                     "resume",   "rewind",  "inject",   "clock"};
    return names[static_cast<std::size_t>(kind)];
}

std::vector<Action> actions_that_count(const std::vector<Action>& actions)
{
    std::vector<Action> counted;
    for (const Action& action : actions) {
        switch (action.kind) {
        case ActionKind::rewind:
            counted.erase(std::find_if(counted.begin(), counted.end(),
                                       [&](const Action& a) {
                                           return a.kind != ActionKind::begin && a.time >= action.to.value_or(action.time);
                                       }),
                          counted.end());
            break;
        case ActionKind::pause:
        case ActionKind::resume:
        case ActionKind::clock: break;
        default: counted.push_back(action);
        }
    }
    return counted;
}

}  // namespace incursion

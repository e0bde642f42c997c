#include "sim/analysis/warning_report.h"

namespace incursion {

std::string_view name_of(RuleFinding finding)
{
    switch (finding) {
    case RuleFinding::in_time: return "in_time";
    case RuleFinding::late: return "late";
    case RuleFinding::after_last_avoidance: return "after_last_avoidance";
    case RuleFinding::interval_kept: return "interval_kept";
    case RuleFinding::interval_exceeded: return "interval_exceeded";
    case RuleFinding::missing: return "missing";
    case RuleFinding::too_few: return "too_few";
    case RuleFinding::allowed: return "allowed";
    case RuleFinding::not_allowed: return "not_allowed";
    case RuleFinding::not_needed: return "not_needed";
    case RuleFinding::kept: return "kept";
    }
    return "";
}

}  // namespace incursion

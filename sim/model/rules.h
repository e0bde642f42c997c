#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/model/evidence.h"

namespace incursion {

/// From where on somebody may do something: within a distance of the border on its outer side, or inside only.
enum class RuleAction { call, intercept, engage };

struct RulePermission {
    std::string who;  ///< as events and calls name the actor
    RuleAction action = RuleAction::call;
    double within_m = 0;  ///< of the border; 0: only while the aircraft is inside
};

/// `[rules]`: how a state says that it warns. What is absent is not asked for.
struct WarningRules {
    std::string account;                     ///< whose rules, and whose calls are checked; may be empty: all calls
    std::string airspace;                    ///< key of what they protect; may be empty: every foreign airspace
    std::optional<double> buffer_m;          ///< an aircraft nearer than this has to be called
    std::optional<double> first_call_m;      ///< the first call is made before the aircraft is nearer than this
    std::optional<double> first_call_s;      ///< or before it is so many seconds from the border
    std::optional<double> interval_s;        ///< from call to call, at most, until it turned away or is out again;
                                             ///< where there is a buffer, only within it
    std::optional<std::size_t> least_calls;  ///< before anything else may be done
    double response_time_s = 0;              ///< that an aircraft is given to act on a call
    std::vector<RulePermission> may;
    Evidence evidence;
};

/// How an aircraft that was called would turn away. What is absent is the type's limit, else what pilots use
/// (sim/flight/performance.h).
struct AvoidanceTurn {
    std::optional<double> bank_rad;
    std::optional<double> load_factor;
    std::optional<double> roll_rate_radps;
    double reaction_s = 0;  ///< from the call's end, or its instant, to the beginning of the turn
};

}  // namespace incursion

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/angle.h"
#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"
#include "sim/model/flight_plan.h"
#include "sim/model/rules.h"

namespace incursion {

/// The last moment at which a turn would still have kept an aircraft out of a foreign airspace that it entered.
struct Avoidance {
    std::string track;
    std::string airspace;      ///< key
    Time entry{};              ///< the entry that it would have avoided
    std::optional<Time> turn;  ///< the latest beginning of the turn; none: no turn after the track's (or the last
                               ///< visit's) beginning would have
    std::optional<Time> call;  ///< that, less the reaction time
    TurnSide side = TurnSide::left;
    Angle heading;        ///< that the turn ends on
    double bank_rad = 0;  ///< flown
    double load_factor = 1;
    double roll_rate_radps = 0;
    double reaction_s = 0;
    LonLat place;                     ///< of the turn's beginning: the last avoidance point
    double distance_to_border_m = 0;  ///< there
    double clearance_m = 0;           ///< how near the avoiding flight comes
    double tas_mps = 0;               ///< that it is flown with
};

/// One call beside the last avoidance point.
struct CallTiming {
    std::size_t call = 0;         ///< place in CallsReport::list
    std::optional<LonLat> place;  ///< of the aircraft called
    std::optional<double> altitude_m;
    bool heading_for_border = false;  ///< would meet the border if it held its velocity
    std::string airspace;             ///< of the entry meant: the next one after the call
    std::optional<double> before_entry_s;
    std::optional<double> before_last_call_s;  ///< time left when it was made; negative: too late to matter
};

enum class RuleFinding {
    in_time,
    late,
    after_last_avoidance,
    interval_kept,
    interval_exceeded,
    missing,
    too_few,
    allowed,
    not_allowed,
    not_needed,
    kept,
};
std::string_view name_of(RuleFinding finding);

/// One thing that the rules ask for, and what was found.
struct RuleCheck {
    std::string rule;  ///< `first_call`, `interval`, `buffer`, `least_calls`, `response_time`, `may`
    std::string track;
    std::string airspace;
    std::optional<std::size_t> call;   ///< place in CallsReport::list
    std::optional<std::size_t> event;  ///< place in Report::events
    std::optional<Time> time;
    RuleFinding finding = RuleFinding::kept;
    std::optional<double> asked, found;  ///< in `unit`
    std::string unit;
    std::string text;  ///< the finding as a sentence with its figures
};

struct WarningReport {
    std::vector<Avoidance> avoidances;  ///< by track in the report's order, then entry
    std::vector<CallTiming> calls;      ///< of calls to known aircraft
    std::vector<RuleCheck> rules;       ///< by track, then time
};

}  // namespace incursion

#pragma once

#include <span>
#include <vector>

#include "sim/evidence/approaches.h"

namespace incursion {

/// What all checks of one track look at. Keeps references.
struct RuleGround {
    const WarningRules& rules;
    const Track& track;
    const TrackReport& of_track;
    const Report& report;
    std::span<const Avoidance> avoidances;
    const AnalysisGround& ground;

    /// To the border of the airspace; 0 inside; none where the track does not fly.
    std::optional<double> distance_at(Time t, const std::string& airspace) const;
};

/// The checks of one approach, with the calls that belong to it. Keeps references.
class ApproachCheck {
public:
    ApproachCheck(const RuleGround& on, const Approach& approach);

    void check_calls();
    /// An event with an action, by its place in the report's list. They come in the order of time.
    void check_event(std::size_t place);

    const std::vector<RuleCheck>& found() const { return found_; }

private:
    const std::string& track() const { return on_.of_track.track; }
    const Call& call(std::size_t place) const { return on_.report.calls.list[place].call; }
    Time time_of(std::size_t place) const { return call(place).time; }
    RuleCheck& add(const char* rule, RuleFinding finding, Time time, const char* unit, std::string text);
    RuleFinding timely(bool kept, Time call) const;

    void check_buffer();
    void check_first_call();
    void check_first_call_time();
    void first_call(double found, double asked, const char* unit, std::string text);
    void no_first_call(double asked, const char* unit, const std::string& where);
    void check_intervals();
    RuleCheck& interval(Time from, Time to, double counted_s, const std::string& between);
    void check_callers();
    void check_least_calls(std::size_t event, std::size_t before);
    void check_response(std::size_t event, bool called);
    RuleCheck* check_permission(const std::string& who, RuleAction action, Time at, const std::string& when);

    const RuleGround& on_;
    const WarningRules& rules_;
    const Approach& approach_;
    std::vector<std::size_t> calls_;  ///< places in the report's list
    bool counted_ = false;            ///< the calls, once, at the first event
    std::vector<RuleCheck> found_;
};

}  // namespace incursion

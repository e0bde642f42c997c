#include "sim/evidence/rule_check.h"

#include <algorithm>

#include "sim/evidence/approach_check.h"

namespace incursion {

namespace {

/// All approaches of one track, and the events that name it.
class TrackCheck {
public:
    explicit TrackCheck(const RuleGround& on)
        : on_{on},
          approaches_{find_approaches(on.track, on.of_track, on.rules.airspace, on.rules.buffer_m, on.ground)}
    {
        for (std::size_t i = 0; i < on.report.events.size(); ++i)
            if (on.report.events[i].action && on.report.events[i].aircraft == on.of_track.track)
                events_.push_back(i);
    }

    std::vector<RuleCheck> all()
    {
        if (approaches_.empty())
            return far_from_all();
        std::vector<ApproachCheck> checks;
        for (const Approach& a : approaches_) {
            checks.emplace_back(on_, a);
            checks.back().check_calls();
        }
        for (const std::size_t i : events_)
            checks[approach_of(on_.report.events[i].time)].check_event(i);
        std::vector<RuleCheck> found;
        for (const ApproachCheck& check : checks)
            found.insert(found.end(), check.found().begin(), check.found().end());
        std::stable_sort(found.begin(), found.end(),
                         [](const RuleCheck& a, const RuleCheck& b) { return a.time < b.time; });
        return found;
    }

private:
    /// What was done to an aircraft that never came near counts all the more: against the airspace nearest at the first
    /// event, with all calls.
    std::vector<RuleCheck> far_from_all() const
    {
        if (events_.empty())
            return {};
        Approach flight;
        flight.calls = {Time::min(), Time::max()};
        std::optional<double> nearest_m;
        for (const ClosestApproach& c : on_.of_track.closest_approach) {
            if (!on_.rules.airspace.empty() && c.airspace != on_.rules.airspace)
                continue;
            const auto distance_m = on_.distance_at(on_.report.events[events_[0]].time, c.airspace);
            if (distance_m && (!nearest_m || *distance_m < *nearest_m)) {
                nearest_m = distance_m;
                flight.airspace = c.airspace;
            }
        }
        if (!nearest_m)
            return {};
        ApproachCheck check{on_, flight};
        for (const std::size_t i : events_)
            check.check_event(i);
        return check.found();
    }

    /// The approach nearest in time, of several the one to the nearest airspace.
    std::size_t approach_of(Time event) const
    {
        std::size_t best = 0;
        Duration best_away = Duration::max();
        double best_m = 0;
        for (std::size_t i = 0; i < approaches_.size(); ++i) {
            const Approach& a = approaches_[i];
            const Time from = on_.rules.buffer_m || !a.inside ? a.near : a.inside->from;
            const Duration away = std::max({Duration::zero(), from - event, event - a.calls.to});
            const double distance_m = on_.distance_at(event, a.airspace).value_or(0);
            if (away < best_away || (away == best_away && distance_m < best_m)) {
                best = i;
                best_away = away;
                best_m = distance_m;
            }
        }
        return best;
    }

    const RuleGround& on_;
    std::vector<Approach> approaches_;
    std::vector<std::size_t> events_;  ///< places in the report's list, in the order of time
};

/// Rules of an account say nothing of other accounts' versions of a flight, but for what that account's calls or an
/// event name.
bool are_concerned(const WarningRules& rules, const TrackReport& track, const Report& report)
{
    const auto& calls = report.calls.list;
    return rules.account.empty() || track.account.empty() || track.account == rules.account ||
           std::any_of(calls.begin(), calls.end(),
                       [&](const CallReport& c) {
                           return c.call.account == rules.account && c.call.to == track.track;
                       }) ||
           std::any_of(report.events.begin(), report.events.end(),
                       [&](const Event& e) { return e.account == rules.account && e.aircraft == track.track; });
}

}  // namespace

std::vector<RuleCheck> check_rules(const WarningRules& rules, std::span<const Track> tracks, const Report& report,
                                   std::span<const Avoidance> avoidances, const AnalysisGround& ground)
{
    std::vector<RuleCheck> all;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        if (!are_concerned(rules, report.tracks[i], report))
            continue;
        const RuleGround on{rules, tracks[i], report.tracks[i], report, avoidances, ground};
        for (RuleCheck& check : TrackCheck{on}.all())
            all.push_back(std::move(check));
    }
    return all;
}

}  // namespace incursion

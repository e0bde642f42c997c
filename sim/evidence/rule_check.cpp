#include "sim/evidence/rule_check.h"

#include <algorithm>

#include <fmt/format.h>

#include "sim/analysis/track_path.h"

namespace incursion {

namespace {

/// The checks of one track.
class TrackCheck {
public:
    TrackCheck(const WarningRules& rules, const Track& track, const TrackReport& of_track, const Report& report,
               std::span<const Avoidance> avoidances, const AnalysisGround& ground)
        : rules_{rules}, track_{track}, of_track_{of_track}, report_{report}, avoidances_{avoidances}, ground_{ground}
    {
        for (std::size_t i = 0; i < report.calls.list.size(); ++i) {
            const Call& call = report.calls.list[i].call;
            if (call.to == of_track.track && (rules.account.empty() || call.account == rules.account))
                calls_.push_back(i);
        }
        find_airspace();
    }

    std::vector<RuleCheck> all()
    {
        if (airspace_.empty())
            return {};
        check_buffer();
        check_first_call();
        check_intervals();
        for (std::size_t i = 0; i < report_.events.size(); ++i)
            if (report_.events[i].action && report_.events[i].aircraft == of_track_.track)
                check_event(i);
        std::stable_sort(found_.begin(), found_.end(),
                         [](const RuleCheck& a, const RuleCheck& b) { return a.time < b.time; });
        return std::move(found_);
    }

private:
    /// The airspace first entered, else the nearest one within the buffer.
    void find_airspace()
    {
        const auto wanted = [&](const std::string& key) { return rules_.airspace.empty() || rules_.airspace == key; };
        for (const Visit& v : of_track_.visits)
            if (v.foreign && wanted(v.airspace) && visit_ == nullptr)
                visit_ = &v;
        const ClosestApproach* nearest = nullptr;
        for (const ClosestApproach& c : of_track_.closest_approach)
            if (wanted(c.airspace) && (nearest == nullptr || c.distance_m < nearest->distance_m))
                nearest = &c;
        if (visit_ != nullptr)
            airspace_ = visit_->airspace;
        else if (nearest != nullptr && rules_.buffer_m && nearest->distance_m < *rules_.buffer_m)
            airspace_ = nearest->airspace;
        for (const ClosestApproach& c : of_track_.closest_approach)
            if (c.airspace == airspace_)
                closest_m_ = c.distance_m;
    }

    RuleCheck& add(const char* rule, RuleFinding finding, std::optional<Time> time, const char* unit, std::string text)
    {
        RuleCheck check;
        check.rule = rule;
        check.track = of_track_.track;
        check.airspace = airspace_;
        check.finding = finding;
        check.time = time;
        check.unit = unit;
        check.text = std::move(text);
        found_.push_back(std::move(check));
        return found_.back();
    }
    void number(RuleCheck& check, double asked, double found)
    {
        check.asked = asked;
        check.found = found;
    }
    const CallReport& call(std::size_t place) const { return report_.calls.list[calls_[place]]; }

    /// To the border of the airspace; 0 inside; none where the track does not fly.
    std::optional<double> distance_at(Time t) const
    {
        if (track_.fixes().size() < 2 || t < track_.span().from || t > track_.span().to)
            return std::nullopt;
        for (const Visit& v : of_track_.visits)
            if (v.airspace == airspace_ && v.entry.time <= t && t < v.exit.time)
                return 0;
        const LonLat place = TrackPath{track_, ground_.options.legs}.at(t);
        const auto near = ground_.distances.of(airspaces_with_key(ground_.airspaces, airspace_)).nearest(place);
        return near ? std::optional{near->distance_m} : std::nullopt;
    }

    void check_buffer()
    {
        if (!rules_.buffer_m || !(closest_m_ < *rules_.buffer_m))
            return;
        const bool called = !calls_.empty();
        number(add("buffer", called ? RuleFinding::kept : RuleFinding::missing, {}, "m",
                   fmt::format("{} came within {:.0f} m of {}, the buffer is {:.0f} m, and was called {} times",
                               of_track_.track, closest_m_, airspace_, *rules_.buffer_m, calls_.size())),
               *rules_.buffer_m, closest_m_);
    }

    RuleFinding timely(bool kept, Time call) const
    {
        for (const Avoidance& a : avoidances_)
            if (a.track == of_track_.track && a.airspace == airspace_ && a.call && call > *a.call)
                return RuleFinding::after_last_avoidance;
        return kept ? RuleFinding::in_time : RuleFinding::late;
    }

    void check_first_call()
    {
        if (calls_.empty())
            return;
        const CallReport& first = call(0);
        const Time at = first.call.time;
        const auto distance = distance_at(at);
        if (rules_.first_call_m && distance) {
            RuleCheck& check = add("first_call", timely(*distance >= *rules_.first_call_m, at), at, "m",
                                   fmt::format("the first call to {} came {:.0f} m from {}, asked are {:.0f} m",
                                               of_track_.track, *distance, airspace_, *rules_.first_call_m));
            number(check, *rules_.first_call_m, *distance);
            check.call = calls_[0];
        }
        if (rules_.first_call_s && visit_ != nullptr) {
            const double before_s = to_seconds(visit_->entry.time - at);
            RuleCheck& check =
                add("first_call", timely(before_s >= *rules_.first_call_s, at), at, "s",
                    fmt::format("the first call to {} came {:.1f} s before it entered {}, asked are {:.1f} s",
                                of_track_.track, before_s, airspace_, *rules_.first_call_s));
            number(check, *rules_.first_call_s, before_s);
            check.call = calls_[0];
        }
    }

    void check_intervals()
    {
        for (std::size_t i = 1; rules_.interval_s && i < calls_.size(); ++i) {
            if (visit_ != nullptr && call(i - 1).call.time >= visit_->exit.time)
                return;
            const Time at = call(i).call.time;
            const double gap_s = to_seconds(at - call(i - 1).call.time);
            const bool kept = gap_s <= *rules_.interval_s;
            RuleCheck& check =
                add("interval", kept ? RuleFinding::interval_kept : RuleFinding::interval_exceeded, at, "s",
                    fmt::format("{:.1f} s passed between two calls to {}, asked are {:.1f} s at most", gap_s,
                                of_track_.track, *rules_.interval_s));
            number(check, *rules_.interval_s, gap_s);
            check.call = calls_[i];
        }
    }

    void check_event(std::size_t place)
    {
        const Event& event = report_.events[place];
        const auto before = static_cast<std::size_t>(std::count_if(
            calls_.begin(), calls_.end(), [&](std::size_t i) { return report_.calls.list[i].call.time < event.time; }));
        if (rules_.least_calls && *event.action != RuleAction::call && !counted_) {
            counted_ = true;
            RuleCheck& check = add(
                "least_calls", before >= *rules_.least_calls ? RuleFinding::kept : RuleFinding::too_few, event.time, "",
                fmt::format("{} calls to {} came before '{}', asked are {}", before, of_track_.track, event.title,
                            *rules_.least_calls));
            number(check, static_cast<double>(*rules_.least_calls), static_cast<double>(before));
            check.event = place;
        }
        if (rules_.response_time_s > 0 && *event.action == RuleAction::engage && before > 0) {
            const double left_s = to_seconds(event.time - call(0).call.time);
            RuleCheck& check =
                add("response_time", left_s >= rules_.response_time_s ? RuleFinding::kept : RuleFinding::late,
                    event.time, "s",
                    fmt::format("'{}' came {:.1f} s after the first call to {}, {:.1f} s are given to "
                                "answer",
                                event.title, left_s, of_track_.track, rules_.response_time_s));
            number(check, rules_.response_time_s, left_s);
            check.event = place;
        }
        check_permission(place);
    }

    void check_permission(std::size_t place)
    {
        const Event& event = report_.events[place];
        const auto distance = distance_at(event.time);
        std::optional<double> within_m;
        for (const RulePermission& may : rules_.may)
            if (may.who == event.by && may.action == *event.action)
                within_m = std::max(within_m.value_or(0), may.within_m);
        if (rules_.may.empty() || event.by.empty() || !distance)
            return;
        const bool allowed = within_m && *distance <= *within_m;
        const std::string asked = !within_m       ? "no distance is given for it"
                                  : *within_m > 0 ? fmt::format("it is given within {:.0f} m", *within_m)
                                                  : "it is given inside only";
        RuleCheck& check = add("may", allowed ? RuleFinding::allowed : RuleFinding::not_allowed, event.time, "m",
                               fmt::format("{} was {:.0f} m from {} at '{}' by {}; {}", of_track_.track, *distance,
                                           airspace_, event.title, event.by, asked));
        check.asked = within_m;
        check.found = distance;
        check.event = place;
    }

    const WarningRules& rules_;
    const Track& track_;
    const TrackReport& of_track_;
    const Report& report_;
    std::span<const Avoidance> avoidances_;
    const AnalysisGround& ground_;
    std::vector<std::size_t> calls_;  ///< places in the report's list
    const Visit* visit_ = nullptr;    ///< the first
    std::string airspace_;
    double closest_m_ = 0;
    bool counted_ = false;  ///< the calls, once, at the first event
    std::vector<RuleCheck> found_;
};

}  // namespace

std::vector<RuleCheck> check_rules(const WarningRules& rules, std::span<const Track> tracks, const Report& report,
                                   std::span<const Avoidance> avoidances, const AnalysisGround& ground)
{
    std::vector<RuleCheck> all;
    for (std::size_t i = 0; i < tracks.size(); ++i)
        for (RuleCheck& check : TrackCheck{rules, tracks[i], report.tracks[i], report, avoidances, ground}.all())
            all.push_back(std::move(check));
    return all;
}

}  // namespace incursion

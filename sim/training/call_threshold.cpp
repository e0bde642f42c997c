#include "sim/training/call_threshold.h"

#include <algorithm>
#include <chrono>

#include "sim/analysis/crossing_finder.h"
#include "sim/analysis/held_course.h"

namespace incursion {

namespace {

constexpr Duration look_every = std::chrono::seconds{1};
constexpr Duration resolution = std::chrono::milliseconds{1};

/// The foreign ones of that key.
AirspaceSet protected_from(const Belonging& belonging, const std::string& key, const Airspaces& airspaces)
{
    AirspaceSet set = airspaces_with_key(airspaces, key);
    std::erase_if(set, [&](AirspaceId a) { return !is_foreign(airspaces[a], belonging); });
    return set;
}

class Nearing {
public:
    Nearing(const Track& track, AirspaceSet airspaces, const WarningRules& rules, const AnalysisGround& ground)
        : path_{track, ground.options.legs},
          airspaces_{std::move(airspaces)},
          border_{ground.distances.of(airspaces_)},
          index_{ground.index},
          finder_{ground.airspaces, ground.index, {LegReading::geodesic, {}, ground.options.heights}},
          within_m_{rules.first_call_m || rules.first_call_s ? rules.first_call_m : rules.buffer_m},
          within_s_{rules.first_call_s}
    {
    }

    bool at(Time t)
    {
        const LonLat place = path_.at(t);
        const AirspaceSet here = index_.airspaces_at(place);
        if (std::any_of(here.begin(), here.end(), [&](AirspaceId a) { return is_protected(a); }))
            return true;
        if (within_m_ && !border_.empty() && border_.nearest(place)->distance_m < *within_m_)
            return true;
        return within_s_ && soon_inside(t, *within_s_);
    }

private:
    bool is_protected(AirspaceId a) const { return std::binary_search(airspaces_.begin(), airspaces_.end(), a); }

    bool soon_inside(Time t, double within_s)
    {
        const auto held = held_course(path_, t, seconds(within_s));
        if (!held)
            return false;
        const auto& crossings = finder_.find(*held);
        return std::any_of(crossings.begin(), crossings.end(),
                           [&](const Crossing& c) { return c.way == Way::in && is_protected(c.airspace); });
    }

    TrackPath path_;
    AirspaceSet airspaces_;
    const BorderDistance& border_;
    const BorderIndex& index_;
    CrossingFinder finder_;
    std::optional<double> within_m_, within_s_;
};

std::optional<Time> first_within(Nearing& nearing, TimeSpan span)
{
    Time before = span.from;
    for (Time t = span.from; t <= span.to; t = t < span.to ? std::min(t + look_every, span.to) : t + look_every) {
        if (nearing.at(t)) {
            while (t - before > resolution) {
                const Time middle = before + (t - before) / 2;
                (nearing.at(middle) ? t : before) = middle;
            }
            return t;
        }
        before = t;
    }
    return std::nullopt;
}

}  // namespace

bool has_call_threshold(const WarningRules& rules)
{
    return rules.first_call_m || rules.first_call_s || rules.buffer_m;
}

std::optional<Time> call_threshold(const Track& track, const Belonging& belonging, const WarningRules& rules,
                                   const AnalysisGround& ground)
{
    AirspaceSet airspaces = protected_from(belonging, rules.airspace, ground.airspaces);
    if (airspaces.empty() || !has_call_threshold(rules))
        return std::nullopt;
    const std::vector<TimeSpan> observed = observed_spans(track, ground.options.max_gap);
    if (observed.empty())
        return std::nullopt;
    Nearing nearing{track, std::move(airspaces), rules, ground};
    for (const TimeSpan& span : observed)
        if (const auto t = first_within(nearing, span))
            return t;
    return std::nullopt;
}

}  // namespace incursion

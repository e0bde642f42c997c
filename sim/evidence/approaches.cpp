#include "sim/evidence/approaches.h"

#include <algorithm>
#include <chrono>

#include "sim/analysis/crossing_finder.h"
#include "sim/analysis/extreme_distance.h"
#include "sim/analysis/held_course.h"

namespace incursion {

namespace {

constexpr Duration resolution = std::chrono::milliseconds{10};
constexpr Duration look_every = std::chrono::seconds{1};
constexpr Duration held_for = std::chrono::minutes{5};

void append(std::vector<TimeSpan>& spans, TimeSpan next)
{
    if (next.empty())
        return;
    if (!spans.empty() && next.from <= spans.back().to)
        spans.back().to = std::max(spans.back().to, next.to);
    else
        spans.push_back(next);
}

/// Where a track is nearer to a border than so much. The distance changes by no more than the path flown, so a long
/// way off one look tells of a long stretch.
class Nearness {
public:
    Nearness(const TrackPath& path, const BorderDistance& border, double within_m)
        : path_{path}, border_{border}, within_m_{within_m}
    {
    }

    void add(TimeSpan span, std::vector<TimeSpan>& near) const
    {
        if (!span.empty() && !border_.empty())
            add(look(span.from), look(span.to), near);
    }

private:
    struct Look {
        Time time{};
        double distance_m = 0, path_m = 0;
    };
    Look look(Time t) const { return {t, border_.nearest(path_.at(t))->distance_m, path_.distance_at(t)}; }

    void add(const Look& a, const Look& b, std::vector<TimeSpan>& near) const
    {
        const double middle_m = (a.distance_m + b.distance_m) / 2;
        const double reach_m = (b.path_m - a.path_m) / 2;
        if (middle_m - reach_m >= within_m_)
            return;
        if (middle_m + reach_m < within_m_ || b.time - a.time <= resolution) {
            if (middle_m < within_m_)
                append(near, {a.time, b.time});
            return;
        }
        const Look middle = look(a.time + (b.time - a.time) / 2);
        add(a, middle, near);
        add(middle, b, near);
    }

    const TrackPath& path_;
    const BorderDistance& border_;
    double within_m_;
};

/// The visits of one key as approaches, those without a pause between them as one.
std::vector<Approach> visits_as_approaches(const TrackReport& report, const std::string& key)
{
    std::vector<Approach> visits;
    for (const Visit& v : report.visits) {
        if (!v.foreign || v.airspace != key)
            continue;
        const bool ends = v.exit.by == CrossedBy::end;
        if (visits.empty() || visits.back().inside->to < v.entry.time) {
            const TimeSpan inside{v.entry.time, v.exit.time};
            visits.push_back({key, {}, inside.from, inside, v.entry.by != CrossedBy::start, !ends, 0});
        } else if (visits.back().inside->to <= v.exit.time) {
            visits.back().inside->to = v.exit.time;
            visits.back().seen_leaving = !ends;
        }
    }
    return visits;
}

/// Adds what is within the buffer in one observed part.
void add_near(std::vector<Approach>& found, const std::string& key, const std::vector<Approach>& visits,
              TimeSpan observed, const TrackPath& path, const BorderDistance& border, double buffer_m)
{
    const Nearness nearness{path, border, buffer_m};
    std::vector<TimeSpan> stays;
    Time out = observed.from;
    for (const Approach& v : visits) {
        if (v.inside->to <= observed.from || v.inside->from >= observed.to)
            continue;
        nearness.add({out, v.inside->from}, stays);
        append(stays, *v.inside);
        out = v.inside->to;
    }
    nearness.add({out, observed.to}, stays);

    for (const TimeSpan& stay : stays) {
        Time near = stay.from;
        for (const Approach& v : visits)
            if (stay.from <= v.inside->from && v.inside->to <= stay.to) {
                found.push_back(v);
                found.back().near = near;
                near = v.inside->to;
            }
        if (near == stay.from)
            found.push_back(
                {key, {{}, stay.to}, near, {}, true, true, least_distance(path, stay, border).distance_m});
    }
}

/// From the end of the latest approach before.
void share_out_calls(std::vector<Approach>& approaches)
{
    for (Approach& a : approaches)
        if (a.inside)
            a.calls.to = a.inside->to;
    std::stable_sort(approaches.begin(), approaches.end(), [](const Approach& a, const Approach& b) {
        return a.calls.to != b.calls.to ? a.calls.to < b.calls.to : a.airspace < b.airspace;
    });
    for (Approach& a : approaches) {
        a.calls.from = Time::min();
        for (const Approach& other : approaches)
            if (other.calls.to <= a.near)
                a.calls.from = std::max(a.calls.from, other.calls.to);
    }
}

/// Whether an aircraft would soon be inside if it kept its velocity.
class Heading {
public:
    Heading(const Track& track, const std::string& airspace, const AnalysisGround& ground)
        : path_{track, ground.options.legs},
          airspace_{airspace},
          airspaces_{ground.airspaces},
          finder_{ground.airspaces, ground.index, {LegReading::geodesic, {}, ground.options.heights}}
    {
    }

    bool at(Time t)
    {
        const auto held = held_course(path_, t, held_for);
        if (!held)
            return false;
        const auto& crossings = finder_.find(*held);
        return std::any_of(crossings.begin(), crossings.end(), [&](const Crossing& c) {
            return c.way == Way::in && airspaces_[c.airspace].key == airspace_;
        });
    }

    void add(TimeSpan span, std::vector<TimeSpan>& spans)
    {
        Time from = span.from;
        if (span.empty())
            return;
        for (bool heads = at(from); from < span.to;) {
            const Time to = std::min(from + look_every, span.to);
            const bool then = at(std::max(from, to - resolution));
            const Time change = then == heads ? to : change_between(from, to, heads);
            append(spans, heads ? TimeSpan{from, change} : TimeSpan{change, to});
            heads = then;
            from = to;
        }
    }

private:
    Time change_between(Time a, Time b, bool at_a)
    {
        while (b - a > resolution) {
            const Time middle = a + (b - a) / 2;
            (at(middle) == at_a ? a : b) = middle;
        }
        return b;
    }

    TrackPath path_;
    const std::string& airspace_;
    const Airspaces& airspaces_;
    CrossingFinder finder_;
};

}  // namespace

std::vector<Approach> find_approaches(const Track& track, const TrackReport& report, const std::string& airspace,
                                      std::optional<double> buffer_m, const AnalysisGround& ground)
{
    const std::vector<TimeSpan> observed = observed_spans(track, ground.options.max_gap);
    if (observed.empty())
        return {};
    const TrackPath path{track, ground.options.legs};
    std::vector<Approach> found;
    for (const ClosestApproach& closest : report.closest_approach) {
        const std::string& key = closest.airspace;
        if (!airspace.empty() && key != airspace)
            continue;
        const std::vector<Approach> visits = visits_as_approaches(report, key);
        if (!buffer_m) {
            found.insert(found.end(), visits.begin(), visits.end());
            continue;
        }
        if (closest.distance_m >= *buffer_m)
            continue;
        const BorderDistance& border = ground.distances.of(airspaces_with_key(ground.airspaces, key));
        for (const TimeSpan& span : observed)
            add_near(found, key, visits, span, path, border, *buffer_m);
    }
    share_out_calls(found);
    for (Approach& a : found)
        if (!buffer_m && a.seen_coming)
            a.near = std::max(a.calls.from, observed.front().from);
    return found;
}

std::vector<TimeSpan> spans_to_call(const Approach& approach, const Track& track, const AnalysisGround& ground)
{
    std::vector<TimeSpan> spans;
    Heading heading{track, approach.airspace, ground};
    const TimeSpan outside{approach.near, approach.inside ? approach.inside->from : approach.calls.to};
    for (const TimeSpan& observed : observed_spans(track, ground.options.max_gap))
        heading.add({std::max(observed.from, outside.from), std::min(observed.to, outside.to)}, spans);
    if (approach.inside)
        append(spans, *approach.inside);
    return spans;
}

}  // namespace incursion

#include "sim/analysis/track_report.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "sim/analysis/extreme_distance.h"
#include "sim/analysis/span_sum.h"
#include "sim/analysis/visits.h"

namespace incursion {

namespace {

void add_dwell(TrackReport& report, const Airspaces& airspaces)
{
    std::map<std::string, Duration> dwell;
    for (const Airspace& a : airspaces.list)
        dwell[a.key];
    std::vector<TimeSpan> anywhere, foreign;
    for (const Visit& v : report.visits) {
        const TimeSpan span{v.entry.time, v.exit.time};
        dwell[v.airspace] += span.length();
        anywhere.push_back(span);
        if (v.foreign)
            foreign.push_back(span);
    }
    dwell[""] += report.observed - covered_length(anywhere);
    report.foreign = covered_length(foreign);
    report.dwell.assign(dwell.begin(), dwell.end());
}

/// Nearest over all observed parts.
DistanceAt least_over(const std::vector<TimeSpan>& spans, const TrackPath& path, const BorderDistance& border)
{
    DistanceAt least = least_distance(path, spans.front(), border);
    for (std::size_t i = 1; i < spans.size(); ++i)
        if (const DistanceAt next = least_distance(path, spans[i], border); next.distance_m < least.distance_m)
            least = next;
    return least;
}

void add_closest_approaches(TrackReport& report, const TrackPath& path, const std::vector<TimeSpan>& observed,
                            const Belonging& belonging, const AnalysisGround& ground)
{
    std::set<std::string> keys;
    for (const AirspaceId id : foreign_airspaces(ground.airspaces, belonging))
        keys.insert(ground.airspaces[id].key);
    for (const std::string& key : keys) {
        const auto visit =
            std::find_if(report.visits.begin(), report.visits.end(), [&](const Visit& v) { return v.airspace == key; });
        if (visit != report.visits.end()) {
            report.closest_approach.push_back({key, visit->entry.time, 0});
            continue;
        }
        const BorderDistance& border = ground.distances.of(airspaces_with_key(ground.airspaces, key));
        if (border.empty())
            continue;
        const DistanceAt least = least_over(observed, path, border);
        report.closest_approach.push_back({key, least.time, least.distance_m});
    }
}

/// One approach, to whichever foreign airspace was nearest; the first entered where one was.
void add_nearest_approach(TrackReport& report, const TrackPath& path, const std::vector<TimeSpan>& observed,
                          const Belonging& belonging, const AnalysisGround& ground)
{
    const auto visit =
        std::find_if(report.visits.begin(), report.visits.end(), [](const Visit& v) { return v.foreign; });
    if (visit != report.visits.end()) {
        report.closest_approach.push_back({visit->airspace, visit->entry.time, 0});
        return;
    }
    const BorderDistance& border = ground.distances.of(foreign_airspaces(ground.airspaces, belonging));
    if (border.empty())
        return;
    const DistanceAt least = least_over(observed, path, border);
    const auto nearest = border.nearest(path.at(least.time));
    for (const AirspaceId owner : ground.index.edges().owners(nearest->edge))
        if (is_foreign(ground.airspaces[owner], belonging)) {
            report.closest_approach.push_back({ground.airspaces[owner].key, least.time, least.distance_m});
            return;
        }
}

}  // namespace

TrackReport analyse_track(const Track& track, const Belonging& belonging, const AnalysisGround& ground)
{
    TrackReport report;
    report.track = track.id();
    report.state = belonging.state;
    report.datum = track.datum();
    report.fixes = track.fixes().size();
    report.span = track.span();
    const std::vector<TimeSpan> observed = observed_spans(track, ground.options.max_gap);
    report.observed = total_length(observed);
    report.gap = report.span.length() - report.observed;
    if (!observed.empty()) {
        const TrackPath path{track, ground.options.legs};
        for (const TimeSpan& s : observed)
            report.path_m += path.distance_at(s.to) - path.distance_at(s.from);
        const std::vector<Crossing> crossings = find_crossings(track, ground.airspaces, ground.index, ground.options);
        for (PlacedVisit& placed : visits_of(crossings, path, ground.airspaces, belonging, &ground.distances))
            report.visits.push_back(std::move(placed.visit));
        if (ground.closest == ClosestTo::nearest)
            add_nearest_approach(report, path, observed, belonging, ground);
        else
            add_closest_approaches(report, path, observed, belonging, ground);
    }
    add_dwell(report, ground.airspaces);
    return report;
}

}  // namespace incursion

#include "sim/analysis/calls_report.h"

#include <algorithm>

#include "sim/analysis/track_path.h"

namespace incursion {

namespace {

constexpr std::chrono::hours look_ahead{1};

/// The aircraft as it would fly on: two fixes.
std::optional<Track> held_course(const TrackPath& path, Time t)
{
    const TrackPath::Velocity v = path.velocity_at(t);
    if (!(v.speed_mps > 0))
        return std::nullopt;
    const double ahead_s = to_seconds(look_ahead);
    const LonLat from = path.at(t);
    Fix now{t, from, path.altitude_at(t), std::nullopt};
    Fix then{t + look_ahead, direct(from, v.track, v.speed_mps * ahead_s), std::nullopt, std::nullopt};
    if (now.altitude_m && v.climb_mps)
        then.altitude_m = *now.altitude_m + *v.climb_mps * ahead_s;
    const Result<Track> track = Track::make("", path.track().datum(), {now, then});
    return track ? std::optional{*track} : std::nullopt;
}

/// The first time that the aircraft would come into (or, inside, out of) an airspace of that key.
std::optional<Time> border_met(const TrackPath& path, Time t, const std::string& key, bool inside,
                               const AnalysisGround& ground)
{
    const auto course = held_course(path, t);
    if (!course)
        return std::nullopt;
    for (const Crossing& c : find_crossings(*course, ground.airspaces, ground.index, {LegReading::geodesic, {}})) {
        const bool wanted = ground.airspaces[c.airspace].key == key && c.way == (inside ? Way::out : Way::in);
        if (wanted && c.by != CrossedBy::start && c.by != CrossedBy::end)
            return c.time;
    }
    return std::nullopt;
}

/// The foreign airspace that holds a place, or whose border is nearest to it.
struct ForeignBorder {
    AirspaceId airspace;
    bool inside = false;
    double distance_m = 0;
};

std::optional<ForeignBorder> foreign_border(LonLat place, const Belonging& belonging, const AnalysisGround& ground)
{
    const AirspaceSet foreign = foreign_airspaces(ground.airspaces, belonging);
    for (const AirspaceId id : ground.index.airspaces_at(place))
        if (std::binary_search(foreign.begin(), foreign.end(), id))
            if (const auto nearest = ground.distances.of({id}).nearest(place))
                return ForeignBorder{id, true, nearest->distance_m};
    const auto nearest = ground.distances.of(foreign).nearest(place);
    if (!nearest)
        return std::nullopt;
    for (const AirspaceId owner : ground.index.edges().owners(nearest->edge))
        if (std::binary_search(foreign.begin(), foreign.end(), owner))
            return ForeignBorder{owner, false, nearest->distance_m};
    return std::nullopt;
}

bool flies_at(const Track& track, Time t)
{
    const TimeSpan span = track.span();
    return track.fixes().size() > 1 && span.from <= t && t <= span.to;
}

/// REQUIRES: the call was made during the track.
void add_border(CallReport& report, const CalledAircraft& aircraft, const TrackPath& path, const AnalysisGround& ground)
{
    const Time t = report.call.time;
    const auto border = foreign_border(path.at(t), aircraft.belonging, ground);
    if (!border)
        return;
    report.airspace = ground.airspaces[border->airspace].key;
    report.distance_to_border_m = border->inside ? -border->distance_m : border->distance_m;
    if (const auto met = border_met(path, t, report.airspace, border->inside, ground))
        report.time_to_border_s = to_seconds(*met - t);
}

}  // namespace

CallsReport analyse_calls(std::vector<Call> calls, const std::map<std::string, CalledAircraft>& aircraft,
                          const AnalysisGround& ground)
{
    std::stable_sort(calls.begin(), calls.end(), [](const Call& p, const Call& q) { return p.time < q.time; });
    CallsReport report;
    std::map<std::string, TrackPath> paths;  // of the aircraft called
    for (std::size_t i = 0; i < calls.size(); ++i) {
        if (i > 0)
            report.intervals_s.push_back(to_seconds(calls[i].time - calls[i - 1].time));
        CallReport call;
        call.call = calls[i];
        const auto called = aircraft.find(calls[i].to);
        if (called != aircraft.end() && flies_at(called->second.track, calls[i].time)) {
            const auto path = paths.try_emplace(called->first, called->second.track, ground.options.legs).first;
            add_border(call, called->second, path->second, ground);
        }
        const bool entered = called != aircraft.end() && called->second.first_foreign_entry &&
                             *called->second.first_foreign_entry <= calls[i].time;
        report.before_first_entry += entered ? 0 : 1;
        report.list.push_back(std::move(call));
    }
    if (calls.size() > 1) {
        report.span = calls.back().time - calls.front().time;
        report.mean_interval_s = to_seconds(report.span) / static_cast<double>(calls.size() - 1);
    }
    return report;
}

}  // namespace incursion

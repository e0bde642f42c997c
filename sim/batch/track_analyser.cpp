#include "sim/batch/track_analyser.h"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

#include "sim/analysis/span_sum.h"
#include "sim/analysis/track_path.h"
#include "sim/analysis/visits.h"

namespace incursion {

namespace {

constexpr std::string_view unlimited_track = "tracks that cannot be set against floors and ceilings";

PathPoint path_point_of(const VisitEnd& end)
{
    return {end.time, end.place, end.altitude_m};
}

}  // namespace

TrackAnalyser::TrackAnalyser(const BatchGround& ground, const BatchAnalysis& analysis)
    : ground_{ground}, analysis_{analysis}, finder_{ground.airspaces, ground.index, analysis.crossings}
{
    for (const Airspace& airspace : ground.airspaces.list) {
        foreign_.push_back(is_foreign(airspace, analysis.belonging));
        limited_ = limited_ || airspace.has_limits();
    }
}

const TrackFindings* TrackAnalyser::analyse(TrackPiece piece, RowProblems& problems)
{
    const std::int64_t line = piece.lines.empty() ? 0 : piece.lines.front();
    Result<Track> made = Track::make(std::move(piece.id), piece.datum, std::move(piece.fixes));
    if (!made) {
        problems.add("tracks that are none", line, made.problem());
        return nullptr;
    }
    const Track& track = *made;
    if (track.fixes().empty())
        return nullptr;
    if (const auto problem = limited_ ? datums_problem(track, ground_.airspaces, analysis_.crossings.heights)
                                      : std::nullopt) {
        problems.add(unlimited_track, line, problem->message + "; track left out");
        return nullptr;
    }
    findings_.track = track.id();
    findings_.datum = track.datum();
    findings_.fixes = std::ssize(track.fixes());
    findings_.span = track.span();
    findings_.visits.clear();
    find_visits(track);
    if (const auto& unknown = finder_.unknown_ground(); unknown && track.fixes().size() > 1) {
        const Problem problem = unknown_ground_problem(*unknown, track, ground_.airspaces, analysis_.crossings);
        problems.add(unlimited_track, line, problem.message + "; track left out");
        return nullptr;
    }
    return &findings_;
}

void TrackAnalyser::find_visits(const Track& track)
{
    std::vector<Crossing> crossings;
    if (track.fixes().size() > 1)
        crossings = finder_.find(track);
    add_times(track, crossings);
    if (analysis_.foreign_only)
        std::erase_if(crossings, [&](const Crossing& c) { return !foreign_[c.airspace.index]; });
    if (crossings.empty())
        return;
    const TrackPath path{track, analysis_.crossings.legs};
    auto visits = visits_of(crossings, path, ground_.airspaces, analysis_.belonging,
                            analysis_.depth ? &ground_.distances : nullptr);
    for (PlacedVisit& placed : visits) {
        FoundVisit& found = findings_.visits.emplace_back();
        found.airspace = placed.airspace;
        if (analysis_.paths)
            found.path = path_of(track, placed.visit);
        found.visit = std::move(placed.visit);
        found.visit.airspace.clear();
        found.visit.owner.clear();
    }
}

void TrackAnalyser::add_times(const Track& track, std::span<const Crossing> crossings)
{
    const std::vector<TimeSpan> observed = observed_spans(track, analysis_.crossings.max_gap);
    std::map<AirspaceId, Time> entered;
    std::vector<TimeSpan> anywhere, foreign;
    for (const Crossing& c : crossings) {
        if (c.way == Way::in) {
            entered[c.airspace] = c.time;
            continue;
        }
        anywhere.push_back({entered[c.airspace], c.time});
        if (foreign_[c.airspace.index])
            foreign.push_back(anywhere.back());
    }
    findings_.observed = total_length(observed);
    findings_.outside = findings_.observed - covered_length(std::move(anywhere));
    findings_.foreign = covered_length(std::move(foreign));
}

std::vector<PathPoint> TrackAnalyser::path_of(const Track& track, const Visit& visit) const
{
    const auto fixes = track.fixes();
    const auto by_time = [](Time t, const Fix& fix) { return t < fix.time; };
    auto fix = std::upper_bound(fixes.begin(), fixes.end(), visit.entry.time, by_time);
    std::vector<PathPoint> path{path_point_of(visit.entry)};
    for (; fix != fixes.end() && fix->time < visit.exit.time; ++fix)
        path.push_back({fix->time, fix->place, fix->altitude_m});
    path.push_back(path_point_of(visit.exit));
    return path;
}

}  // namespace incursion

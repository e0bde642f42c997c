#include "sim/incident/claim_subject.h"

#include <algorithm>

#include "sim/analysis/crossings.h"
#include "sim/analysis/nearest_to_place.h"
#include "sim/geo/geodesic.h"

namespace incursion {

ClaimSubject::ClaimSubject(const Claim& claim, const Scenario& scenario, const Incident& incident, std::size_t aircraft)
    : claim_{&claim}, aircraft_{&scenario.aircraft[aircraft]}, report_{&incident.report.tracks[aircraft]},
      observed_{observed_spans(incident.tracks[aircraft], scenario.max_gap)}
{
    if (incident.tracks[aircraft].fixes().size() > 1)
        path_.emplace(incident.tracks[aircraft], scenario.legs);
    for (const Visit& v : report_->visits)
        if (v.airspace == claim.airspace)
            visits_.push_back(&v);
}

double ClaimSubject::dwell_s() const
{
    Duration dwell{};
    for (const Visit* v : visits_)
        dwell += v->duration();
    return to_seconds(dwell);
}

double ClaimSubject::max_depth_m() const
{
    double depth = 0;
    for (const Visit* v : visits_)
        depth = std::max(depth, v->max_depth_m);
    return depth;
}

double ClaimSubject::path_inside_m() const
{
    double path = 0;
    for (const Visit* v : visits_)
        path += v->path_m;
    return path;
}

std::optional<double> ClaimSubject::min_distance_m() const
{
    for (const ClosestApproach& c : report_->closest_approach)
        if (c.airspace == claim_->airspace)
            return c.distance_m;
    return std::nullopt;
}

std::optional<double> ClaimSubject::altitude_m() const
{
    const auto when = moment();
    return when && path_ ? path_->altitude_at(*when) : std::nullopt;
}

std::optional<double> ClaimSubject::ground_speed_mps() const
{
    if (dwell_s() > 0)
        return path_inside_m() / dwell_s();
    const auto when = moment();
    return when && path_ ? std::optional{path_->velocity_at(*when).speed_mps} : std::nullopt;
}

std::optional<Time> ClaimSubject::entry_time() const
{
    if (visits_.empty() || visits_.front()->entry.by == CrossedBy::start)
        return std::nullopt;
    return visits_.front()->entry.time;
}

std::optional<DistanceAt> ClaimSubject::nearest_to(LonLat place) const
{
    std::optional<DistanceAt> nearest;
    for (const TimeSpan& span : observed_)
        if (const DistanceAt next = nearest_to_place(*path_, span, place);
            !nearest || next.distance_m < nearest->distance_m)
            nearest = next;
    return nearest;
}

std::optional<DistanceAt> ClaimSubject::distance_at(Time time, LonLat place) const
{
    for (const TimeSpan& span : observed_)
        if (span.from <= time && time <= span.to)
            return DistanceAt{time, distance_m(path_->at(time), place)};
    return std::nullopt;
}

std::optional<Time> ClaimSubject::moment() const
{
    if (!visits_.empty())
        return visits_.front()->entry.time;
    for (const ClosestApproach& c : report_->closest_approach)
        if (c.airspace == claim_->airspace)
            return c.time;
    return report_->fixes > 0 ? std::optional{report_->span.from} : std::nullopt;
}

}  // namespace incursion

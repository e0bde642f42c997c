#include "sim/incident/claims.h"

#include <algorithm>
#include <cmath>

#include "sim/analysis/track_path.h"
#include "sim/flight/performance.h"

namespace incursion {

namespace {

/// What a claim speaks of, found in the incident.
struct Subject {
    const Aircraft* aircraft = nullptr;
    const TrackReport* report = nullptr;
    std::optional<TrackPath> path;     ///< none of a track that goes nowhere
    std::vector<const Visit*> visits;  ///< to the airspace of the claim
};

Subject subject_of(const Claim& claim, const Scenario& scenario, const Incident& incident)
{
    Subject subject;
    for (std::size_t i = 0; i < scenario.aircraft.size(); ++i)
        if (scenario.aircraft[i].id == claim.aircraft) {
            subject.aircraft = &scenario.aircraft[i];
            subject.report = &incident.report.tracks[i];
            if (incident.tracks[i].fixes().size() > 1)
                subject.path.emplace(incident.tracks[i], scenario.legs);
        }
    if (subject.report != nullptr)
        for (const Visit& v : subject.report->visits)
            if (v.airspace == claim.airspace)
                subject.visits.push_back(&v);
    return subject;
}

/// Where the claim's figures are measured: at the entry, or where the aircraft came nearest.
std::optional<Time> moment_of(const Claim& claim, const Subject& s)
{
    if (s.report == nullptr)
        return std::nullopt;
    if (!s.visits.empty())
        return s.visits.front()->entry.time;
    for (const ClosestApproach& c : s.report->closest_approach)
        if (c.airspace == claim.airspace)
            return c.time;
    return s.report->fixes > 0 ? std::optional{s.report->span.from} : std::nullopt;
}

double path_inside_m(const Subject& s)
{
    double path = 0;
    for (const Visit* v : s.visits)
        path += v->path_m;
    return path;
}

double dwell_s(const Subject& s)
{
    Duration dwell{};
    for (const Visit* v : s.visits)
        dwell += v->duration();
    return to_seconds(dwell);
}

double max_depth_m(const Subject& s)
{
    double depth = 0;
    for (const Visit* v : s.visits)
        depth = std::max(depth, v->max_depth_m);
    return depth;
}

std::optional<double> min_distance_m(const Claim& claim, const Subject& s)
{
    for (const ClosestApproach& c : s.report->closest_approach)
        if (c.airspace == claim.airspace)
            return c.distance_m;
    return std::nullopt;
}

std::optional<double> altitude_m(const Claim& claim, const Subject& s)
{
    const auto moment = moment_of(claim, s);
    return moment && s.path ? s.path->altitude_at(*moment) : std::nullopt;
}

/// Mean over the visits; without any, at the nearest point.
std::optional<double> ground_speed_mps(const Claim& claim, const Subject& s)
{
    if (dwell_s(s) > 0)
        return path_inside_m(s) / dwell_s(s);
    const auto moment = moment_of(claim, s);
    return moment && s.path ? std::optional{s.path->velocity_at(*moment).speed_mps} : std::nullopt;
}

/// The calls of a claim: those of its account, to its aircraft where it names one.
std::vector<Time> calls_of(const Claim& claim, const Incident& incident)
{
    std::vector<Time> times;
    for (const CallReport& c : incident.report.calls.list)
        if (c.call.account == claim.account && (claim.aircraft.empty() || c.call.to == claim.aircraft))
            times.push_back(c.call.time);
    return times;
}

void add_track_figures(ClaimReport& report, const Claim& claim, const Subject& s)
{
    const auto add = [&](const char* what, const char* unit, const std::optional<double>& claimed, auto found) {
        if (claimed)
            report.figures.push_back({what, unit, *claimed, s.report != nullptr ? found() : std::nullopt});
    };
    using Found = std::optional<double>;
    add("dwell", "s", claim.dwell_s, [&] { return Found{dwell_s(s)}; });
    add("depth", "m", claim.depth_m, [&] { return Found{max_depth_m(s)}; });
    add("length", "m", claim.length_m, [&] { return Found{path_inside_m(s)}; });
    add("min_distance", "m", claim.min_distance_m, [&] { return min_distance_m(claim, s); });
    add("altitude", "m", claim.altitude_m, [&] { return altitude_m(claim, s); });
    add("speed", "m/s", claim.speed_mps, [&] { return ground_speed_mps(claim, s); });
}

void add_call_figures(ClaimReport& report, const Claim& claim, const Incident& incident)
{
    const std::vector<Time> calls = calls_of(claim, incident);
    if (claim.calls)
        report.figures.push_back(
            {"calls", "", static_cast<double>(*claim.calls), static_cast<double>(calls.size())});
    if (claim.calls_span_s) {
        std::optional<double> span;
        if (calls.size() > 1)
            span = to_seconds(calls.back() - calls.front());
        report.figures.push_back({"calls_span", "s", *claim.calls_span_s, span});
    }
}

/// So many metres in so many seconds, at a claimed or found altitude.
void add_arithmetic(ClaimReport& report, const Claim& claim, const Subject& s)
{
    if (!claim.dwell_s || !(*claim.dwell_s > 0))
        return;
    std::optional<double> altitude = claim.altitude_m;
    if (!altitude && s.report != nullptr)
        altitude = altitude_m(claim, s);
    const auto add = [&](const char* basis, double path_m) {
        SpeedArithmetic a;
        a.basis = basis;
        a.path_m = path_m;
        a.dwell_s = *claim.dwell_s;
        a.speed_mps = path_m / *claim.dwell_s;
        a.altitude_m = altitude.value_or(0);
        if (s.aircraft != nullptr && s.aircraft->type && altitude) {
            const SpeedRange range = speed_range(*s.aircraft->type, *altitude);
            a.least_speed_mps = range.least_tas_mps;
            a.greatest_speed_mps = range.greatest_tas_mps;
        }
        report.arithmetic.push_back(a);
    };
    if (claim.length_m)
        add("claimed length in claimed dwell", *claim.length_m);
    if (s.report != nullptr && !s.visits.empty())
        add("flown path in claimed dwell", path_inside_m(s));
}

}  // namespace

ClaimReport check_claim(const Claim& claim, const Scenario& scenario, const Incident& incident)
{
    ClaimReport report;
    report.claim = claim;
    const Subject subject = subject_of(claim, scenario, incident);
    add_track_figures(report, claim, subject);
    add_call_figures(report, claim, incident);
    add_arithmetic(report, claim, subject);
    return report;
}

}  // namespace incursion

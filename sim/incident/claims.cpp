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

void add_readings(ClaimReport& report, const char* what, const char* unit, const ClaimedFigure& claimed,
                  const std::optional<double>& found)
{
    for (std::size_t i = 0; i < claimed.readings.size(); ++i) {
        const ClaimReading& reading = claimed.readings[i];
        report.figures.push_back({what, unit, reading.value, found, reading.text, reading.half_step,
                                  found && claimed.holds(*found, i)});
    }
}

void add_track_figures(ClaimReport& report, const Claim& claim, const Subject& s)
{
    const auto add = [&](const char* what, const char* unit, const std::optional<ClaimedFigure>& claimed, auto found) {
        if (claimed)
            add_readings(report, what, unit, *claimed, s.report != nullptr ? found() : std::nullopt);
    };
    using Found = std::optional<double>;
    add("dwell", "s", claim.dwell, [&] { return Found{dwell_s(s)}; });
    add("depth", "m", claim.depth, [&] { return Found{max_depth_m(s)}; });
    add("length", "m", claim.length, [&] { return Found{path_inside_m(s)}; });
    add("min_distance", "m", claim.min_distance, [&] { return min_distance_m(claim, s); });
    add("altitude", "m", claim.altitude, [&] { return altitude_m(claim, s); });
    add("speed", "m/s", claim.speed, [&] { return ground_speed_mps(claim, s); });
}

void add_call_figures(ClaimReport& report, const Claim& claim, const Incident& incident)
{
    const std::vector<Time> calls = calls_of(claim, incident);
    if (claim.calls)
        add_readings(report, "calls", "", *claim.calls, static_cast<double>(calls.size()));
    if (claim.calls_span) {
        std::optional<double> span;
        if (calls.size() > 1)
            span = to_seconds(calls.back() - calls.front());
        add_readings(report, "calls_span", "s", *claim.calls_span, span);
    }
}

/// So many metres in so many seconds, at a claimed or found altitude.
class Arithmetic {
public:
    Arithmetic(ClaimReport& report, const Claim& claim, const Subject& subject, std::size_t reading)
        : report_{report}, subject_{subject}, dwell_s_{value_of(claim.dwell, reading).value_or(0)},
          altitude_m_{value_of(claim.altitude, reading)}
    {
        if (!altitude_m_ && subject.report != nullptr)
            altitude_m_ = altitude_m(claim, subject);
    }

    static std::optional<double> value_of(const std::optional<ClaimedFigure>& figure, std::size_t reading)
    {
        if (!figure)
            return std::nullopt;
        return figure->readings[std::min(reading, figure->readings.size() - 1)].value;
    }

    bool has_dwell() const { return dwell_s_ > 0; }

    void add(const char* basis, double path_m)
    {
        SpeedArithmetic a;
        a.basis = basis;
        a.path_m = path_m;
        a.dwell_s = dwell_s_;
        a.speed_mps = path_m / dwell_s_;
        a.altitude_m = altitude_m_.value_or(0);
        if (subject_.aircraft != nullptr && subject_.aircraft->type && altitude_m_) {
            const SpeedRange range = speed_range(*subject_.aircraft->type, *altitude_m_);
            a.least_speed_mps = range.least_tas_mps;
            a.greatest_speed_mps = range.greatest_tas_mps;
        }
        report_.arithmetic.push_back(a);
    }

private:
    ClaimReport& report_;
    const Subject& subject_;
    double dwell_s_;
    std::optional<double> altitude_m_;
};

void add_arithmetic(ClaimReport& report, const Claim& claim, const Subject& s)
{
    for (std::size_t i = 0; i < claim.reading_count(); ++i) {
        Arithmetic arithmetic{report, claim, s, i};
        if (!arithmetic.has_dwell())
            return;
        if (claim.length)
            arithmetic.add("claimed length in claimed dwell", *Arithmetic::value_of(claim.length, i));
        if (i == 0 && s.report != nullptr && !s.visits.empty())
            arithmetic.add("flown path in claimed dwell", path_inside_m(s));
    }
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

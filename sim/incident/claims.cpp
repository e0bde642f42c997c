#include "sim/incident/claims.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/flight/performance.h"
#include "sim/incident/claim_subject.h"
#include "sim/model/same_machine.h"

namespace incursion {

namespace {

/// The calls of a claim: those of its account, to its aircraft where it names one.
std::vector<Time> calls_of(const Claim& claim, const Incident& incident)
{
    std::vector<Time> times;
    for (const CallReport& c : incident.report.calls.list)
        if (c.call.account == claim.account && (claim.aircraft.empty() || c.call.to == claim.aircraft))
            times.push_back(c.call.time);
    return times;
}

void add_readings(ClaimReport& report, const ClaimFigure& figure, const ClaimedFigure& claimed)
{
    for (std::size_t i = 0; i < claimed.readings.size(); ++i) {
        const ClaimReading& reading = claimed.readings[i];
        ClaimFigure read = figure;
        read.claimed = reading.value;
        read.reading = reading.text;
        read.half_step = reading.half_step;
        read.holds = figure.found && claimed.holds(*figure.found, i);
        report.figures.push_back(std::move(read));
    }
}

/// What is set against one track: nothing is found where there is none.
class TrackFigures {
public:
    TrackFigures(ClaimReport& report, const Claim& claim, const Scenario& scenario, const ClaimSubject* subject)
        : report_{report}, claim_{claim}, start_{scenario.span.from}, subject_{subject},
          track_{subject != nullptr ? subject->aircraft().id : claim.aircraft}
    {
    }

    void add_all()
    {
        using Found = std::optional<double>;
        add("dwell", "s", claim_.dwell, [](const ClaimSubject& s) { return Found{s.dwell_s()}; });
        add_depth();
        add("length", "m", claim_.length, [](const ClaimSubject& s) { return Found{s.path_inside_m()}; });
        add("min_distance", "m", claim_.min_distance, [](const ClaimSubject& s) { return s.min_distance_m(); });
        add("altitude", "m", claim_.altitude, [](const ClaimSubject& s) { return s.altitude_m(); });
        add("speed", "m/s", claim_.speed, [](const ClaimSubject& s) { return s.ground_speed_mps(); });
        add_entry_time();
        add_position();
    }

private:
    ClaimFigure figure(const char* what, const char* unit) const
    {
        ClaimFigure figure;
        figure.what = what;
        figure.unit = unit;
        figure.track = track_;
        return figure;
    }

    template <class Finder>
    void add(const char* what, const char* unit, const std::optional<ClaimedFigure>& claimed, const Finder& find)
    {
        if (!claimed)
            return;
        ClaimFigure one = figure(what, unit);
        if (subject_ != nullptr)
            one.found = find(*subject_);
        add_readings(report_, one, *claimed);
    }

    void add_depth()
    {
        if (!claim_.depth_from) {
            add("depth", "m", claim_.depth, [](const ClaimSubject& s) { return std::optional{s.max_depth_m()}; });
            return;
        }
        ClaimFigure one = figure("depth_from", "m");
        one.place = claim_.depth_from;
        if (subject_ != nullptr)
            take(one, subject_->nearest_to(*one.place));
        if (claim_.depth)
            add_readings(report_, one, *claim_.depth);
    }

    void add_entry_time()
    {
        if (!claim_.entry_time)
            return;
        ClaimFigure one = figure("entry_time", "s");
        one.claimed = to_seconds(*claim_.entry_time - start_);
        one.claimed_time = claim_.entry_time;
        one.reading = format_time(*claim_.entry_time);
        one.half_step = claim_.entry_time_half_step_s;
        if (subject_ != nullptr)
            one.found_time = subject_->entry_time();
        if (one.found_time) {
            one.found = to_seconds(*one.found_time - start_);
            one.holds = std::abs(to_seconds(*one.found_time - *one.claimed_time)) <= one.half_step;
        }
        report_.figures.push_back(std::move(one));
    }

    void add_position()
    {
        if (!claim_.position)
            return;
        ClaimFigure one = figure("position", "m");
        one.place = claim_.position;
        one.claimed_time = claim_.position_time;
        one.reading = fmt::format("[{}, {}]", one.place->lon_deg, one.place->lat_deg);
        one.half_step = claim_.position_half_step_m;
        if (subject_ != nullptr)
            take(one, one.claimed_time ? subject_->distance_at(*one.claimed_time, *one.place)
                                       : subject_->nearest_to(*one.place));
        one.holds = one.found && *one.found <= one.half_step;
        report_.figures.push_back(std::move(one));
    }

    static void take(ClaimFigure& figure, const std::optional<DistanceAt>& distance)
    {
        if (!distance)
            return;
        figure.found = distance->distance_m;
        figure.found_time = distance->time;
    }

    ClaimReport& report_;
    const Claim& claim_;
    Time start_;
    const ClaimSubject* subject_;
    std::string track_;
};

ClaimFigure call_figure(const char* what, const char* unit, std::optional<double> found)
{
    ClaimFigure figure;
    figure.what = what;
    figure.unit = unit;
    figure.found = found;
    return figure;
}

void add_call_figures(ClaimReport& report, const Claim& claim, const Incident& incident)
{
    const std::vector<Time> calls = calls_of(claim, incident);
    if (claim.calls)
        add_readings(report, call_figure("calls", "", static_cast<double>(calls.size())), *claim.calls);
    if (claim.calls_span) {
        std::optional<double> span;
        if (calls.size() > 1)
            span = to_seconds(calls.back() - calls.front());
        add_readings(report, call_figure("calls_span", "s", span), *claim.calls_span);
    }
}

/// So many metres in so many seconds, at a claimed or found altitude.
class Arithmetic {
public:
    Arithmetic(ClaimReport& report, const Claim& claim, const ClaimSubject* subject, std::size_t reading)
        : report_{report}, subject_{subject}, dwell_s_{value_of(claim.dwell, reading).value_or(0)},
          altitude_m_{value_of(claim.altitude, reading)}
    {
        if (!altitude_m_ && subject != nullptr)
            altitude_m_ = subject->altitude_m();
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
        if (subject_ != nullptr && subject_->aircraft().type && altitude_m_) {
            const SpeedRange range = speed_range(*subject_->aircraft().type, *altitude_m_);
            a.least_speed_mps = range.least_tas_mps;
            a.greatest_speed_mps = range.greatest_tas_mps;
        }
        report_.arithmetic.push_back(a);
    }

private:
    ClaimReport& report_;
    const ClaimSubject* subject_;
    double dwell_s_;
    std::optional<double> altitude_m_;
};

void add_arithmetic(ClaimReport& report, const Claim& claim, const ClaimSubject* subject)
{
    for (std::size_t i = 0; i < claim.reading_count(); ++i) {
        Arithmetic arithmetic{report, claim, subject, i};
        if (!arithmetic.has_dwell())
            return;
        if (claim.length)
            arithmetic.add("claimed length in claimed dwell", *Arithmetic::value_of(claim.length, i));
        if (i == 0 && subject != nullptr && subject->has_visits())
            arithmetic.add("flown path in claimed dwell", subject->path_inside_m());
    }
}

std::optional<std::size_t> place_of(const std::string& id, const std::vector<Aircraft>& all)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const Aircraft& a) { return a.id == id; });
    if (found == all.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

}  // namespace

ClaimReport check_claim(const Claim& claim, const Scenario& scenario, const Incident& incident)
{
    ClaimReport report;
    report.claim = claim;
    const auto own = place_of(claim.aircraft, scenario.aircraft);
    std::optional<ClaimSubject> subject;
    if (own)
        subject.emplace(claim, scenario, incident, *own);
    const ClaimSubject* of_own = subject ? &*subject : nullptr;
    TrackFigures{report, claim, scenario, of_own}.add_all();
    add_call_figures(report, claim, incident);
    add_arithmetic(report, claim, of_own);
    if (own)
        for (const std::size_t other : same_machine(scenario.aircraft, *own)) {
            const ClaimSubject of_other{claim, scenario, incident, other};
            TrackFigures{report, claim, scenario, &of_other}.add_all();
        }
    return report;
}

}  // namespace incursion

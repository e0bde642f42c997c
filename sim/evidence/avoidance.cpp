#include "sim/evidence/avoidance.h"

#include <algorithm>
#include <cmath>

#include "sim/analysis/crossing_finder.h"
#include "sim/analysis/extreme_distance.h"
#include "sim/base/units.h"
#include "sim/flight/flight.h"
#include "sim/flight/performance.h"
#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr double straight_on_s = 300;
constexpr double longest_turn_s = 900;
constexpr double longest_search_s = 3600;
constexpr double steepest_bank_rad = Angle::degrees(85).rad();

/// A turn that works.
struct WayOut {
    double angle_rad = 0;
    Track flown;
};

/// Decides whether some turn keeps a track out of one airspace.
class Escape {
public:
    Escape(const Track& track, const Visit& visit, const AircraftType& type, const AvoidanceTurn& turn,
           const AnalysisGround& ground)
        : track_{track},
          visit_{visit},
          type_{type},
          turn_{turn},
          ground_{ground},
          finder_{ground.airspaces, ground.index, {LegReading::geodesic, {}, ground.options.heights}}
    {
    }

    std::optional<WayOut> at(Time t)
    {
        for (const double angle_deg : {180.0, -180.0, 135.0, -135.0, 90.0, -90.0, 45.0, -45.0}) {
            const double angle = Angle::degrees(angle_deg).rad();
            auto flown = avoiding_flight(track_, ground_.options.legs, t, angle, type_, turn_);
            if (flown && stays_out(*flown))
                return WayOut{angle, std::move(*flown)};
        }
        return std::nullopt;
    }

private:
    bool stays_out(const Track& flown)
    {
        const auto& crossings = finder_.find(flown);
        return std::none_of(crossings.begin(), crossings.end(), [&](const Crossing& c) {
            return c.way == Way::in && ground_.airspaces[c.airspace].key == visit_.airspace;
        });
    }

    const Track& track_;
    const Visit& visit_;
    const AircraftType& type_;
    const AvoidanceTurn& turn_;
    const AnalysisGround& ground_;
    CrossingFinder finder_;
};

/// From when on a turn may begin.
Time earliest(const Track& track, const TrackReport& report, const Visit& visit, const AnalysisGround& ground)
{
    Time from = std::max(track.span().from, visit.entry.time - seconds(longest_search_s));
    for (const TimeSpan& span : observed_spans(track, ground.options.max_gap))
        if (span.from < visit.entry.time)
            from = std::max(from, span.from);
    for (const Visit& other : report.visits)
        if (other.airspace == visit.airspace && other.exit.time <= visit.entry.time)
            from = std::max(from, other.exit.time);
    return from;
}

void describe(Avoidance& a, Time t, const WayOut& way, const Track& track, const AnalysisGround& ground)
{
    const TrackPath path{track, ground.options.legs};
    const auto velocity = path.velocity_at(t);
    a.turn = t;
    a.call = t - seconds(a.reaction_s);
    a.side = way.angle_rad < 0 ? TurnSide::left : TurnSide::right;
    a.heading = wrapped_to_circle(velocity.track + Angle::radians(way.angle_rad));
    a.place = path.at(t);
    a.tas_mps = velocity.speed_mps;
    const BorderDistance& border = ground.distances.of(airspaces_with_key(ground.airspaces, a.airspace));
    if (border.empty())
        return;
    if (const auto nearest = border.nearest(a.place))
        a.distance_to_border_m = nearest->distance_m;
    a.clearance_m = least_distance({way.flown, LegReading::geodesic}, way.flown.span(), border).distance_m;
}

void search(Avoidance& a, Escape& escape, Time from, const Track& track, const AnalysisGround& ground)
{
    Time late = a.entry;
    double step_s = 0.5;
    std::optional<WayOut> way;
    Time early = a.entry;
    while (!way && early > from) {
        late = early;
        early = std::max(from, early - seconds(step_s));
        step_s *= 8.0 / 7;
        way = escape.at(early);
    }
    if (!way)
        return;
    while (late - early > std::chrono::milliseconds{1}) {
        const Time middle = early + (late - early) / 2;
        auto found = escape.at(middle);
        if (found) {
            early = middle;
            way = std::move(found);
        } else
            late = middle;
    }
    describe(a, early, *way, track, ground);
}

}  // namespace

TurnAway turn_away(const AircraftType& type, const AvoidanceTurn& turn, double altitude_m, double tas_mps)
{
    TurnAway away{type, default_bank_rad, 0};
    const auto most = greatest_bank_rad(type, altitude_m, tas_mps);
    if (turn.bank_rad)
        away.bank_rad = *turn.bank_rad;
    else if (turn.load_factor)
        away.bank_rad = bank_from_load_factor(*turn.load_factor);
    else if (most)
        away.bank_rad = most->value;
    if (most)
        away.bank_rad = std::min(away.bank_rad, most->value);
    away.bank_rad = std::min(away.bank_rad, steepest_bank_rad);
    away.roll_rate_radps = turn.roll_rate_radps.value_or(type.roll_rate_radps.value_or(default_roll_rate_radps));
    away.type.roll_rate_radps = away.roll_rate_radps;
    return away;
}

std::optional<Track> avoiding_flight(const Track& track, LegReading legs, Time t, double angle_rad,
                                     const AircraftType& type, const AvoidanceTurn& turn)
{
    const TrackPath path{track, legs};
    const auto velocity = path.velocity_at(t);
    const auto altitude = path.altitude_at(t);
    if (!(velocity.speed_mps > 0))
        return std::nullopt;
    const TurnAway away = turn_away(type, turn, altitude.value_or(0), velocity.speed_mps);
    const double rate = standard_gravity_mps2 * std::tan(away.bank_rad) / velocity.speed_mps;
    const double turn_s =
        std::min(longest_turn_s, std::abs(angle_rad) / rate + 2 * away.bank_rad / away.roll_rate_radps + 1);

    FlightPlan plan;
    plan.start = {path.at(t), altitude.value_or(0), velocity.track, {SpeedKind::tas, velocity.speed_mps}};
    const TurnTo away_to{velocity.track + Angle::radians(angle_rad),
                         angle_rad < 0 ? TurnSide::left : TurnSide::right,
                         {Angle::radians(away.bank_rad), {}}};
    plan.items.push_back({away_to, {}, {}, "avoidance"});
    FlightOptions options;
    options.span = {t, t + seconds(turn_s)};
    // Legs this short leave the arc by millimetres.
    options.record_interval = seconds(std::max(0.05, turn_s / 2000));
    options.record_from = t;
    const auto flight = fly(plan, away.type, {}, options);
    if (!flight || flight->track.fixes().size() < 2)
        return std::nullopt;

    std::vector<Fix> fixes{flight->track.fixes().begin(), flight->track.fixes().end()};
    const Fix& last = fixes.back();
    const Angle course = inverse(fixes[fixes.size() - 2].place, last.place).azimuth_end;
    Fix end{last.time + seconds(straight_on_s), direct(last.place, course, velocity.speed_mps * straight_on_s), {}, {}};
    fixes.push_back(end);
    for (Fix& fix : fixes)
        fix.altitude_m = altitude;
    auto flown = Track::make(track.id(), track.datum(), std::move(fixes));
    return flown ? std::optional{std::move(flown).value()} : std::nullopt;
}

std::vector<Avoidance> find_avoidances(const Track& track, const TrackReport& report, const AircraftType& type,
                                       const AvoidanceTurn& turn, const AnalysisGround& ground)
{
    std::vector<Avoidance> found;
    for (const Visit& visit : report.visits) {
        if (!visit.foreign || visit.entry.by != CrossedBy::side || track.fixes().size() < 2)
            continue;
        const TrackPath path{track, ground.options.legs};
        Avoidance a;
        a.track = report.track;
        a.airspace = visit.airspace;
        a.entry = visit.entry.time;
        a.reaction_s = turn.reaction_s;
        a.tas_mps = path.velocity_at(a.entry).speed_mps;
        const TurnAway away = turn_away(type, turn, path.altitude_at(a.entry).value_or(0), a.tas_mps);
        a.bank_rad = away.bank_rad;
        a.load_factor = load_factor_from_bank(away.bank_rad);
        a.roll_rate_radps = away.roll_rate_radps;
        Escape escape{track, visit, type, turn, ground};
        search(a, escape, earliest(track, report, visit, ground), track, ground);
        found.push_back(a);
    }
    return found;
}

}  // namespace incursion

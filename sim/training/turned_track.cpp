#include "sim/training/turned_track.h"

#include <utility>
#include <vector>

#include "sim/analysis/track_path.h"
#include "sim/evidence/avoidance.h"
#include "sim/flight/flight.h"
#include "sim/training/track_parts.h"

namespace incursion {

std::optional<Track> turned_track(const Track& track, const CrossingOptions& reading, Time t, Angle heading,
                                  const AircraftType& type, const AvoidanceTurn& turn, const TurnRecording& recording)
{
    const auto here = fix_at(track, t, reading);
    if (!here || track.fixes().size() < 2 || t >= recording.span.to)
        return std::nullopt;
    const auto velocity = TrackPath{track, reading.legs}.velocity_at(t);
    if (!(velocity.speed_mps > 0))
        return std::nullopt;
    const TurnAway away = turn_away(type, turn, here->altitude_m.value_or(0), velocity.speed_mps);

    FlightPlan plan;
    plan.start = {here->place, here->altitude_m.value_or(0), velocity.track, {SpeedKind::tas, velocity.speed_mps}};
    plan.items.push_back({TurnTo{heading, TurnSide::shorter, {Angle::radians(away.bank_rad), {}}}, {}, {}, "reaction"});
    FlightOptions options;
    options.id = track.id();
    options.span = {t, recording.span.to};
    options.record_interval = recording.interval;
    options.record_from = recording.span.from;
    const auto flight = fly(plan, away.type, {}, options);
    if (!flight)
        return std::nullopt;

    std::vector<Fix> fixes;
    for (const Fix& fix : track.fixes())
        if (fix.time < t)
            fixes.push_back(fix);
    for (Fix fix : flight->track.fixes()) {
        fix.altitude_m = here->altitude_m;
        fixes.push_back(fix);
    }
    auto turned = Track::make(track.id(), track.datum(), std::move(fixes));
    return turned ? std::optional{std::move(turned).value()} : std::nullopt;
}

}  // namespace incursion

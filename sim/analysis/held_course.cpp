#include "sim/analysis/held_course.h"

#include "sim/geo/geodesic.h"

namespace incursion {

std::optional<Track> held_course(const TrackPath& path, Time t, Duration lasts)
{
    const TrackPath::Velocity v = path.velocity_at(t);
    if (!(v.speed_mps > 0))
        return std::nullopt;
    const double lasts_s = to_seconds(lasts);
    const Fix now{t, path.at(t), path.altitude_at(t), std::nullopt};
    Fix then{t + lasts, direct(now.place, v.track, v.speed_mps * lasts_s), now.altitude_m, std::nullopt};
    if (now.altitude_m && v.climb_mps)
        then.altitude_m = *now.altitude_m + *v.climb_mps * lasts_s;
    const Result<Track> course = Track::make("", path.track().datum(), {now, then});
    return course ? std::optional{*course} : std::nullopt;
}

}  // namespace incursion

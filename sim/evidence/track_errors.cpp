#include "sim/evidence/track_errors.h"

#include <algorithm>
#include <cmath>

#include "sim/base/angle.h"
#include "sim/evidence/normals.h"
#include "sim/geo/geodesic.h"

namespace incursion {

TrackErrors::TrackErrors(const Track& track, const TrackAccuracy& accuracy, double border_m)
    : track_{track}, accuracy_{accuracy}, border_m_{border_m}
{
    const auto fixes = track.fixes();
    steps_.resize(fixes.size());
    for (std::size_t i = 0; i < fixes.size(); ++i) {
        Step& s = steps_[i];
        // Radii of curvature of meridian and prime vertical: Torge and Müller, Geodesy, 4th ed., section 4.1.3.
        const double lat = Angle::degrees(fixes[i].place.lat_deg).rad(), degree = Angle::degrees(1).rad();
        const double w2 = 1 - wgs84_e2 * std::sin(lat) * std::sin(lat), w = std::sqrt(w2);
        s.per_lat_deg = wgs84_a_m * (1 - wgs84_e2) / (w2 * w) * degree;
        s.per_lon_deg = wgs84_a_m / w * std::cos(lat) * degree;
        const double own = fixes[i].accuracy_m.value_or(0);
        s.white_m = accuracy.of_fixes == FixAccuracy::white ? std::hypot(accuracy.white_m, own) : accuracy.white_m;
        s.drift_m = accuracy.of_fixes == FixAccuracy::drift ? std::hypot(accuracy.drift_m, own) : accuracy.drift_m;
        if (i > 0) {
            s.rho = std::exp(-to_seconds(fixes[i].time - fixes[i - 1].time) / accuracy.drift_time_s);
            s.innovation = std::sqrt(std::max(0.0, 1 - s.rho * s.rho));
        }
        const double sigma = std::hypot(std::hypot(s.white_m, s.drift_m), std::hypot(accuracy.bias_m, border_m));
        greatest_sigma_m_ = std::max(greatest_sigma_m_, sigma);
        drifts_ = drifts_ || s.drift_m > 0;
    }
}

Track TrackErrors::replica(RandomStream& random, std::size_t first, std::size_t last,
                           std::vector<Offset>& offsets) const
{
    Normals normals{random};
    const auto normal = [&](double sigma) { return sigma > 0 ? sigma * normals() : 0.0; };
    const double rigid_m = std::hypot(accuracy_.bias_m, border_m_);
    const double east_m = normal(rigid_m), north_m = normal(rigid_m);
    const Duration clock = seconds(normal(accuracy_.clock_s));
    const double altitude_m = normal(accuracy_.altitude_m);
    Offset drift;
    const auto recorded = track_.fixes().subspan(first, last - first + 1);
    std::vector<Fix> fixes{recorded.begin(), recorded.end()};
    offsets.resize(steps_.size());
    for (std::size_t i = first; i <= last; ++i) {
        const Step& s = steps_[i];
        if (drifts_) {
            const double rho = i == first ? 0 : s.rho, innovation = i == first ? 1 : s.innovation;
            drift = {rho * drift.east_m + normal(innovation), rho * drift.north_m + normal(innovation)};
        }
        Offset& o = offsets[i];
        o.east_m = east_m + s.drift_m * drift.east_m + normal(s.white_m);
        o.north_m = north_m + s.drift_m * drift.north_m + normal(s.white_m);
        Fix& f = fixes[i - first];
        if (o.east_m != 0)
            f.place.lon_deg = wrapped_lon(f.place.lon_deg + o.east_m / s.per_lon_deg);
        f.place.lat_deg = std::clamp(f.place.lat_deg + o.north_m / s.per_lat_deg, -90.0, 90.0);
        f.time += clock;
        if (f.altitude_m)
            *f.altitude_m += altitude_m;
    }
    return *Track::make(track_.id(), track_.datum(), std::move(fixes));
}

}  // namespace incursion

#include "sim/analysis/track_path.h"

#include <algorithm>
#include <cmath>

#include <boost/math/quadrature/gauss.hpp>

#include "sim/geo/short_distance.h"

namespace incursion {

namespace {

/// Length of a line straight in lon/lat: the metric of the ellipsoid along it (Torge and Müller, Geodesy,
/// 4th ed., section 4.1: meridian and prime vertical radii).
double straight_length_m(LonLat a, LonLat b)
{
    const double dlon = Angle::degrees(b.lon_deg - a.lon_deg).rad();
    const double dlat = Angle::degrees(b.lat_deg - a.lat_deg).rad();
    const auto speed = [&](double u) {
        const double lat = Angle::degrees(a.lat_deg + (b.lat_deg - a.lat_deg) * u).rad();
        const double w2 = 1 - wgs84_e2 * std::sin(lat) * std::sin(lat);
        const double n = wgs84_a_m / std::sqrt(w2);
        const double m = n * (1 - wgs84_e2) / w2;
        return std::hypot(n * std::cos(lat) * dlon, m * dlat);
    };
    const int parts = 1 + static_cast<int>(std::max(std::abs(b.lon_deg - a.lon_deg), std::abs(b.lat_deg - a.lat_deg)));
    double length = 0;
    for (int i = 0; i < parts; ++i)
        length += boost::math::quadrature::gauss<double, 15>::integrate(speed, static_cast<double>(i) / parts,
                                                                        static_cast<double>(i + 1) / parts);
    return length;
}

}  // namespace

TrackPath::TrackPath(const Track& track, LegReading legs) : track_{track}, legs_{legs} {}

double TrackPath::distance_at_fix(std::size_t fix) const
{
    std::call_once(distances_->worked_out, [&] {
        std::vector<double>& at_fix = distances_->at_fix;
        at_fix.reserve(track_.fixes().size());
        at_fix.push_back(0);
        for (std::size_t i = 0; i + 1 < track_.fixes().size(); ++i)
            at_fix.push_back(at_fix.back() + length_to(leg(i), 1));
    });
    return distances_->at_fix[fix];
}

std::size_t TrackPath::leg_at(Time t) const
{
    const auto fixes = track_.fixes();
    const auto after = std::upper_bound(fixes.begin(), fixes.end(), t, [](Time x, const Fix& f) { return x < f.time; });
    const auto index = static_cast<std::size_t>(after - fixes.begin());
    return std::clamp<std::size_t>(index, 1, fixes.size() - 1) - 1;
}

LonLat TrackPath::at(Time t) const
{
    const LegPath path = leg(leg_at(t));
    LonLat p = path.at(path.fraction_at(t));
    p.lon_deg = wrapped_lon(p.lon_deg);
    return p;
}

std::optional<double> TrackPath::altitude_at(Time t) const
{
    const std::size_t i = leg_at(t);
    const Fix &a = track_.fixes()[i], &b = track_.fixes()[i + 1];
    if (!a.altitude_m || !b.altitude_m)
        return std::nullopt;
    return *a.altitude_m + (*b.altitude_m - *a.altitude_m) * leg(i).fraction_at(t);
}

double TrackPath::length_to(const LegPath& path, double u) const
{
    return legs_ == LegReading::geodesic ? short_distance_m(path.from(), path.to()) * u
                                         : straight_length_m(path.from(), path.at(u));
}

double TrackPath::distance_at(Time t) const
{
    const std::size_t i = leg_at(t);
    const LegPath path = leg(i);
    return distance_at_fix(i) + length_to(path, std::clamp(path.fraction_at(t), 0.0, 1.0));
}

TrackPath::Velocity TrackPath::velocity_at(Time t) const
{
    const std::size_t i = leg_at(t);
    const LegPath path = leg(i);
    const double duration_s = to_seconds(path.duration());
    const double u = std::clamp(path.fraction_at(t), 0.0, 1.0);
    Velocity v;
    v.speed_mps = length_to(path, 1) / duration_s;
    v.track = u < 1 ? inverse(path.at(u), path.to()).azimuth : inverse(path.from(), path.to()).azimuth_end;
    v.track = wrapped_to_circle(v.track);
    const Fix &a = track_.fixes()[i], &b = track_.fixes()[i + 1];
    if (a.altitude_m && b.altitude_m)
        v.climb_mps = (*b.altitude_m - *a.altitude_m) / duration_s;
    return v;
}

}  // namespace incursion

#include "sim/border/leg_path.h"

#include <cmath>

namespace incursion {

LegPath::LegPath(LegReading reading, const Fix& from, const Fix& to)
    : reading_{reading}, start_{from.time}, end_{to.time}, from_{from.place},
      to_{lon_near(to.place.lon_deg, from.place.lon_deg), to.place.lat_deg}
{
}

void LegPath::solve() const
{
    if (arc_ || line_)
        return;
    arc_ = GeodesicArc::between(from_, to_);
    if (!arc_)
        line_.emplace(from_, to_);
}

LonLat LegPath::at(double u) const
{
    if (u <= 0)
        return from_;
    if (u >= 1)
        return to_;
    if (reading_ == LegReading::geodesic) {
        solve();
        return arc_ ? arc_->at(u) : line_->at(u * line_->length_m());
    }
    return {from_.lon_deg + (to_.lon_deg - from_.lon_deg) * u, from_.lat_deg + (to_.lat_deg - from_.lat_deg) * u};
}

double LegPath::length_m() const
{
    solve();
    return arc_ ? arc_->length_m() : line_->length_m();
}

Time LegPath::time_at(double u) const
{
    return start_ + Duration{std::llround(static_cast<double>(duration().count()) * u)};
}

double LegPath::fraction_at(Time t) const
{
    return static_cast<double>((t - start_).count()) / static_cast<double>(duration().count());
}

}  // namespace incursion

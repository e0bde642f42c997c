#include "tests/bench/peers/s2_shape.h"

#include <algorithm>
#include <cmath>

#include <s2/s2pointutil.h>

namespace incursion::bench {

namespace {

/// Even-odd: sides that a meridian from the place to the north pole meets, straight in longitude and latitude.
bool holds(const Airspace& airspace, LonLat place)
{
    bool inside = false;
    for (const Ring& ring : airspace.rings)
        for (std::size_t i = 0; i < ring.points.size(); ++i) {
            const LonLat a = ring.points[i], b = ring.points[(i + 1) % ring.points.size()];
            if ((a.lon_deg > place.lon_deg) == (b.lon_deg > place.lon_deg))
                continue;
            const double part = (place.lon_deg - a.lon_deg) / (b.lon_deg - a.lon_deg);
            inside ^= a.lat_deg + part * (b.lat_deg - a.lat_deg) > place.lat_deg;
        }
    return inside;
}

}  // namespace

S2Point s2_point(LonLat place)
{
    if (std::abs(place.lat_deg) == 90)
        return {0, 0, place.lat_deg > 0 ? 1.0 : -1.0};
    return S2LatLng::FromDegrees(place.lat_deg, wrapped_lon(place.lon_deg)).ToPoint();
}

AirspaceShape::AirspaceShape(const Airspace& airspace)
{
    for (const Ring& ring : airspace.rings) {
        std::vector<S2Point>& points = rings_.emplace_back();
        for (const LonLat p : ring.points)
            points.push_back(s2_point(p));
        starts_.push_back(starts_.back() + static_cast<int>(points.size()));
    }
    const S2LatLng origin{S2::Origin()};
    holds_origin_ = holds(airspace, {origin.lng().degrees(), origin.lat().degrees()});
}

S2Shape::Edge AirspaceShape::edge(int e) const
{
    const ChainPosition at = chain_position(e);
    return chain_edge(at.chain_id, at.offset);
}

S2Shape::Chain AirspaceShape::chain(int c) const
{
    const auto place = static_cast<std::size_t>(c);
    return {starts_[place], starts_[place + 1] - starts_[place]};
}

S2Shape::Edge AirspaceShape::chain_edge(int c, int offset) const
{
    const std::vector<S2Point>& points = rings_[static_cast<std::size_t>(c)];
    const auto from = static_cast<std::size_t>(offset);
    return {points[from], points[from + 1 == points.size() ? 0 : from + 1]};
}

S2Shape::ChainPosition AirspaceShape::chain_position(int e) const
{
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), e);
    const auto place = static_cast<int>(after - starts_.begin()) - 1;
    return {place, e - starts_[static_cast<std::size_t>(place)]};
}

}  // namespace incursion::bench

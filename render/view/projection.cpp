#include "render/view/projection.h"

#include <cassert>
#include <cmath>

#include "sim/geo/geodesic.h"

namespace incursion {

PlanePoint AzimuthalPlane::plane_from(LonLat place) const
{
    const Inverse way = inverse(centre_, place);
    return {way.distance_m * std::sin(way.azimuth.rad()), way.distance_m * std::cos(way.azimuth.rad())};
}

LonLat AzimuthalPlane::place_from(PlanePoint point) const
{
    const LonLat place = direct(centre_, Angle::radians(std::atan2(point.east_m, point.north_m)),
                                std::hypot(point.east_m, point.north_m));
    return {wrapped_lon(place.lon_deg), place.lat_deg};
}

ScopeMapping::ScopeMapping(LonLat radar, const ViewState& view, const Layout& layout)
    : plane_{radar},
      middle_{view.middle},
      centre_px_{layout.scope_centre},
      radius_px_{layout.scope_radius_px},
      px_per_m_{static_cast<double>(layout.scope_radius_px) / view.range_m}
{
    assert(view.range_m > 0);
}

Point ScopeMapping::screen_from(PlanePoint point) const
{
    return {static_cast<float>(static_cast<double>(centre_px_.x) + (point.east_m - middle_.east_m) * px_per_m_),
            static_cast<float>(static_cast<double>(centre_px_.y) - (point.north_m - middle_.north_m) * px_per_m_)};
}

PlanePoint ScopeMapping::plane_from(Point point) const
{
    return {middle_.east_m + static_cast<double>(point.x - centre_px_.x) / px_per_m_,
            middle_.north_m - static_cast<double>(point.y - centre_px_.y) / px_per_m_};
}

bool ScopeMapping::is_on_glass(Point point) const
{
    return std::hypot(point.x - centre_px_.x, point.y - centre_px_.y) <= radius_px_;
}

}  // namespace incursion

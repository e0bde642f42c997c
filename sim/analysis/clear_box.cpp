#include "sim/analysis/clear_box.h"

#include <algorithm>

#include "sim/border/chord_bounds.h"

namespace incursion {

namespace {
/// More than the rounding of latitudes, of which a bulge is a difference.
constexpr double slack_deg = 1e-12;
}  // namespace

ClearBox::ClearBox(const LonLatBox& box, LegReading legs) : box_{box}
{
    const double bulge = legs == LegReading::geodesic ? bulge_bound_deg(box.east - box.west) + slack_deg : 0;
    south_ = box.south + bulge;
    north_ = box.north - bulge;
}

bool ClearBox::leads_into(const ClearBox& next, LonLat from, LonLat to) const
{
    if (!holds(from) || !next.holds(to))
        return false;
    const double bulge = bulge_bound_deg(to.lon_deg - from.lon_deg) + slack_deg;
    const double low = std::min(from.lat_deg, to.lat_deg) - bulge, high = std::max(from.lat_deg, to.lat_deg) + bulge;
    const auto within = [](double x, double y, double least, double most) {
        return std::min(x, y) >= least && std::max(x, y) <= most;
    };
    // Side by side: both reach over all latitudes of the leg. One above the other: over all its longitudes.
    const bool meet_in_lon = box_.west <= next.box_.east && next.box_.west <= box_.east;
    if (meet_in_lon && within(low, high, std::max(box_.south, next.box_.south), std::min(box_.north, next.box_.north)))
        return true;
    const bool meet_in_lat = box_.south <= next.box_.north && next.box_.south <= box_.north;
    return meet_in_lat &&
           within(from.lon_deg, to.lon_deg, std::max(box_.west, next.box_.west), std::min(box_.east, next.box_.east)) &&
           within(low, high, std::min(box_.south, next.box_.south), std::max(box_.north, next.box_.north));
}

}  // namespace incursion

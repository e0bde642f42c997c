#include "sim/border/geodesic_split.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/border/chord_bounds.h"
#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr double longest_part_deg = 0.5;

bool is_straight(const BorderEdge& e)
{
    const bool meridian = e.a.lon_deg == e.b.lon_deg;
    const bool equator = e.a.lat_deg == 0 && e.b.lat_deg == 0;
    const bool at_pole = std::abs(e.a.lat_deg) == 90 || std::abs(e.b.lat_deg) == 90;
    const bool half_turn = e.b.lon_deg - e.a.lon_deg >= 180;  // no unique shortest way that is monotone
    return meridian || equator || at_pole || half_turn;
}

/// Where the geodesic runs due east or west, if between its ends: there its latitude turns.
double turning_distance(const GeodesicLine& line)
{
    const auto northward = [&](double s) {
        Angle azimuth;
        line.at(s, azimuth);
        return std::cos(azimuth.rad());
    };
    double low = 0, high = line.length_m();
    const double at_low = northward(low);
    if (at_low * northward(high) >= 0)
        return 0;
    for (int i = 0; i < 80 && high - low > 1e-9; ++i) {
        const double middle = (low + high) / 2;
        (at_low * northward(middle) > 0 ? low : high) = middle;
    }
    return (low + high) / 2;
}

}  // namespace

void for_each_geodesic_part(const BorderEdge& edge, const std::function<void(const BorderEdge&)>& use)
{
    if (is_straight(edge)) {
        use(edge);
        return;
    }
    const GeodesicLine line{edge.a, edge.b};
    std::vector<double> stops{0, line.length_m()};
    if (const double turn = turning_distance(line); turn > 0)
        stops.insert(stops.begin() + 1, turn);

    LonLat west = edge.a;
    const auto add_part = [&](LonLat east) {
        // Parts move east without end; each is told from [-180, 180), as any stored edge.
        const double turn = wrapped_lon(west.lon_deg) - west.lon_deg;
        const LonLat a{west.lon_deg + turn, west.lat_deg}, b{east.lon_deg + turn, east.lat_deg};
        if (!(a == b))
            use({a, b, stray_bound_deg(a, b)});
        west = east;
    };
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
        const LonLat from = line.at(stops[i]), to = line.at(stops[i + 1]);
        const double extent = std::max(std::abs(to.lon_deg - from.lon_deg), std::abs(to.lat_deg - from.lat_deg));
        // Degrees of longitude are not flown evenly: near a pole more parts than the average says.
        const double polar = 1 / std::max(0.02, std::cos(Angle::degrees(std::max(std::abs(from.lat_deg),
                                                                              std::abs(to.lat_deg))).rad()));
        const int parts = extent <= longest_part_deg ? 1 : static_cast<int>(std::ceil(polar * extent / longest_part_deg));
        for (int k = 1; k < parts; ++k)
            add_part(line.at(stops[i] + (stops[i + 1] - stops[i]) * k / parts));
        add_part(i + 2 < stops.size() ? to : edge.b);
    }
}

}  // namespace incursion

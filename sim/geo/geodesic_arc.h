#pragma once

#include <array>
#include <optional>

#include "sim/geo/lon_lat.h"

namespace incursion {

/// A geodesic on WGS-84 that is short against the Earth's radius and its distance from a pole, as a line straight in
/// longitude and latitude and a small polynomial that bends it. Making one and asking it for places is several times
/// cheaper than GeodesicLine, whose places it agrees with to 20 nm (and with the true ones to 10 nm, of which
/// most is the rounding of degrees). A value; safe to share.
///
/// The equations of a geodesic in longitude and latitude (Torge and Müller, Geodesy, 4th ed., section 6.1.2; from
/// ds^2 = M^2 dlat^2 + (N cos(lat))^2 dlon^2) are solved between the two places by collocation at the five
/// nodes of Gauss and Legendre: second derivatives there give a polynomial of degree six, which gives
/// better ones. Each turn takes the error down by about half the leg's length over the Earth's radius.
class GeodesicArc {
public:
    /// The arc between two places whose longitudes are less than half a turn apart as they are written; nothing
    /// where the series is not good enough: beyond about 200 km on the equator, 100 km at 45 degrees, 30 km at 80.
    /// REQUIRES: is_valid of both.
    static std::optional<GeodesicArc> between(LonLat from, LonLat to);

    /// Good to 10 nm.
    double length_m() const { return length_m_; }

    /// The place at a fraction of the length, exactly `from` at 0 and `to` at 1. Longitude runs on from `from`
    /// without a jump. REQUIRES: u in [0, 1].
    LonLat at(double u) const
    {
        if (u <= 0)
            return from_;
        if (u >= 1)
            return to_;
        const double v = 2 * u - 1;
        return {from_.lon_deg + (to_.lon_deg - from_.lon_deg) * u + value(lon_bend_deg_, v),
                from_.lat_deg + (to_.lat_deg - from_.lat_deg) * u + value(lat_bend_deg_, v)};
    }

private:
    using Polynomial = std::array<double, 7>;  ///< by powers of v, which runs from -1 to 1

    GeodesicArc(LonLat from, LonLat to) : from_{from}, to_{to} {}
    void bend(double sin, double cos, double half_length);

    static double value(const Polynomial& p, double v)
    {
        double sum = p.back();
        for (std::size_t i = p.size() - 1; i-- > 0;)
            sum = sum * v + p[i];
        return sum;
    }

    LonLat from_, to_;
    double length_m_ = 0;
    Polynomial lon_bend_deg_{}, lat_bend_deg_{};
};

}  // namespace incursion

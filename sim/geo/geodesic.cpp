#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

const geod_geodesic& wgs84()
{
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic g{};
        geod_init(&g, wgs84_a_m, wgs84_f);
        return g;
    }();
    return ellipsoid;
}

constexpr unsigned line_capabilities = GEOD_DISTANCE_IN | GEOD_LATITUDE | GEOD_LONGITUDE | GEOD_AZIMUTH;

/// The library tells due south as -180 where the longitude's difference is -0 or -180.
Angle azimuth_from(double deg)
{
    return Angle::degrees(deg == -180 ? 180 : deg);
}

}  // namespace

Inverse inverse(LonLat from, LonLat to)
{
    double s = 0, azi1 = 0, azi2 = 0;
    geod_inverse(&wgs84(), from.lat_deg, from.lon_deg, to.lat_deg, to.lon_deg, &s, &azi1, &azi2);
    return {s, azimuth_from(azi1), azimuth_from(azi2)};
}

double distance_m(LonLat from, LonLat to)
{
    double s = 0;
    geod_inverse(&wgs84(), from.lat_deg, from.lon_deg, to.lat_deg, to.lon_deg, &s, nullptr, nullptr);
    return s;
}

LonLat direct(LonLat from, Angle azimuth, double distance_m)
{
    return GeodesicLine{from, azimuth, distance_m}.at(distance_m);
}

GeodesicLine::GeodesicLine(LonLat from, LonLat to) : from_{from}
{
    geod_inverseline(&line_, &wgs84(), from.lat_deg, from.lon_deg, to.lat_deg, to.lon_deg, line_capabilities);
}

GeodesicLine::GeodesicLine(LonLat from, Angle azimuth, double length_m) : from_{from}
{
    geod_directline(&line_, &wgs84(), from.lat_deg, from.lon_deg, azimuth.deg(), length_m, line_capabilities);
}

LonLat GeodesicLine::at(double distance_m) const
{
    LonLat place;
    geod_genposition(&line_, GEOD_LONG_UNROLL, distance_m, &place.lat_deg, &place.lon_deg, nullptr, nullptr, nullptr,
                     nullptr, nullptr, nullptr);
    return place;
}

LonLat GeodesicLine::at(double distance_m, Angle& azimuth) const
{
    LonLat place;
    double azi = 0;
    geod_genposition(&line_, GEOD_LONG_UNROLL, distance_m, &place.lat_deg, &place.lon_deg, &azi, nullptr, nullptr,
                     nullptr, nullptr, nullptr);
    azimuth = azimuth_from(azi);
    return place;
}

}  // namespace incursion

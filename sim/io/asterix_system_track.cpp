#include <cmath>

#include "sim/base/angle.h"
#include "sim/base/units.h"
#include "sim/geo/geodesic.h"
#include "sim/io/asterix_report.h"

namespace incursion {

namespace {

/// As a circle of the same mean square.
double circular_m(double x_m, double y_m)
{
    return std::hypot(x_m, y_m) / std::sqrt(2.0);
}

/// I062/500: standard deviations on two axes, in metres (APC) or else in degrees (APW).
std::optional<double> track_accuracy_m(const AsterixRecord& record, const std::optional<LonLat>& place)
{
    const auto halves = [](std::string_view octets, double unit) {
        return std::pair{static_cast<double>(big_endian(octets.substr(0, 2))) * unit,
                         static_cast<double>(big_endian(octets.substr(2))) * unit};
    };
    if (const std::string_view metres = record.part(500, 0); !metres.empty()) {
        const auto [x_m, y_m] = halves(metres, 0.5);
        return circular_m(x_m, y_m);
    }
    const std::string_view degrees = record.part(500, 2);
    if (degrees.empty() || !place || !is_valid(*place))
        return std::nullopt;
    const auto [lat_deg, lon_deg] = halves(degrees, std::ldexp(180.0, -25));
    const double sine = std::sin(Angle::degrees(place->lat_deg).rad());
    const double root = std::sqrt(1 - wgs84_e2 * sine * sine);
    const double meridian_m = wgs84_a_m * (1 - wgs84_e2) / (root * root * root);
    const double parallel_m = wgs84_a_m / root * std::cos(Angle::degrees(place->lat_deg).rad());
    return circular_m(Angle::degrees(lat_deg).rad() * meridian_m, Angle::degrees(lon_deg).rad() * parallel_m);
}

void take_altitudes(const AsterixRecord& record, AsterixReport& report)
{
    constexpr double level_m = asterix_level_ft * metres_per_foot;
    if (const std::string_view calculated = record[135]; !calculated.empty()) {
        const auto bits = static_cast<std::int64_t>(big_endian(calculated) & 0x7FFFU);
        const double altitude_m = static_cast<double>(bits >= 0x4000 ? bits - 0x8000 : bits) * level_m;
        (asterix_bit(calculated, 0, 8) ? report.msl_m : report.pressure_m) = altitude_m;
    }
    if (const std::string_view measured = record[136]; !measured.empty() && !report.pressure_m)
        report.pressure_m = static_cast<double>(twos_complement(measured)) * level_m;
    if (const std::string_view geometric = record[130]; !geometric.empty()) {
        // I062/080, SRC: from coverage (4), from a table of speeds (5) and by default (6) are no measurements.
        const std::string_view status = record[80];
        const unsigned source = status.empty() ? 0U : static_cast<std::uint8_t>(status[0]) >> 2U & 7U;
        if (source < 4 || source > 6)
            report.ellipsoid_m =
                static_cast<double>(twos_complement(geometric)) * asterix_geometric_ft * metres_per_foot;
    }
}

std::string callsign_in(const AsterixRecord& record)
{
    std::string callsign = asterix_callsign(record.part(380, 1));
    if (const std::string_view identification = record[245]; callsign.empty() && !identification.empty())
        callsign = asterix_callsign(identification.substr(1));
    if (callsign.empty()) {
        // Of the flight plan: seven letters of ASCII, filled up with spaces.
        for (const char c : record.part(390, 1))
            if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
                callsign += c;
    }
    return callsign;
}

}  // namespace

AsterixReport report_of_062(const AsterixRecord& record)
{
    AsterixReport report;
    report.category = 62;
    report.source = asterix_source(record[10]);
    report.time_of_day = asterix_time(record[70]);
    report.place = asterix_place(record[105], 25);
    if (const std::string_view plane = record[100]; !plane.empty())
        report.plane = PlanePlace{static_cast<double>(twos_complement(plane.substr(0, 3))) * 0.5,
                                  static_cast<double>(twos_complement(plane.substr(3))) * 0.5};
    take_altitudes(record, report);
    report.accuracy_m = track_accuracy_m(record, report.place);
    if (const std::string_view address = record.part(380, 0); !address.empty())
        report.address = static_cast<std::uint32_t>(big_endian(address));
    if (const std::string_view number = record[40]; !number.empty())
        report.track_number = static_cast<std::uint16_t>(big_endian(number));
    report.callsign = callsign_in(record);
    const std::string_view status = record[80];
    report.begins_track = asterix_bit(status, 1, 6);
    report.ends_track = asterix_bit(status, 1, 7);
    if (asterix_bit(status, 1, 8))
        report.doubt = AsterixDoubt::simulated;
    else if (asterix_bit(status, 3, 8))
        report.doubt = AsterixDoubt::extrapolated;
    return report;
}

}  // namespace incursion

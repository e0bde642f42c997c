#include <cmath>

#include "sim/base/units.h"
#include "sim/io/asterix_report.h"

namespace incursion {

namespace {

constexpr double nautical_mile_m = metres_per_nautical_mile;

/// Bits of a flight level or code that make it doubtful: not validated, garbled.
bool is_doubtful_code(std::string_view octets)
{
    return asterix_bit(octets, 0, 8) || asterix_bit(octets, 0, 7);
}

/// I048/090: fourteen bits in two's complement, in quarters of a flight level.
std::optional<double> flight_level_m(std::string_view octets)
{
    if (octets.empty() || is_doubtful_code(octets))
        return std::nullopt;
    const auto bits = static_cast<std::int64_t>(big_endian(octets) & 0x3FFFU);
    return static_cast<double>(bits >= 0x2000 ? bits - 0x4000 : bits) * asterix_level_ft * metres_per_foot;
}

/// I048/110: fourteen bits in two's complement, in units of 25 ft.
std::optional<double> radar_height_m(std::string_view octets)
{
    if (octets.empty())
        return std::nullopt;
    const auto bits = static_cast<std::int64_t>(big_endian(octets) & 0x3FFFU);
    return static_cast<double>(bits >= 0x2000 ? bits - 0x4000 : bits) * 25 * metres_per_foot;
}

std::optional<SlantPlace> polar_place(const AsterixRecord& record)
{
    const std::string_view octets = record[40];
    if (octets.empty())
        return std::nullopt;
    const std::uint64_t range = big_endian(octets.substr(0, 2));
    // A range beyond 256 nautical miles stands in the expansion field; this one is then only the greatest there is.
    constexpr std::uint64_t greatest = 0xFFFF;
    if (range == greatest && asterix_bit(record[20], 1, 7))
        return std::nullopt;
    return SlantPlace{static_cast<double>(range) * nautical_mile_m / 256,
                      Angle::degrees(static_cast<double>(big_endian(octets.substr(2))) * 360 / 65536)};
}

/// I048/042 means two things: the plot in the radar's own plane, where its length is the slant range, or a place in a
/// plane that touches the Earth at the radar (I048/170, TCC).
void take_calculated_place(const AsterixRecord& record, AsterixReport& report)
{
    const std::string_view octets = record[42];
    if (octets.empty())
        return;
    const double x_m = static_cast<double>(twos_complement(octets.substr(0, 2))) * nautical_mile_m / 128;
    const double y_m = static_cast<double>(twos_complement(octets.substr(2))) * nautical_mile_m / 128;
    if (asterix_bit(record[170], 1, 5))
        report.plane = PlanePlace{x_m, y_m};
    else
        report.slant = SlantPlace{std::hypot(x_m, y_m), Angle::radians(std::atan2(x_m, y_m))};
    // I048/210: standard deviations of the track on both axes. As a circle of the same mean square.
    if (const std::string_view quality = record[210]; !quality.empty()) {
        const auto sigma = [&](std::size_t at) {
            return static_cast<double>(big_endian(quality.substr(at, 1))) * nautical_mile_m / 128;
        };
        report.accuracy_m = std::hypot(sigma(0), sigma(1)) / std::sqrt(2.0);
    }
}

AsterixDoubt doubt_of(const AsterixRecord& record)
{
    const std::string_view descriptor = record[20];
    if (asterix_bit(descriptor, 0, 5) || asterix_bit(descriptor, 1, 8))
        return AsterixDoubt::simulated;
    if (asterix_bit(descriptor, 0, 2))
        return AsterixDoubt::monitor;
    if (asterix_bit(record[170], 1, 7))
        return AsterixDoubt::ghost;
    const bool undetected = !descriptor.empty() && (static_cast<std::uint8_t>(descriptor[0]) & 0xE0U) == 0;
    return undetected ? AsterixDoubt::extrapolated : AsterixDoubt::none;
}

}  // namespace

AsterixReport report_of_048(const AsterixRecord& record)
{
    AsterixReport report;
    report.category = 48;
    report.source = asterix_source(record[10]);
    report.time_of_day = asterix_time(record[140]);
    report.slant = polar_place(record);
    if (!report.slant)
        take_calculated_place(record, report);
    report.pressure_m = flight_level_m(record[90]);
    report.msl_m = radar_height_m(record[110]);
    if (const std::string_view address = record[220]; !address.empty())
        report.address = static_cast<std::uint32_t>(big_endian(address));
    if (const std::string_view number = record[161]; !number.empty())
        report.track_number = static_cast<std::uint16_t>(big_endian(number) & 0xFFFU);
    if (const std::string_view code = record[70]; !code.empty() && !is_doubtful_code(code))
        report.mode_3a = static_cast<std::uint16_t>(big_endian(code) & 0xFFFU);
    report.callsign = asterix_callsign(record[240]);
    report.ends_track = asterix_bit(record[170], 1, 8);
    report.doubt = doubt_of(record);
    return report;
}

}  // namespace incursion

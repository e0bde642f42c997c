#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/angle.h"
#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"
#include "sim/io/asterix_item.h"
#include "sim/io/asterix_profiles.h"

namespace incursion {

/// Who sent a record: the codes of its area and of the system in it (item 010 of every category). 0/0 where it is not
/// told.
struct AsterixSource {
    std::uint8_t area = 0;    ///< SAC
    std::uint8_t system = 0;  ///< SIC
    friend constexpr auto operator<=>(const AsterixSource&, const AsterixSource&) = default;
};

/// `25/10`.
std::string text_of(AsterixSource source);

/// Where a radar saw something, from its antenna.
struct SlantPlace {
    double range_m = 0;  ///< along the ray
    Angle azimuth;       ///< from true north
};

/// Metres east and north of the centre of a system's plane, which touches the Earth there.
struct PlanePlace {
    double x_m = 0, y_m = 0;
};

/// What a report is besides one of a measured aircraft.
enum class AsterixDoubt { none, simulated, monitor, ghost, extrapolated };

/// One target report or system track, as far as tracks need it.
struct AsterixReport {
    int category = 0;
    AsterixSource source;
    std::optional<Duration> time_of_day;  ///< since midnight, UTC
    // The first of them that is there counts.
    std::optional<LonLat> place;
    std::optional<SlantPlace> slant;
    std::optional<PlanePlace> plane;

    std::optional<double> pressure_m, msl_m, ellipsoid_m;  ///< its altitude, by its zero
    std::optional<double> accuracy_m;                      ///< one standard deviation of the horizontal position
    std::optional<std::uint32_t> address;                  ///< 24 bits
    std::optional<std::uint16_t> track_number;
    std::optional<std::uint16_t> mode_3a;  ///< twelve bits: four octal digits
    std::string callsign;                  ///< empty where it is not told
    bool begins_track = false, ends_track = false;
    AsterixDoubt doubt = AsterixDoubt::none;
};

/// Where a radar stands, as it tells in I034/120.
struct ToldSite {
    AsterixSource source;
    LonLat place;
    double height_m = 0;
};

// What each record means; a record of `profile_NNN()` is needed. Altitudes and accuracies by category: see
// asterix_format.h.

AsterixReport report_of_048(const AsterixRecord& record);
AsterixReport report_of_062(const AsterixRecord& record);
AsterixReport report_of_021(const AsterixRecord& record, AdsbEdition edition);
std::optional<ToldSite> site_of_034(const AsterixRecord& record);

// Codings that the categories share.

AsterixSource asterix_source(std::string_view item_010);
/// Units of 1/128 s since midnight; absent for no octets.
std::optional<Duration> asterix_time(std::string_view octets);
/// Latitude and longitude, half of the octets each, in units of 180 / 2^exponent degrees; absent for no octets.
std::optional<LonLat> asterix_place(std::string_view octets, int exponent);
/// Characters of six bits (ICAO Annex 10, volume IV, table 3-8), without spaces around them. Empty where one is none.
std::string asterix_callsign(std::string_view octets);
/// Bit `bit` (8 to 1) of octet `octet` (from 0); false where there is no such octet.
bool asterix_bit(std::string_view octets, std::size_t octet, int bit);

/// Quarters of a flight level, 25 ft.
inline constexpr double asterix_level_ft = 25;
/// The unit of geometric altitudes.
inline constexpr double asterix_geometric_ft = 6.25;

}  // namespace incursion

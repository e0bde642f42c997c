#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <variant>

#include "sim/base/result.h"

namespace incursion {

// A height names its zero. The types below do not mix: there is no comparison between them.

/// Metres above mean sea level.
struct Msl {
    double m = 0;
    friend constexpr auto operator<=>(Msl, Msl) = default;
};
/// Metres above the ground below.
struct Agl {
    double m = 0;
    friend constexpr auto operator<=>(Agl, Agl) = default;
};
/// Hundreds of feet of pressure altitude: the height in the ISA with 1013.25 hPa at its zero
/// (ICAO Doc 7488; PANS-OPS).
struct FlightLevel {
    int hundreds_of_feet = 0;
    friend constexpr auto operator<=>(FlightLevel, FlightLevel) = default;
};
/// The ground or the sea: nothing flies below it.
struct Surface {
    friend constexpr auto operator<=>(Surface, Surface) = default;
};
struct Unlimited {
    friend constexpr auto operator<=>(Unlimited, Unlimited) = default;
};

/// A floor or a ceiling.
using VerticalLimit = std::variant<Surface, Msl, Agl, FlightLevel, Unlimited>;

/// Which zero the altitudes of a track are counted from.
enum class AltitudeDatum {
    msl,        ///< mean sea level (QNH altitude, or geoid height)
    pressure,   ///< the ISA with 1013.25 hPa at its zero: what a transponder reports
    ellipsoid,  ///< WGS-84: what a bare GNSS receiver reports
};

/// `0 m`, `1500 ft AGL`, `19000 ft`, `19000 ft MSL`, `FL195`, `SFC`/`surface`/`GND`, `unlimited`/`UNL`.
/// A height without a datum is above mean sea level. Words and units in any case.
Result<VerticalLimit> parse_vertical_limit(std::string_view text);

/// As read by parse_vertical_limit: `19000 ft`, `1500 ft AGL`, `FL195`, `surface`, `unlimited`.
std::string format_vertical_limit(const VerticalLimit& limit);

/// `msl`, `pressure`, `ellipsoid`.
std::string_view name_of(AltitudeDatum datum);

}  // namespace incursion

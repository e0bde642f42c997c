#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "sim/base/result.h"
#include "sim/geo/lon_lat.h"

namespace incursion {

/// Where a radar's antenna is, or the centre of a system's plane.
struct RadarSite {
    LonLat place;
    double height_m = 0;  ///< of the antenna above mean sea level
    friend constexpr bool operator==(const RadarSite&, const RadarSite&) = default;
};

/// Reads `25/10=13.6,45.1,120 m`: whose place it is (SAC/SIC, both 0 to 255, decimal), longitude and latitude in
/// degrees and the antenna's height above mean sea level with its unit. Longitude first, as everywhere; letters of the
/// hemisphere
/// (`45.1N,13.6E`) allow either order. Without `25/10=` it holds for every source that has no place of its own: the
/// first of the pair is then empty. The first is spelt as text_of(AsterixSource) does.
Result<std::pair<std::string, RadarSite>> parse_radar_site(std::string_view text);

}  // namespace incursion

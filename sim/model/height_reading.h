#pragma once

#include <memory>
#include <optional>
#include <string>

#include "sim/geo/altimetry.h"
#include "sim/model/terrain.h"

namespace incursion {

/// How heights that count from different zeros are set against each other: pressure altitudes and flight levels against
/// mean sea level by the altimeter setting, heights above ground by the ground. Heights above the ellipsoid need nothing
/// of it (geoid_height_m).
struct HeightReading {
    std::optional<double> qnh_hpa;           ///< 1013.25 where nobody says
    std::string terrain_path;                ///< a raster of heights, as opened; may be empty
    std::shared_ptr<const Terrain> terrain;  ///< what was read of it

    double pressure_over_msl() const { return qnh_hpa ? pressure_over_msl_m(*qnh_hpa) : 0; }
};

/// Altimeter settings that have been on the Earth: 870 hPa (typhoon Tip, 1979) to 1084.8 (Tosontsengel, 2001), in the
/// records of the World Meteorological Organization.
inline constexpr double least_qnh_hpa = 850, greatest_qnh_hpa = 1100;

constexpr bool is_possible_qnh(double qnh_hpa)
{
    return qnh_hpa >= least_qnh_hpa && qnh_hpa <= greatest_qnh_hpa;
}

}  // namespace incursion

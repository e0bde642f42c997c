#pragma once

#include <optional>
#include <string_view>

#include "sim/geo/lon_lat.h"

namespace incursion {

/// A position as KML writes it: longitude, latitude and perhaps metres of altitude.
struct KmlPosition {
    LonLat place;
    std::optional<double> altitude_m;
};

/// Two or three numbers between which one of `separators` stands: blanks in `gx:coord`, a comma in `coordinates`.
/// Nothing where it is anything else.
std::optional<KmlPosition> parse_kml_position(std::string_view text, std::string_view separators);

}  // namespace incursion

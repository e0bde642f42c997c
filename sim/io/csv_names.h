#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/geo/vertical.h"

namespace incursion {

// What the names of columns mean. Names are compared in their plain form.

/// Lower-case letters and digits, everything else as single `_` between them: `Baro-Altitude (ft)` is
/// `baro_altitude_ft`.
std::string plain_name(std::string_view name);

/// What a plain name tells about a column of times.
struct TimeName {
    int rank = 0;              ///< lower goes first where several columns are named so
    std::optional<int> power;  ///< as in TimeCells
    bool utc = false;
};
std::optional<TimeName> time_name(std::string_view plain);

/// About a column of altitudes. `metres` is absent where the name tells no unit.
struct AltitudeName {
    AltitudeDatum datum = AltitudeDatum::msl;
    std::optional<double> metres;
};
/// `opensky` says that the file has the columns of an OpenSky state vector, whose heights are in metres.
std::optional<AltitudeName> altitude_name(std::string_view plain, bool opensky);

/// About a column of horizontal accuracies: the unit in metres, absent likewise.
struct AccuracyName {
    std::optional<double> metres;
};
std::optional<AccuracyName> accuracy_name(std::string_view plain);

/// The usual names, best first.
const std::vector<std::string>& lon_names();
const std::vector<std::string>& lat_names();
const std::vector<std::string>& track_names();

}  // namespace incursion

#pragma once

#include <optional>
#include <string>

#include <simdjson.h>

#include "sim/geo/vertical.h"

namespace incursion {

/// Lists of values with one for each position of a line, in the property `coordinateProperties` that converters of GPX
/// made a custom; found by the same names as the columns of CSV files.
struct CoordinateValues {
    struct List {
        simdjson::dom::element values;
        double metres = 1;  ///< one unit
    };
    std::optional<List> altitudes;  ///< go before third coordinates
    AltitudeDatum datum = AltitudeDatum::ellipsoid;
    std::optional<List> accuracies;

    /// Of several altitudes mean sea level goes before ellipsoid before pressure; only those of `altitude` where given.
    /// Lists whose name tells no unit are not used.
    static CoordinateValues of(const simdjson::dom::object& properties, std::optional<AltitudeDatum> altitude);
};

}  // namespace incursion

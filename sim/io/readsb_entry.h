#pragma once

#include <cstdint>
#include <optional>

#include <simdjson.h>

#include "sim/base/time.h"
#include "sim/geo/vertical.h"
#include "sim/io/row_problems.h"
#include "sim/model/fix.h"

namespace incursion {

/// One entry of a readsb trace, as far as fixes need it.
struct ReadsbEntry {
    std::optional<Duration> after;  ///< the trace's timestamp; absent where it is no time
    std::optional<double> lat_deg, lon_deg;
    std::optional<double> pressure_altitude_m, ellipsoid_altitude_m;
    bool sent_by_aircraft = true;  ///< rather than multilateration or radar
    std::optional<simdjson::dom::object> details;
};

/// Nothing where it is no list. Members that are missing or of another kind are absent.
std::optional<ReadsbEntry> readsb_entry(const simdjson::dom::element& entry);

/// One standard deviation in metres by `nac_p` of an aircraft object; absent where that tells none.
std::optional<double> readsb_accuracy_m(const simdjson::dom::object& details);

}  // namespace incursion

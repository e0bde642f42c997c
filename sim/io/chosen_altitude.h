#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sim/base/diagnostics.h"
#include "sim/geo/vertical.h"
#include "sim/io/track_read_options.h"

namespace incursion {

/// What a fix of a format with several altitudes has of them, in metres.
struct Altitudes {
    std::optional<double> msl_m, pressure_m, ellipsoid_m;
};

/// Which of them a reader gives: that which the options ask for, else the one that the format usually does.
class ChosenAltitude {
public:
    ChosenAltitude(const TrackReadOptions& options, AltitudeDatum usual) : datum_{options.altitude.value_or(usual)} {}

    AltitudeDatum datum() const { return datum_; }
    /// Absent where this fix has none of the datum.
    std::optional<double> of(const Altitudes& altitudes);
    /// A note where no fix had any of the datum, and either others were there or the options asked for it.
    void tell(const TrackReadOptions& options, const std::string& file, Diagnostics& diagnostics) const;

private:
    AltitudeDatum datum_;
    std::int64_t fixes_ = 0;
    bool has_msl_ = false, has_pressure_ = false, has_ellipsoid_ = false;
};

}  // namespace incursion

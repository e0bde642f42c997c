#pragma once

#include <string>

#include "sim/base/time.h"
#include "sim/base/time_text.h"
#include "sim/geo/lon_lat.h"

namespace incursion {

// Numbers as a reader of the report meets them: rounded, metric first, the unit of aviation beside it.

std::string seconds_text(double s, int decimals);

/// `2.75 km` from one kilometre on, `850 m` from ten metres on, below that `3.2 m`.
std::string metric_length(double m);
/// `2.75 km (1.48 nmi)`; below 100 m in feet: `3.2 m (10 ft)`.
std::string length_text(double m);
/// The same on two lines.
std::string length_lines(double m);

/// `5791 m (19000 ft)`, to the nearest of each.
std::string altitude_text(double m);

/// `162 m/s (582 km/h, 314 kt)`.
std::string speed_text(double mps);

/// `35.82740° N 36.15390° E`: five decimals, about a metre.
std::string place_text(LonLat place);

/// Times of day where the whole report lies in one day, dates with them where it does not.
class Clock {
public:
    explicit Clock(TimeSpan span);
    /// To the nearest millisecond: `07:24:05.000`.
    std::string operator()(Time time) const;
    /// Likewise, without decimals for a whole second.
    std::string brief(Time time) const;

private:
    bool one_day_;
};

}  // namespace incursion

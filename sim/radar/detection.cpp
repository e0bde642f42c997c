#include "sim/radar/detection.h"

#include <cmath>

namespace incursion {

double detection_probability(const RadarType& type, double range_m, double cross_section_m2)
{
    const bool has_threshold = type.detection > 0 && type.detection < 1 && type.false_alarm > 0 && type.false_alarm < 1;
    if (type.is_secondary || !type.detection_range_m || !has_threshold)
        return type.detection;
    const double reference_ratio = std::log(type.false_alarm) / std::log(type.detection) - 1;
    const double ratio = reference_ratio * (cross_section_m2 / type.reference_cross_section_m2) *
                         std::pow(*type.detection_range_m / range_m, 4);
    return std::pow(type.false_alarm, 1 / (1 + ratio));
}

}  // namespace incursion

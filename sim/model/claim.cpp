#include "sim/model/claim.h"

#include <algorithm>
#include <limits>

namespace incursion {

double ClaimedFigure::low(std::size_t reading) const
{
    const ClaimReading& r = readings[reading];
    return bound == ClaimBound::at_most ? -std::numeric_limits<double>::infinity() : r.value - r.half_step;
}

double ClaimedFigure::high(std::size_t reading) const
{
    const ClaimReading& r = readings[reading];
    return bound == ClaimBound::at_least ? std::numeric_limits<double>::infinity() : r.value + r.half_step;
}

bool ClaimedFigure::holds(double number, std::size_t reading) const
{
    return low(reading) <= number && number <= high(reading);
}

std::size_t Claim::reading_count() const
{
    std::size_t count = 1;
    for (const auto* figure : {&dwell, &depth, &length, &min_distance, &altitude, &speed, &calls, &calls_span})
        if (*figure)
            count = std::max(count, (*figure)->readings.size());
    return count;
}

}  // namespace incursion

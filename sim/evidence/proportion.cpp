#include "sim/evidence/proportion.h"

#include <algorithm>
#include <cmath>

namespace incursion {

Probability proportion(std::size_t hits, std::size_t trials)
{
    if (trials == 0)
        return {};
    constexpr double z = 1.959963984540054;  // standard normal quantile of 0.975
    const double n = static_cast<double>(trials), p = static_cast<double>(hits) / n;
    const double centre = p + z * z / (2 * n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    return {p, std::clamp((centre - half) / scale, 0.0, p), std::clamp((centre + half) / scale, p, 1.0)};
}

}  // namespace incursion

#include "sim/io/navigation_accuracy.h"

#include <array>

#include "sim/base/units.h"

namespace incursion {

std::optional<double> navigation_accuracy_m(std::int64_t category)
{
    constexpr double mile = metres_per_nautical_mile;
    constexpr std::array<double, 12> epu_m{0,          10 * mile,  4 * mile,    2 * mile, 1 * mile, 0.5 * mile,
                                           0.3 * mile, 0.1 * mile, 0.05 * mile, 30,       10,       3};
    constexpr double deviations = 2.447746830680816;
    if (category < 1 || category > 11)
        return std::nullopt;
    return epu_m[static_cast<std::size_t>(category)] / deviations;
}

}  // namespace incursion

#include "render/view/map_scale.h"

#include <cmath>

#include <fmt/format.h>

#include "render/view/wording.h"

namespace incursion {

namespace {

constexpr double wanted_rings = 4;

double metres_of(LengthUnit unit)
{
    return 1 / length_in(unit, 1);
}

}  // namespace

double ring_step_m(double range_m, LengthUnit unit)
{
    const double range = length_in(unit, range_m);
    const double power = std::pow(10, std::floor(std::log10(range / wanted_rings)));
    double best = power;
    for (const double factor : {2.0, 2.5, 5.0, 10.0})
        if (std::abs(std::log(range / (power * factor) / wanted_rings)) <
            std::abs(std::log(range / best / wanted_rings)))
            best = power * factor;
    return best * metres_of(unit);
}

double buffer_of_m(const ViewState& view)
{
    if (view.buffer_m > 0)
        return view.buffer_m;
    const double usual = view.unit == LengthUnit::kilometre ? 10 : 5;
    const double most = length_in(view.unit, view.range_m / 5);
    if (most >= usual)
        return usual * metres_of(view.unit);
    const double power = std::pow(10, std::floor(std::log10(most)));
    double best = power;
    for (const double factor : {2.0, 5.0})
        if (power * factor <= most)
            best = power * factor;
    return best * metres_of(view.unit);
}

std::string ring_text(double length_m, LengthUnit unit)
{
    // Six digits hide what the division leaves behind the last one.
    return fmt::format("{:.6g}", length_in(unit, length_m));
}

}  // namespace incursion

#include "sim/analysis/vertical_range.h"

#include <variant>

#include "sim/base/units.h"

namespace incursion {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// A limit as a height from the zero that altitudes are compared in.
struct LimitHeight {
    double msl_shift_m;    ///< to be added to heights above mean sea level
    double level_shift_m;  ///< to be added to flight levels
    double operator()(Surface) const { return -infinity; }
    double operator()(Msl h) const { return h.m + msl_shift_m; }
    double operator()(Agl h) const { return h.m <= 0 ? -infinity : h.m; }
    double operator()(FlightLevel l) const { return l.hundreds_of_feet * 100 * metres_per_foot + level_shift_m; }
    double operator()(Unlimited) const { return infinity; }
};

bool is_above_ground(const VerticalLimit& limit)
{
    const Agl* height = std::get_if<Agl>(&limit);
    return height != nullptr && height->m > 0;
}

}  // namespace

VerticalRange vertical_range(const Airspace& airspace, AltitudeDatum datum, const HeightReading& heights)
{
    const double shift_m = heights.pressure_over_msl();
    const LimitHeight height = datum == AltitudeDatum::pressure ? LimitHeight{shift_m, 0} : LimitHeight{0, -shift_m};
    return {std::visit(height, airspace.floor), std::visit(height, airspace.ceiling), is_above_ground(airspace.floor),
            is_above_ground(airspace.ceiling)};
}

LegRange within(const VerticalRange& range, double altitude_from_m, double altitude_to_m)
{
    const double a = altitude_from_m, b = altitude_to_m;
    const auto holds = [&](double h) { return range.floor_m <= h && h < range.ceiling_m; };
    if (a == b)
        return holds(a) ? LegRange{0, 1, false, false} : LegRange{};
    // The instant at a limit is one number for the layer above it and the layer below.
    const auto fraction_at = [&](double h) { return (h - a) / (b - a); };
    LegRange part{0, 1, a < b, a > b};
    if (!holds(a)) {
        const double limit = a < b ? range.floor_m : range.ceiling_m;
        if (a < b ? a >= limit : a < limit)
            return {};  // past the range already, flying away from it
        part.from = fraction_at(limit);
    }
    if (!holds(b)) {
        const double limit = a < b ? range.ceiling_m : range.floor_m;
        part.to = fraction_at(limit);
    }
    return part.from < part.to && part.from < 1 && part.to > 0 ? part : LegRange{};
}

}  // namespace incursion

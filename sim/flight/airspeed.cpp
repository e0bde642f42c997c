#include "sim/flight/airspeed.h"

#include <cmath>

#include "sim/flight/atmosphere.h"

namespace incursion {

namespace {

/// Impact pressure over static pressure; the powers are those of a heat ratio of 1.4.
double impact_ratio_from_mach(double mach)
{
    const double m2 = mach * mach;
    if (mach <= 1)  // (1 + 0.2 M^2)^3.5 - 1, with the digits of slow flight kept
        return std::expm1(3.5 * std::log1p(0.2 * m2));
    return std::pow(1.2 * m2, 3.5) * std::pow(6 / (7 * m2 - 1), 2.5) - 1;
}

double supersonic_mach(double impact_ratio)
{
    const double wanted = std::log(impact_ratio + 1);
    double mach = std::sqrt((impact_ratio + 1) / 1.2876);  // what the ratio tends to at high Mach numbers
    for (int turn = 0; turn < 20; ++turn) {  // Newton on the logarithm; six turns do from Mach 1 to 10
        const double m2 = mach * mach;
        const double found = 3.5 * std::log(1.2 * m2) + 2.5 * std::log(6 / (7 * m2 - 1));
        const double slope = (14 * m2 - 7) / (mach * (7 * m2 - 1));
        const double step = (wanted - found) / slope;
        mach += step;
        if (std::abs(step) < 1e-15 * mach)
            break;
    }
    return mach;
}

double mach_from_impact_ratio(double impact_ratio)
{
    static const double at_mach_1 = impact_ratio_from_mach(1);
    if (impact_ratio > at_mach_1)
        return supersonic_mach(impact_ratio);
    return std::sqrt(5 * std::expm1(std::log1p(impact_ratio) / 3.5));
}

const Air& sea_level()
{
    static const Air air = isa_at(0);
    return air;
}

}  // namespace

double mach_from_tas(double tas_mps, double altitude_m)
{
    return tas_mps / isa_at(altitude_m).speed_of_sound_mps;
}

double tas_from_mach(double mach, double altitude_m)
{
    return mach * isa_at(altitude_m).speed_of_sound_mps;
}

double cas_from_tas(double tas_mps, double altitude_m)
{
    const Air air = isa_at(altitude_m);
    const double impact_pa = impact_ratio_from_mach(tas_mps / air.speed_of_sound_mps) * air.pressure_pa;
    return mach_from_impact_ratio(impact_pa / sea_level().pressure_pa) * sea_level().speed_of_sound_mps;
}

double tas_from_cas(double cas_mps, double altitude_m)
{
    const Air air = isa_at(altitude_m);
    const double impact_pa = impact_ratio_from_mach(cas_mps / sea_level().speed_of_sound_mps) * sea_level().pressure_pa;
    return mach_from_impact_ratio(impact_pa / air.pressure_pa) * air.speed_of_sound_mps;
}

double eas_from_tas(double tas_mps, double altitude_m)
{
    return tas_mps * std::sqrt(isa_at(altitude_m).density_kgpm3 / isa_sea_level_density_kgpm3);
}

double tas_from_eas(double eas_mps, double altitude_m)
{
    return eas_mps / std::sqrt(isa_at(altitude_m).density_kgpm3 / isa_sea_level_density_kgpm3);
}

}  // namespace incursion

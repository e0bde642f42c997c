#include "sim/flight/performance.h"

#include <algorithm>
#include <cmath>

#include "sim/flight/airspeed.h"
#include "sim/flight/atmosphere.h"

namespace incursion {

namespace {

std::optional<Bound> lower_of(std::optional<Bound> a, std::optional<Bound> b)
{
    if (!a || !b)
        return a ? a : b;
    return b->value < a->value ? b : a;
}

Bound vertical_bound(std::optional<double> stated_mps, double tas_mps, std::string_view limit)
{
    const double steepest = tas_mps * std::sin(steepest_path_rad);
    return {stated_mps ? std::min(*stated_mps, steepest) : steepest, limit};
}

}  // namespace

double load_factor_from_bank(double bank_rad)
{
    return 1 / std::cos(bank_rad);
}

double bank_from_load_factor(double load_factor)
{
    return std::acos(1 / load_factor);
}

double turn_radius_m(double tas_mps, double bank_rad)
{
    return tas_mps * tas_mps / (standard_gravity_mps2 * std::tan(bank_rad));
}

std::optional<double> stall_tas_mps(const AircraftType& type, double altitude_m, double load_factor)
{
    if (!type.mass_kg || !type.wing_area_m2 || !type.max_lift_coefficient)
        return std::nullopt;
    const double eas = std::sqrt(2 * load_factor * *type.mass_kg * standard_gravity_mps2 /
                                 (isa_sea_level_density_kgpm3 * *type.wing_area_m2 * *type.max_lift_coefficient));
    return tas_from_eas(eas, altitude_m);
}

std::optional<double> stall_mass_kg(const AircraftType& type, double altitude_m, double tas_mps, double load_factor)
{
    if (!type.wing_area_m2 || !type.max_lift_coefficient)
        return std::nullopt;
    const double eas = eas_from_tas(tas_mps, altitude_m);
    return isa_sea_level_density_kgpm3 * eas * eas * *type.wing_area_m2 * *type.max_lift_coefficient /
           (2 * load_factor * standard_gravity_mps2);
}

std::optional<Bound> least_tas_mps(const AircraftType& type, double altitude_m, double load_factor)
{
    if (const auto stall = stall_tas_mps(type, altitude_m, load_factor))
        return Bound{*stall, "stall speed"};
    if (type.min_cas_mps)
        return Bound{tas_from_cas(*type.min_cas_mps, altitude_m) * std::sqrt(load_factor), "cas"};
    return std::nullopt;
}

std::optional<Bound> greatest_tas_mps(const AircraftType& type, double altitude_m)
{
    std::optional<Bound> by_mach, by_cas;
    if (type.max_mach)
        by_mach = Bound{tas_from_mach(*type.max_mach, altitude_m), "mach"};
    if (type.max_cas_mps)
        by_cas = Bound{tas_from_cas(*type.max_cas_mps, altitude_m), "cas"};
    return lower_of(by_mach, by_cas);
}

SpeedRange speed_range(const AircraftType& type, double altitude_m)
{
    SpeedRange range;
    if (const auto least = least_tas_mps(type, altitude_m))
        range.least_tas_mps = least->value;
    if (const auto greatest = greatest_tas_mps(type, altitude_m))
        range.greatest_tas_mps = greatest->value;
    return range;
}

std::optional<SpeedRange> turning_speed_range(const AircraftType& type, double altitude_m, double radius_m)
{
    SpeedRange range = speed_range(type, altitude_m);
    const double pull = standard_gravity_mps2 * radius_m;
    if (range.least_tas_mps) {
        const double ratio = *range.least_tas_mps * *range.least_tas_mps / pull;
        if (ratio >= 1)
            return std::nullopt;
        *range.least_tas_mps /= std::pow(1 - ratio * ratio, 0.25);
    }
    std::optional<double> bank = type.max_bank_rad;
    if (type.max_load_factor)
        bank = std::min(bank.value_or(bank_from_load_factor(*type.max_load_factor)),
                        bank_from_load_factor(*type.max_load_factor));
    if (bank) {
        const double fastest = std::sqrt(pull * std::tan(*bank));
        range.greatest_tas_mps = std::min(range.greatest_tas_mps.value_or(fastest), fastest);
    }
    if (range.least_tas_mps && range.greatest_tas_mps && *range.least_tas_mps > *range.greatest_tas_mps)
        return std::nullopt;
    return range;
}

std::optional<Bound> greatest_load_factor(const AircraftType& type, double altitude_m, double tas_mps)
{
    std::optional<Bound> by_structure, by_lift;
    if (type.max_load_factor)
        by_structure = Bound{*type.max_load_factor, "load factor"};
    if (const auto least = least_tas_mps(type, altitude_m)) {
        const double ratio = tas_mps / least->value;
        by_lift = Bound{std::max(ratio * ratio, load_factor_from_bank(least_turning_bank_rad)), least->limit};
    }
    return lower_of(by_structure, by_lift);
}

std::optional<Bound> greatest_bank_rad(const AircraftType& type, double altitude_m, double tas_mps)
{
    std::optional<Bound> by_bank, by_load;
    if (type.max_bank_rad)
        by_bank = Bound{*type.max_bank_rad, "bank"};
    if (const auto load = greatest_load_factor(type, altitude_m, tas_mps))
        by_load = Bound{bank_from_load_factor(load->value), load->limit};
    return lower_of(by_bank, by_load);
}

Bound greatest_climb_mps(const AircraftType& type, double tas_mps)
{
    return vertical_bound(type.max_climb_mps, tas_mps, "climb");
}

Bound greatest_descent_mps(const AircraftType& type, double tas_mps)
{
    return vertical_bound(type.max_descent_mps, tas_mps, "descent");
}

double pull_mps2(const AircraftType& type, double altitude_m, double tas_mps)
{
    double pull = usual_pull_mps2;
    if (const auto load = greatest_load_factor(type, altitude_m, tas_mps))
        pull = std::min(pull, (load->value - 1) * standard_gravity_mps2);
    if (type.min_load_factor)
        pull = std::min(pull, (1 - *type.min_load_factor) * standard_gravity_mps2);
    return std::max(pull, 0.02 * standard_gravity_mps2);
}

}  // namespace incursion

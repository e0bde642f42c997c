#include "sim/flight/atmosphere.h"

#include <algorithm>
#include <cmath>

#include "sim/base/units.h"

namespace incursion {

namespace {

struct Layer {
    double base_m;
    double base_temperature_k;
    double base_pressure_pa;
    double lapse_kpm;  ///< temperature gained per metre of altitude
};

/// Doc 7488, section 1.2.7: hydrostatic balance of a perfect gas, with and without a temperature gradient.
double pressure_in(const Layer& layer, double altitude_m)
{
    constexpr double g_over_r = standard_gravity_mps2 / isa_gas_constant;
    const double up_m = altitude_m - layer.base_m;
    if (layer.lapse_kpm == 0)
        return layer.base_pressure_pa * std::exp(-g_over_r * up_m / layer.base_temperature_k);
    return layer.base_pressure_pa *
           std::pow(1 + layer.lapse_kpm * up_m / layer.base_temperature_k, -g_over_r / layer.lapse_kpm);
}

const Layer& layer_at(double altitude_m)
{
    static const Layer troposphere{0, isa_sea_level_temperature_k, isa_sea_level_pressure_pa,
                                   isa_troposphere_lapse_kpm};
    static const Layer tropopause{11000, 216.65, pressure_in(troposphere, 11000), 0};
    static const Layer stratosphere{20000, 216.65, pressure_in(tropopause, 20000), 0.001};
    if (altitude_m < tropopause.base_m)
        return troposphere;
    return altitude_m < stratosphere.base_m ? tropopause : stratosphere;
}

}  // namespace

Air isa_at(double altitude_m)
{
    const double altitude = std::clamp(altitude_m, isa_lowest_m, isa_highest_m);
    const Layer& layer = layer_at(altitude);
    Air air;
    air.temperature_k = layer.base_temperature_k + layer.lapse_kpm * (altitude - layer.base_m);
    air.pressure_pa = pressure_in(layer, altitude);
    air.density_kgpm3 = air.pressure_pa / (isa_gas_constant * air.temperature_k);
    air.speed_of_sound_mps = std::sqrt(isa_heat_ratio * isa_gas_constant * air.temperature_k);
    return air;
}

}  // namespace incursion

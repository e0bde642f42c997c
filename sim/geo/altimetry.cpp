#include "sim/geo/altimetry.h"

#include <cmath>
#include <memory>

#include <proj.h>

#include "sim/base/angle.h"
#include "sim/base/isa.h"
#include "sim/base/units.h"

namespace incursion {

namespace {

struct ProjFree {
    void operator()(PJ* transformation) const { proj_destroy(transformation); }
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};

/// PROJ's objects belong to one thread each.
struct GeoidGrid {
    GeoidGrid()
    {
        proj_log_level(context.get(), PJ_LOG_NONE);
        transformation.reset(proj_create(context.get(), "+proj=vgridshift +grids=egm96_15.gtx +multiplier=1"));
    }

    std::unique_ptr<PJ_CONTEXT, ProjFree> context{proj_context_create()};
    std::unique_ptr<PJ, ProjFree> transformation;
};

}  // namespace

double pressure_altitude_m(double pressure_hpa)
{
    constexpr double exponent = -isa_gas_constant * isa_troposphere_lapse_kpm / standard_gravity_mps2;
    const double ratio = pressure_hpa * 100 / isa_sea_level_pressure_pa;
    return isa_sea_level_temperature_k / isa_troposphere_lapse_kpm * (std::pow(ratio, exponent) - 1) + 0.0;
}

double pressure_over_msl_m(double qnh_hpa)
{
    return pressure_altitude_m(qnh_hpa);
}

std::optional<double> geoid_height_m(LonLat place)
{
    static thread_local const GeoidGrid grid;
    if (!grid.transformation)
        return std::nullopt;
    const PJ_COORD at = proj_coord(Angle::degrees(wrapped_lon(place.lon_deg)).rad(),
                                   Angle::degrees(place.lat_deg).rad(), 0, 0);
    const PJ_COORD shifted = proj_trans(grid.transformation.get(), PJ_FWD, at);
    if (!std::isfinite(shifted.lpz.z))
        return std::nullopt;
    return shifted.lpz.z;
}

}  // namespace incursion

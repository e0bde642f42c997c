#include "sim/io/chosen_altitude.h"

#include <fmt/format.h>

namespace incursion {

std::optional<double> ChosenAltitude::of(const Altitudes& altitudes)
{
    ++fixes_;
    has_msl_ = has_msl_ || altitudes.msl_m;
    has_pressure_ = has_pressure_ || altitudes.pressure_m;
    has_ellipsoid_ = has_ellipsoid_ || altitudes.ellipsoid_m;
    switch (datum_) {
    case AltitudeDatum::msl: return altitudes.msl_m;
    case AltitudeDatum::pressure: return altitudes.pressure_m;
    case AltitudeDatum::ellipsoid: return altitudes.ellipsoid_m;
    }
    return std::nullopt;
}

void ChosenAltitude::tell(const TrackReadOptions& options, const std::string& file, Diagnostics& diagnostics) const
{
    std::string others;
    bool has_chosen = false;
    const auto look_at = [&](bool has, AltitudeDatum datum) {
        if (has)
            others += fmt::format("{}{}", others.empty() ? "" : ", ", name_of(datum));
        has_chosen = has_chosen || (has && datum == datum_);
    };
    look_at(has_msl_, AltitudeDatum::msl);
    look_at(has_pressure_, AltitudeDatum::pressure);
    look_at(has_ellipsoid_, AltitudeDatum::ellipsoid);
    if (has_chosen || fixes_ == 0 || (others.empty() && !options.altitude))
        return;
    diagnostics.note(file, std::nullopt, "",
                     fmt::format("it has no altitudes of the datum `{}`, so its fixes have none; there are: {}",
                                 name_of(datum_), others.empty() ? "none at all" : others));
}

}  // namespace incursion

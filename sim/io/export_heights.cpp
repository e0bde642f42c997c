#include "sim/io/export_heights.h"

#include <string>

#include <fmt/format.h>

#include "sim/geo/altimetry.h"

namespace incursion {

bool HeightChange::is_known() const
{
    return geoid_height_m({}).has_value();
}

double HeightChange::undulation_m(LonLat place) const
{
    return geoid_height_m(place).value_or(0);
}

double HeightChange::above_ellipsoid_m(LonLat place, double altitude_m, AltitudeDatum datum) const
{
    return datum == AltitudeDatum::ellipsoid ? altitude_m : above_sea_m(place, altitude_m, datum) + undulation_m(place);
}

double HeightChange::above_sea_m(LonLat place, double altitude_m, AltitudeDatum datum) const
{
    switch (datum) {
    case AltitudeDatum::msl: return altitude_m;
    case AltitudeDatum::pressure: return altitude_m - pressure_over_msl_m_;
    case AltitudeDatum::ellipsoid: return altitude_m - undulation_m(place);
    }
    return altitude_m;
}

void tell_of_heights(const ExportedIncident& incident, AltitudeDatum wanted, const HeightChange& geoid,
                     Diagnostics& diagnostics)
{
    const bool to_ellipsoid = wanted == AltitudeDatum::ellipsoid;
    for (const ExportedTrack& track : incident.tracks) {
        const bool on_ellipsoid = track.datum == AltitudeDatum::ellipsoid;
        if (track.datum == AltitudeDatum::pressure)
            diagnostics.note("", std::nullopt, track.id,
                             incident.pressure_over_msl_m == 0
                                 ? std::string{"its pressure altitudes are written as if they counted from mean sea level"}
                                 : fmt::format("its pressure altitudes are written {:.1f} m higher, as above mean sea level "
                                               "by the scenario's altimeter setting", -incident.pressure_over_msl_m));
        if (on_ellipsoid != to_ellipsoid && !geoid.is_known())
            diagnostics.warning("", std::nullopt, track.id,
                                std::string{"its altitudes are written unchanged, though the format counts from "} +
                                    (to_ellipsoid ? "the ellipsoid" : "mean sea level") +
                                    " (up to 100 m apart): PROJ's grid egm96_15.gtx is missing; install it (Debian: "
                                    "proj-data)");
    }
}

}  // namespace incursion

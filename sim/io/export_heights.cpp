#include "sim/io/export_heights.h"

#include <string>

#include "sim/geo/altimetry.h"

namespace incursion {

bool GeoidHeights::is_known() const
{
    return geoid_height_m({}).has_value();
}

double GeoidHeights::undulation_m(LonLat place) const
{
    return geoid_height_m(place).value_or(0);
}

double GeoidHeights::above_ellipsoid_m(LonLat place, double altitude_m, AltitudeDatum datum) const
{
    return datum == AltitudeDatum::ellipsoid ? altitude_m : altitude_m + undulation_m(place);
}

double GeoidHeights::above_sea_m(LonLat place, double altitude_m, AltitudeDatum datum) const
{
    return datum == AltitudeDatum::ellipsoid ? altitude_m - undulation_m(place) : altitude_m;
}

void tell_of_heights(const ExportedIncident& incident, AltitudeDatum wanted, const GeoidHeights& geoid,
                     Diagnostics& diagnostics)
{
    const bool to_ellipsoid = wanted == AltitudeDatum::ellipsoid;
    for (const ExportedTrack& track : incident.tracks) {
        const bool on_ellipsoid = track.datum == AltitudeDatum::ellipsoid;
        if (track.datum == AltitudeDatum::pressure)
            diagnostics.note("", std::nullopt, track.id,
                             "its pressure altitudes are written as if they counted from mean sea level");
        if (on_ellipsoid != to_ellipsoid && !geoid.is_known())
            diagnostics.warning("", std::nullopt, track.id,
                                std::string{"its altitudes are written unchanged, though the format counts from "} +
                                    (to_ellipsoid ? "the ellipsoid" : "mean sea level") +
                                    " (up to 100 m apart): PROJ's grid egm96_15.gtx is missing; install it (Debian: "
                                    "proj-data)");
    }
}

}  // namespace incursion

#include "sim/io/export_heights.h"

#include <string>

#include <ogr_spatialref.h>

#include "sim/io/ogr_session.h"

namespace incursion {

namespace {

/// Adds the height of the geoid to a height; degrees in, degrees out.
constexpr const char* geoid_pipeline = "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
                                       "+step +proj=vgridshift +grids=egm96_15.gtx +multiplier=1 "
                                       "+step +proj=unitconvert +xy_in=rad +xy_out=deg";

}  // namespace

struct GeoidHeights::Transformation {
    std::unique_ptr<OGRCoordinateTransformation> way;
};

GeoidHeights::GeoidHeights()
{
    const OgrMessages quiet;
    OGRCoordinateTransformationOptions options;
    options.SetCoordinateOperation(geoid_pipeline, false);
    std::unique_ptr<OGRCoordinateTransformation> way{OGRCreateCoordinateTransformation(nullptr, nullptr, options)};
    double lon_deg = 0, lat_deg = 0, height_m = 0;
    if (way && way->Transform(1, &lon_deg, &lat_deg, &height_m) != 0 && height_m != 0)
        transformation_ = std::make_unique<Transformation>(Transformation{std::move(way)});
}

GeoidHeights::~GeoidHeights() = default;

double GeoidHeights::undulation_m(LonLat place) const
{
    if (!transformation_)
        return 0;
    const OgrMessages quiet;
    double lon_deg = wrapped_lon(place.lon_deg), lat_deg = place.lat_deg, height_m = 0;
    return transformation_->way->Transform(1, &lon_deg, &lat_deg, &height_m) != 0 ? height_m : 0;
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

#pragma once

#include <string>

#include "sim/base/diagnostics.h"
#include "sim/io/export_heights.h"
#include "sim/io/export_incident.h"
#include "sim/io/export_xml.h"

namespace incursion {

/// The placemarks of a KML document, one kind of thing each.
class KmlThings {
public:
    KmlThings(XmlText& xml, const ExportedIncident& incident, Diagnostics& diagnostics)
        : xml_{xml}, incident_{incident}, diagnostics_{diagnostics}, geoid_{incident.pressure_over_msl_m}
    {
        tell_of_heights(incident, AltitudeDatum::msl, geoid_, diagnostics);
    }

    void add_styles();
    void add_track(const ExportedTrack& track);
    void add_crossing(const ExportedCrossing& crossing);
    void add_call(const ExportedCall& call);
    void add_event(const ExportedEvent& event);
    void add_plots(const ExportedPlots& plots);
    void add_place(const ExportedPlace& place);
    void add_airspace(const ExportedAirspace& airspace);

private:
    void begin(const std::string& name, const ExportFacts& facts);
    void add_span(Time begin, std::optional<Time> end);
    void add_part(const ExportedTrack& track, const std::vector<PathPoint>& part, bool absolute);
    void add_point(LonLat place, std::optional<double> altitude_m, AltitudeDatum datum);
    void add_polygon(const ExportedPolygon& polygon, const VerticalLimit& height, bool extrude);
    AltitudeDatum datum_of(std::optional<std::size_t> track) const;

    XmlText& xml_;
    const ExportedIncident& incident_;
    Diagnostics& diagnostics_;
    HeightChange geoid_;
};

}  // namespace incursion

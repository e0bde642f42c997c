#include "sim/io/export_kml_things.h"

#include <algorithm>

#include <fmt/format.h>

#include "sim/io/export_numbers.h"
#include "sim/io/export_style.h"
#include "sim/io/path_pieces.h"
#include "sim/io/write_visit_json.h"
#include "sim/io/text_pieces.h"

namespace incursion {

namespace {

constexpr const char* dot_icon = "http://maps.google.com/mapfiles/kml/shapes/placemark_circle.png";

/// KML has the opacity first, then blue, green, red.
std::string kml_colour(const ExportColour& colour, unsigned opacity)
{
    return fmt::format("{:02x}{:02x}{:02x}{:02x}", opacity, colour.blue, colour.green, colour.red);
}

void add_style(XmlText& xml, const std::string& id, const ExportColour& colour, double icon_scale, double line_width)
{
    xml.open("Style", fmt::format("id=\"{}\"", id));
    xml.open("IconStyle");
    xml.element("color", kml_colour(colour, 0xFF));
    xml.element("scale", decimal_text(icon_scale, 2));
    xml.open("Icon");
    xml.element("href", dot_icon);
    xml.close();
    xml.close();
    xml.open("LabelStyle");
    xml.element("color", kml_colour(neutral_colour, 0xFF));
    xml.element("scale", decimal_text(icon_scale, 2));
    xml.close();
    xml.open("LineStyle");
    xml.element("color", kml_colour(colour, 0xFF));
    xml.element("width", decimal_text(line_width, 1));
    xml.close();
    xml.open("PolyStyle");
    xml.element("color", kml_colour(colour, 0x20));
    xml.element("outline", "0");
    xml.close();
    xml.close();
}

std::string coordinates_text(const std::vector<LonLat>& places, const std::string& height)
{
    std::string text;
    for (const LonLat& place : places) {
        text += text.empty() ? "" : " ";
        text += degrees_text(place.lon_deg) + "," + degrees_text(place.lat_deg);
        text += height.empty() ? "" : "," + height;
    }
    return text;
}

bool has_height(const VerticalLimit& limit)
{
    return std::holds_alternative<Msl>(limit) || std::holds_alternative<Agl>(limit);
}

}  // namespace

void KmlThings::add_styles()
{
    for (std::size_t i = 0; i < incident_.accounts.size(); ++i) {
        add_style(xml_, fmt::format("account-{}", i), colour_of_account(i), 0.9, 2.5);
        add_style(xml_, fmt::format("plots-{}", i), colour_of_account(i), 0.3, 1);
    }
    add_style(xml_, "entry", entry_colour, 0.9, 1);
    add_style(xml_, "crossing", neutral_colour, 0.7, 1);
    add_style(xml_, "border", border_colour, 0.8, 1.5);
    add_style(xml_, "place", neutral_colour, 0.6, 1);
}

void KmlThings::begin(const std::string& name, const ExportFacts& facts)
{
    xml_.open("Placemark");
    xml_.element("name", name);
    xml_.element_if("description", facts_as_html(facts));
}

void KmlThings::add_span(Time begin, std::optional<Time> end)
{
    xml_.open("TimeSpan");
    xml_.element("begin", format_time(begin));
    if (end)
        xml_.element("end", format_time(*end));
    xml_.close();
}

AltitudeDatum KmlThings::datum_of(std::optional<std::size_t> track) const
{
    return track ? incident_.tracks[*track].datum : AltitudeDatum::msl;
}

void KmlThings::add_track(const ExportedTrack& track)
{
    const bool absolute = std::all_of(track.parts.begin(), track.parts.end(),
                                      [](const std::vector<PathPoint>& part) { return has_heights(part); });
    if (!absolute)
        diagnostics_.note("", std::nullopt, track.id,
                          "its fixes do not all have an altitude; KML lays it on the ground");
    begin(track.id, track.facts);
    xml_.element("styleUrl", fmt::format("#account-{}", track.account));
    if (track.parts.size() > 1) {
        xml_.open("gx:MultiTrack");
        xml_.element("gx:interpolate", "0");
    }
    for (const std::vector<PathPoint>& part : track.parts)
        add_part(track, part, absolute);
    if (track.parts.size() > 1)
        xml_.close();
    xml_.close();
}

void KmlThings::add_part(const ExportedTrack& track, const std::vector<PathPoint>& part, bool absolute)
{
    xml_.open("gx:Track");
    xml_.element("altitudeMode", absolute ? "absolute" : "clampToGround");
    for (const PathPoint& point : part)
        xml_.element("when", format_time(point.time));
    for (const PathPoint& point : part) {
        const double height_m = absolute ? geoid_.above_sea_m(point.place, *point.altitude_m, track.datum) : 0;
        xml_.element("gx:coord", fmt::format("{} {} {}", degrees_text(reported_lon(point.place)),
                                             degrees_text(point.place.lat_deg), metres_text(height_m)));
    }
    xml_.close();
}

void KmlThings::add_point(LonLat place, std::optional<double> altitude_m, AltitudeDatum datum)
{
    place.lon_deg = reported_lon(place);
    xml_.open("Point");
    xml_.element("altitudeMode", altitude_m ? "absolute" : "clampToGround");
    xml_.element(
        "coordinates",
        coordinates_text({place}, altitude_m ? metres_text(geoid_.above_sea_m(place, *altitude_m, datum)) : ""));
    xml_.close();
}

void KmlThings::add_crossing(const ExportedCrossing& crossing)
{
    begin(crossing.name, crossing.facts);
    add_span(crossing.end.time, std::nullopt);
    xml_.element("styleUrl", crossing.foreign && crossing.entry ? "#entry" : "#crossing");
    add_point(crossing.end.place, crossing.end.altitude_m, datum_of(crossing.track));
    xml_.close();
}

void KmlThings::add_call(const ExportedCall& call)
{
    begin(call.name, call.facts);
    add_span(call.span.from, call.span.to);
    xml_.element("styleUrl", fmt::format("#account-{}", call.account));
    if (call.at)
        add_point(call.at->place, call.at->altitude_m, datum_of(call.track));
    xml_.close();
}

void KmlThings::add_event(const ExportedEvent& event)
{
    begin(event.event.title, event.facts);
    add_span(event.event.time, std::nullopt);
    xml_.element("styleUrl", fmt::format("#account-{}", event.account));
    if (event.at)
        add_point(event.at->place, event.at->altitude_m, event.place_told ? AltitudeDatum::msl : datum_of(event.track));
    xml_.close();
}

void KmlThings::add_plots(const ExportedPlots& plots)
{
    xml_.open("Folder");
    xml_.element("name", plots.name);
    xml_.element("visibility", "0");
    xml_.element_if("description", facts_as_html(plots.facts));
    for (const Fix& fix : plots.fixes) {
        xml_.open("Placemark");
        xml_.element("visibility", "0");
        add_span(fix.time, fix.time + seconds(plots.scan_period_s));
        xml_.element("styleUrl", fmt::format("#plots-{}", incident_.tracks[plots.track].account));
        add_point(fix.place, fix.altitude_m, plots.datum);
        xml_.close();
    }
    xml_.close();
}

void KmlThings::add_place(const ExportedPlace& place)
{
    begin(place.name, place.facts);
    xml_.element("styleUrl", "#place");
    add_point(place.position, std::nullopt, AltitudeDatum::msl);
    xml_.close();
}

void KmlThings::add_polygon(const ExportedPolygon& polygon, const VerticalLimit& limit, bool extrude)
{
    std::string height;
    xml_.open("Polygon");
    if (extrude)
        xml_.element("extrude", "1");
    else if (!has_height(limit))
        xml_.element("tessellate", "1");
    if (const Msl* msl = std::get_if<Msl>(&limit)) {
        height = metres_text(msl->m);
        xml_.element("altitudeMode", "absolute");
    } else if (const Agl* agl = std::get_if<Agl>(&limit)) {
        height = metres_text(agl->m);
        xml_.element("altitudeMode", "relativeToGround");
    } else {
        xml_.element("altitudeMode", "clampToGround");
    }
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
        xml_.open(i == 0 ? "outerBoundaryIs" : "innerBoundaryIs");
        xml_.open("LinearRing");
        xml_.element("coordinates", coordinates_text(polygon.rings[i], height));
        xml_.close();
        xml_.close();
    }
    xml_.close();
}

void KmlThings::add_airspace(const ExportedAirspace& airspace)
{
    ExportFacts facts;
    add_fact(facts, "owner", airspace.owner);
    add_fact(facts, "floor", format_vertical_limit(airspace.floor));
    add_fact(facts, "ceiling", format_vertical_limit(airspace.ceiling));
    add_fact(facts, "active", airspace.activation);
    add_fact(facts, "extent", "cut off at the surroundings of the incident");
    begin(airspace.key, facts);
    xml_.element("styleUrl", "#border");
    xml_.open("MultiGeometry");
    for (const std::vector<LonLat>& line : airspace.lines) {
        xml_.open("LineString");
        xml_.element("tessellate", "1");
        xml_.element("coordinates", coordinates_text(line, ""));
        xml_.close();
    }
    const bool stands_on_ground = std::holds_alternative<Surface>(airspace.floor);
    for (const ExportedPolygon& polygon : airspace.polygons) {
        if (!has_height(airspace.floor) && !has_height(airspace.ceiling))
            add_polygon(polygon, Surface{}, false);
        if (has_height(airspace.floor))
            add_polygon(polygon, airspace.floor, false);
        if (has_height(airspace.ceiling))
            add_polygon(polygon, airspace.ceiling, stands_on_ground);
    }
    xml_.close();
    xml_.close();
}

}  // namespace incursion

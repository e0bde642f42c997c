#pragma once

#include <string>

#include <fmt/format.h>

#include "tests/sim/io/airspace_support.h"

namespace incursion::test {

inline constexpr const char* epsg = "urn:ogc:def:crs:EPSG::4326";

inline std::string message(const std::string& members)
{
    return "<?xml version='1.0'?>\n<m:AIXMBasicMessage xmlns:m='m' xmlns:aixm='a' xmlns:gml='g' xmlns:xlink='x'>\n" +
           members + "</m:AIXMBasicMessage>";
}

inline std::string surface(const std::string& members, const char* srs = epsg)
{
    return fmt::format("<aixm:Surface srsName='{}'><gml:patches><gml:PolygonPatch><gml:exterior><gml:Ring>{}</gml:Ring>"
                       "</gml:exterior></gml:PolygonPatch></gml:patches></aixm:Surface>",
                       srs, members);
}

inline std::string curve(const std::string& segments, const std::string& id = "c")
{
    return "<gml:curveMember><gml:Curve gml:id='" + id + "'><gml:segments>" + segments +
           "</gml:segments></gml:Curve></gml:curveMember>";
}

inline std::string line(const std::string& positions, const char* kind = "GeodesicString")
{
    return fmt::format("<gml:{0}><gml:posList>{1}</gml:posList></gml:{0}>", kind, positions);
}

inline std::string box(double south, double west, double north, double east)
{
    return curve(
        line(fmt::format("{0} {1} {0} {3} {2} {3} {2} {1} {0} {1}", south, west, north, east), "LineStringSegment"));
}

inline constexpr const char* limits =
    "<aixm:upperLimit uom='FL'>100</aixm:upperLimit><aixm:lowerLimit uom='FT'>GND</aixm:lowerLimit>";

inline std::string component(const std::string& projection, const char* operation = "BASE",
                             const std::string& limited = limits)
{
    return fmt::format("<aixm:geometryComponent><aixm:AirspaceGeometryComponent><aixm:operation>{}</aixm:operation>"
                       "<aixm:theAirspaceVolume><aixm:AirspaceVolume>{}<aixm:horizontalProjection>{}"
                       "</aixm:horizontalProjection></aixm:AirspaceVolume></aixm:theAirspaceVolume>"
                       "</aixm:AirspaceGeometryComponent></aixm:geometryComponent>",
                       operation, limited, projection);
}

inline std::string slice(const std::string& content, const char* kind = "BASELINE", const std::string& begin = "",
                         const std::string& end = "", int number = 1)
{
    return fmt::format("<aixm:timeSlice><aixm:AirspaceTimeSlice><gml:validTime><gml:TimePeriod><gml:beginPosition>{}"
                       "</gml:beginPosition><gml:endPosition>{}</gml:endPosition></gml:TimePeriod></gml:validTime>"
                       "<aixm:interpretation>{}</aixm:interpretation><aixm:sequenceNumber>{}</aixm:sequenceNumber>{}"
                       "</aixm:AirspaceTimeSlice></aixm:timeSlice>\n",
                       begin, end, kind, number, content);
}

inline std::string airspace(const std::string& slices, const std::string& id = "a")
{
    return "<m:hasMember><aixm:Airspace gml:id='uuid." + id + "'>" + slices + "</aixm:Airspace></m:hasMember>\n";
}

inline std::string named(const std::string& content, const std::string& designator = "EDR1")
{
    return "<aixm:type>R</aixm:type><aixm:designator>" + designator + "</aixm:designator><aixm:name>Lippe</aixm:name>" +
           content;
}

inline AirspacesRead read_members(const std::string& members, AirspaceSource source = {})
{
    return read_as_file(message(members), "a.xml", source);
}

}  // namespace incursion::test

#include "sim/io/aixm_format.h"

#include <numbers>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/sim/io/aixm_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

constexpr const char* crs84 = "urn:ogc:def:crs:OGC:1.3:CRS84";

TimeSpan span(const char* from, const char* to)
{
    return {parse_time(from).value(), parse_time(to).value()};
}

/// One airspace that is drawn by these curve members.
AirspacesRead read_drawn(const std::string& curves, const char* srs = epsg, const std::string& others = "")
{
    return read_members(others + airspace(slice(named(component(surface(curves, srs))))));
}

double area_km2(const Airspace& airspace)
{
    double sum = 0;
    for (const Ring& ring : airspace.rings)
        sum += std::abs(ring_area_m2(ring)) / 1e6;
    return sum;
}

// 7 May 2018 was a Monday.
const TimeSpan week = span("2018-05-07T00:00:00Z", "2018-05-14T00:00:00Z");

}  // namespace

TEST_CASE("AIXM: Donlon's airspaces with limits, classes, shapes and parts", "[aixm]")
{
    AirspaceSource source;
    source.edges = EdgeReading::geodesic;
    const AirspacesRead read = read_sample("donlon_airspaces.xml", source);
    CAPTURE(told(read.diagnostics));
    const Airspace& burgenvalk = read.find("EAR3");
    CHECK(burgenvalk.floor == VerticalLimit{FlightLevel{230}});
    CHECK(burgenvalk.ceiling == VerticalLimit{FlightLevel{360}});
    REQUIRE(burgenvalk.rings.size() == 1);
    CHECK(burgenvalk.rings[0].points == std::vector<LonLat>{{-38.46666666666667, 50.46666666666667},
                                                            {-34, 50.43333333333333},
                                                            {-34, 48.8},
                                                            {-38.46666666666667, 49}});
    const Airspace& horsham = read.find("EAD4");
    CHECK(horsham.floor == VerticalLimit{Surface{}});
    for (const LonLat p : horsham.rings.at(0).points)
        CHECK(proj_distance_m({-29.006944444444443, 45.501666666666665}, p) == Approx(20000).margin(1e-3).epsilon(0));
    // From seven to five on working days, in winter; the text says an hour earlier in summer.
    REQUIRE(horsham.activation);
    const auto spans = active_within(*horsham.activation, week);
    REQUIRE(spans.size() == 5);
    CHECK(spans[0] == span("2018-05-07T07:00:00Z", "2018-05-07T17:00:00Z"));
    CHECK(tells(read.diagnostics, "warning", "daylight saving"));
    CHECK(active_within(*horsham.activation, span("2017-06-01T00:00:00Z", "2017-07-01T00:00:00Z")).empty());
    // Two parts side by side, in one airspace and for themselves.
    const Airspace& whole = read.find("EAMM");
    CHECK(whole.ceiling == VerticalLimit{FlightLevel{460}});
    REQUIRE(whole.rings.size() == 2);
    CHECK(whole.rings[0].points == read.find("EAMM1").rings.at(0).points);
    CHECK(whole.rings[1].points == read.find("EAMM2").rings.at(0).points);
    source.where = "class = 'C' AND type = 'TMA_P' AND name LIKE 'MAGNETTO%'";
    CHECK(read_sample("donlon_airspaces.xml", source).airspaces->list.size() == 2);
}

TEST_CASE("AIXM: geodesic strings are followed where edges are read straight", "[aixm]")
{
    const AirspacesRead read = read_sample("donlon_airspaces.xml");
    const Ring& ring = read.find("EAR3").rings.at(0);
    REQUIRE(ring.points.size() > 100);
    // The northern side: by PROJ its middle is north of both ends' parallel.
    geod_geodesic ellipsoid{};
    geod_init(&ellipsoid, 6378137.0, 1 / 298.257223563);
    geod_geodesicline geodesic{};
    geod_inverseline(&geodesic, &ellipsoid, 50.46666666666667, -38.46666666666667, 50.43333333333333, -34, 0);
    double lat = 0, lon = 0;
    geod_position(&geodesic, geodesic.s13 / 2, &lat, &lon, nullptr);
    CHECK(distance_to_points_m({ring}, {lon, lat}) < 2500);
    for (std::size_t i = 0; i + 1 < ring.points.size(); ++i) {
        const LonLat a = ring.points[i], b = ring.points[i + 1];
        if (a.lon_deg < lon && b.lon_deg >= lon && a.lat_deg > 50) {
            const double on_side = a.lat_deg + (b.lat_deg - a.lat_deg) * (lon - a.lon_deg) / (b.lon_deg - a.lon_deg);
            CHECK(std::abs(on_side - lat) * 111e3 < 0.5);
        }
    }
}

TEST_CASE("AIXM: arcs turn with the sign of their sweep, and axes follow the reference system", "[aixm]")
{
    const auto arc = [](const char* centre, const char* from, const char* to) {
        return fmt::format(
            "<gml:ArcByCenterPoint numArc='1'><gml:pos>{}</gml:pos><gml:radius uom='[nmi_i]'>10</gml:radius>"
            "<gml:startAngle uom='deg'>{}</gml:startAngle><gml:endAngle uom='deg'>{}</gml:endAngle>"
            "</gml:ArcByCenterPoint>",
            centre, from, to);
    };
    const LonLat centre{8, 50};
    const double sector_km2 = std::numbers::pi * 18.52 * 18.52 / 4;
    // From north over east: a quarter, closed through the centre.
    const AirspacesRead right = read_drawn(curve(arc("50 8", "0", "90") + line("50 8")));
    const Airspace& quarter = right.find("EDR1");
    CHECK(area_km2(quarter) == Approx(sector_km2).epsilon(1e-4));
    CHECK(distance_to_points_m(quarter.rings, proj_direct(centre, 45, 18520)) < 200);
    CHECK(tells(right.diagnostics, "warning", "18520 m from the end of the last"));
    // The other way round it is three quarters.
    const AirspacesRead left = read_drawn(curve(arc("50 8", "0", "-270") + line("50 8")));
    CHECK(area_km2(left.find("EDR1")) == Approx(3 * sector_km2).epsilon(1e-4));
    CHECK(distance_to_points_m(left.find("EDR1").rings, proj_direct(centre, 225, 18520)) < 200);
    // In CRS84 positions are longitude first, and angles run from east to north.
    const AirspacesRead other = read_drawn(curve(arc("8 50", "90", "0") + line("8 50")), crs84);
    REQUIRE(other.find("EDR1").rings.at(0).points.size() == quarter.rings[0].points.size());
    for (std::size_t i = 0; i < quarter.rings[0].points.size(); ++i)
        CHECK(proj_distance_m(other.find("EDR1").rings[0].points[i], quarter.rings[0].points[i]) < 1e-6);
    for (const char* unit : {"NM", "KM", "M", "FT"})
        CHECK(read_drawn(curve(fmt::format("<gml:CircleByCenterPoint><gml:pos>50 8</gml:pos><gml:radius uom='{}'>100"
                                           "</gml:radius></gml:CircleByCenterPoint>",
                                           unit)))
                  .airspaces);
    CHECK(tells(read_drawn(curve("<gml:CircleByCenterPoint><gml:pos>50 8</gml:pos><gml:radius uom='yd'>1</gml:radius>"
                                 "</gml:CircleByCenterPoint>"))
                    .diagnostics,
                "error 3 EDR1", "radius with its unit"));
    CHECK(tells(read_drawn(curve("<gml:ArcString/>")).diagnostics, "error 3 EDR1", "'ArcString' is not read"));
}

TEST_CASE("AIXM: points and curves elsewhere in the file are found, others are named", "[aixm]")
{
    const std::string fix = "<m:hasMember><aixm:DesignatedPoint gml:id='uuid.p1'><aixm:location><aixm:Point srsName='" +
                            std::string{epsg} +
                            "'><gml:pos>51 8</gml:pos></aixm:Point></aixm:location>"
                            "</aixm:DesignatedPoint></m:hasMember>";
    const std::string border = "<m:hasMember><aixm:GeoBorder gml:id='uuid.b1'><aixm:border><aixm:Curve gml:id='bc'>"
                               "<gml:segments/></aixm:Curve></aixm:border></aixm:GeoBorder></m:hasMember>";
    const std::string linked = "<gml:GeodesicString><gml:pos>50 8</gml:pos><gml:pos>50 9</gml:pos><gml:pointProperty "
                               "xlink:href='urn:uuid:p1'/></gml:GeodesicString>";
    const AirspacesRead found = read_drawn(curve(linked), epsg, fix);
    CAPTURE(told(found.diagnostics));
    CHECK(distance_to_points_m(found.find("EDR1").rings, {8, 51}) == 0);
    CHECK(tells(read_drawn(curve(linked)).diagnostics, "error 3 EDR1", "the point 'urn:uuid:p1' is not in this file"));

    const std::string along = curve(line("50 8 50 9")) +
                              "<gml:curveMember xlink:href='urn:uuid:b1' xlink:title='along the State border'/>" +
                              curve(line("51 9 51 8 50 8"));
    const AirspacesRead straight = read_drawn(along, epsg, border);
    CAPTURE(told(straight.diagnostics));
    CHECK(straight.airspaces);
    CHECK(tells(straight.diagnostics, "warning 3 EDR1", "'along the State border'; it is taken straight"));
    CHECK_FALSE(tells(straight.diagnostics, "warning", "from the end of the last"));
    CHECK(tells(read_drawn(along).diagnostics, "error 3 EDR1", "the curve 'urn:uuid:b1' (along the State border)"));

    // A curve of another airspace, run backwards.
    const std::string other = airspace(slice(named(component(surface(box(50, 9, 51, 10))), "EDR2")), "b");
    const std::string shared = curve(line("50 8 50 9")) +
                               "<gml:curveMember><gml:OrientableCurve orientation='-'><gml:baseCurve "
                               "xlink:href='#c2'/></gml:OrientableCurve></gml:curveMember>" +
                               curve(line("51 9 51 8"));
    const AirspacesRead reversed = read_members(
        airspace(
            slice(named(component(surface(curve(line("51 9 50 9"), "c2") + curve(line("50 10 51 10 51 9")))), "EDR2")),
            "b") +
        airspace(slice(named(component(surface(shared))))));
    CAPTURE(told(reversed.diagnostics));
    CHECK(area_km2(reversed.find("EDR1")) ==
          Approx(area_km2(read_drawn(curve(line("50 8 50 9 51 9 51 8"))).find("EDR1"))));
}

TEST_CASE("AIXM: volumes are put together by their operations", "[aixm]")
{
    const auto area = [](const std::string& components) {
        const AirspacesRead read = read_members(airspace(slice(named(components))));
        CAPTURE(told(read.diagnostics));
        return area_km2(read.find("EDR1"));
    };
    const auto part = [](double west, double east, const char* operation, const std::string& limited = limits) {
        return component(surface(box(50, west, 51, east)), operation, limited);
    };
    // Sides are straight in longitude and latitude, and measured here as geodesics: alike to a few parts in 100 000.
    const double one = area(part(8, 9, "BASE"));
    CHECK(area(part(8, 9, "BASE") + part(9, 10, "UNION")) == Approx(2 * one).epsilon(1e-4));
    CHECK(area(part(8, 9, "BASE") + part(8.5, 9.5, "UNION")) == Approx(1.5 * one).epsilon(1e-4));
    CHECK(area(part(8, 9, "BASE") + part(8.5, 9.5, "SUBTR")) == Approx(0.5 * one).epsilon(1e-4));
    CHECK(area(part(8, 9, "BASE") + part(8.75, 9.5, "INTERS")) == Approx(0.25 * one).epsilon(1e-4));
    // A hole within stays even-odd: both rings as they are.
    const AirspacesRead hole = read_members(
        airspace(slice(named(part(8, 9, "BASE") + component(surface(box(50.2, 8.2, 50.8, 8.8)), "SUBTR")))));
    CHECK(hole.find("EDR1").rings.size() == 2);
    // Across the 180th meridian.
    CHECK(area(part(179, 180, "BASE") + part(-180, -179, "UNION")) == Approx(2 * one).epsilon(1e-4));
    const std::string high =
        "<aixm:upperLimit uom='FL'>200</aixm:upperLimit><aixm:lowerLimit uom='FL'>100</aixm:lowerLimit>";
    const AirspacesRead layers = read_members(airspace(slice(named(part(8, 9, "BASE") + part(8, 10, "UNION", high)))));
    REQUIRE(layers.airspaces);
    CHECK(layers.airspaces->list.size() == 2);
    const AirspacesRead refused = read_members(airspace(slice(named(part(8, 9, "BASE") + part(8, 10, "SUBTR", high)))));
    CHECK(tells(refused.diagnostics, "error 3 EDR1", "between other limits"));
    CHECK(tells(read_members(airspace(slice(named(part(8, 9, "BASE") + part(8, 10, "XOR"))))).diagnostics,
                "error 3 EDR1", "'XOR'"));
}

TEST_CASE("AIXM: limits of every unit and zero", "[aixm]")
{
    const auto read_limit = [](const char* unit, const char* reference, const char* value) {
        return read_members(airspace(slice(named(component(
            surface(box(50, 8, 51, 9)), "BASE",
            fmt::format(
                "<aixm:upperLimit uom='{}'>{}</aixm:upperLimit><aixm:upperLimitReference>{}</aixm:upperLimitReference>"
                "<aixm:lowerLimit uom='FT'>GND</aixm:lowerLimit>",
                unit, value, reference))))));
    };
    const auto ceiling = [&](const char* unit, const char* reference, const char* value) {
        return read_limit(unit, reference, value).find("EDR1").ceiling;
    };
    CHECK(ceiling("FL", "STD", "195") == VerticalLimit{FlightLevel{195}});
    CHECK(ceiling("FT", "STD", "19500") == VerticalLimit{FlightLevel{195}});
    CHECK(ceiling("FT", "OTHER", "UNL") == VerticalLimit{Unlimited{}});
    CHECK(std::get<Msl>(ceiling("FT", "MSL", "1000")).m == Approx(304.8));
    CHECK(std::get<Msl>(ceiling("M", "MSL", "1000")).m == Approx(1000));
    CHECK(std::get<Agl>(ceiling("FT", "SFC", "1000")).m == Approx(304.8));
    CHECK(ceiling("SM", "STD", "3050") == VerticalLimit{FlightLevel{100}});  // 10006.6 ft
    CHECK(tells(read_limit("SM", "STD", "3050").diagnostics, "warning 3 EDR1", "nearest flight level"));
    CHECK(tells(read_limit("FT", "", "1000").diagnostics, "warning 3 EDR1", "read as above MSL"));
    CHECK(tells(read_limit("FT", "W84", "1000").diagnostics, "error 3 EDR1", "above 'W84' is not read"));
    CHECK(tells(read_limit("YD", "MSL", "1000").diagnostics, "error 3 EDR1", "FT, M, FL or SM"));
    CHECK(tells(read_limit("FT", "MSL", "high").diagnostics, "error 3 EDR1", "'high'"));
}

TEST_CASE("AIXM: the points of all airspaces of a file are counted", "[aixm]")
{
    const std::string circle = "<gml:CircleByCenterPoint><gml:pos>50 8</gml:pos><gml:radius uom='NM'>500</gml:radius>"
                               "</gml:CircleByCenterPoint>";
    const auto read = [](const std::string& members, std::size_t most_points) {
        const std::string text = message(members);
        MemoryBytes bytes{"a.xml", text};
        Diagnostics told;
        read_aixm(bytes, EdgeReading::straight, most_points, told);
        return told;
    };
    std::string circles, meridians;
    for (const char* name : {"A", "B", "C", "D"}) {
        circles += airspace(slice(named(component(surface(curve(circle))), name)), name);
        // From pole to pole and back.
        meridians +=
            airspace(slice(named(component(surface(curve(line("-80 8 80 9 -80 10 80 11 -80 8")))), name)), name);
    }
    // A side of a circle within half a metre of it is at most 1925 m long: more than 3000 make one.
    for (const std::string& text : {circles, meridians}) {
        const Diagnostics few = read(text, 1000), many = read(text, 100'000);
        CAPTURE(told(few), told(many));
        REQUIRE(few.list().size() == 1);
        CHECK(tells(few, "error", "more than 1000 points"));
        CHECK(many.list().empty());
    }
}

TEST_CASE("AIXM: broken files say where", "[aixm]")
{
    const std::string good = message(airspace(slice(named(component(surface(box(50, 8, 51, 9)))))));
    CHECK(read_as_file(good, "a.xml").airspaces);
    const AirspacesRead cut = read_as_file(good.substr(0, good.size() / 2), "a.xml");
    CHECK(tells(cut.diagnostics, "error 3", "the XML is broken"));
    CHECK(tells(read_members("").diagnostics, "error", "no Airspace"));
    CHECK(tells(read_drawn(curve(line("50 8 50 9 51"))).diagnostics, "error 3 EDR1", "no positions"));
    CHECK(tells(read_drawn(curve(line("50 8 50 9 91 8"))).diagnostics, "error 3 EDR1", "no latitude and longitude"));
    CHECK(tells(read_drawn(curve(line("50 8 50 9", "LineStringSegment"))).diagnostics, "error 3 EDR1",
                "a ring has 2 points"));
    CHECK(tells(read_drawn(box(50, 8, 51, 9), "urn:ogc:def:crs:EPSG::3857").diagnostics, "error 3 EDR1", "EPSG::3857"));
    CHECK(tells(read_drawn(box(50, 8, 51, 9), "EPSG:4326").diagnostics, "warning 3 EDR1", "order of axes"));
    // An airspace that is made of itself, over and over.
    const std::string itself =
        "<aixm:geometryComponent><aixm:AirspaceGeometryComponent><aixm:theAirspaceVolume><aixm:AirspaceVolume>"
        "<aixm:contributorAirspace><aixm:AirspaceVolumeDependency><aixm:dependency>FULL_GEOMETRY</aixm:dependency>"
        "<aixm:theAirspace xlink:href='urn:uuid:a'/></aixm:AirspaceVolumeDependency></aixm:contributorAirspace>"
        "</aixm:AirspaceVolume></aixm:theAirspaceVolume></aixm:AirspaceGeometryComponent></aixm:geometryComponent>";
    const AirspacesRead circle = read_members(airspace(slice(named(itself + itself + itself + itself))));
    CHECK(tells(circle.diagnostics, "error 3 EDR1", "do they refer in a circle?"));
}

TEST_CASE("AIXM is told by its root", "[aixm]")
{
    CHECK(fits_aixm(".xml", "<?xml version='1.0'?><!-- x --><message:AIXMBasicMessage a='b'>"));
    CHECK(fits_aixm(".gml", "<AIXMBasicMessage>"));
    CHECK_FALSE(fits_aixm(".xml", "<gpx>"));
    CHECK_FALSE(fits_aixm(".txt", "AC D"));
}

#include "sim/io/openair_format.h"

#include <numbers>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/io/openair_limit.h"
#include "sim/io/openair_position.h"
#include "tests/sim/io/airspace_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// An airspace with a shape; `lines` may add to or break it.
std::string airspace(const std::string& lines, const std::string& name = "Area")
{
    return "AC R\nAN " + name + "\nAL GND\nAH FL100\n" + lines;
}

constexpr const char* triangle = "DP 50:00:00N 008:00:00E\nDP 50:00:00N 009:00:00E\nDP 51:00:00N 008:00:00E\n";

AirspacesRead read_openair_text(const std::string& text)
{
    return read_as_file(text, "a.txt");
}

TimeSpan span(const char* from, const char* to)
{
    return {parse_time(from).value(), parse_time(to).value()};
}

}  // namespace

TEST_CASE("OpenAir: places in every published spelling", "[openair]")
{
    // Degrees by hand; the spellings are those of openaip-openair-parser's dp-definitions.txt, XCSoar and the
    // specification.
    struct {
        const char* text;
        double lat, lon;
    } const cases[] = {
        {"52:51:00 N 010:15:00 E", 52.85, 10.25},
        {"S222838.50 E0172814.00", -(22 + 28 / 60.0 + 38.5 / 3600), 17 + 28 / 60.0 + 14 / 3600.0},
        {"311949.00S 0234558.00E", -(31 + 19 / 60.0 + 49 / 3600.0), 23 + 45 / 60.0 + 58 / 3600.0},
        {"47 26 36 N 007 03 42 E", 47 + 26 / 60.0 + 36 / 3600.0, 7 + 3 / 60.0 + 42 / 3600.0},
        {"614322N 0234726E", 61 + 43 / 60.0 + 22 / 3600.0, 23 + 47 / 60.0 + 26 / 3600.0},
        {"54 26 45N 011 50 00E", 54 + 26 / 60.0 + 45 / 3600.0, 11 + 50 / 60.0},
        {"45°00'57\"N , 005°53'21\"E", 45 + 57 / 3600.0, 5 + 53 / 60.0 + 21 / 3600.0},
        {"N 49 57 01 E 006 12 41", 49 + 57 / 60.0 + 1 / 3600.0, 6 + 12 / 60.0 + 41 / 3600.0},
        {"45:15.531N 108:26.5w", 45 + 15.531 / 60, -(108 + 26.5 / 60)},
        {"01:05.5 N 000:05.5 E", 1 + 5.5 / 60, 5.5 / 60},
        {"39:29:09.25N 119:46:10.75W", 39 + 29 / 60.0 + 9.25 / 3600, -(119 + 46 / 60.0 + 10.75 / 3600)},
        {"42:00:60 N 001:60:00 W", 42 + 1 / 60.0, -2},
        {"53.785N 8.3613E", 53.785, 8.3613},
        {"E008:00:00 N50:00:00", 50, 8},
        {"4706.5N 00815.25E", 47 + 6.5 / 60, 8 + 15.25 / 60},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        const auto place = parse_openair_position(each.text);
        REQUIRE(place);
        CHECK(place->lat_deg == Approx(each.lat).margin(1e-13).epsilon(0));
        CHECK(place->lon_deg == Approx(each.lon).margin(1e-13).epsilon(0));
    }
    for (const char* wrong : {"", "N E", "45:49:51 N 008:42:", "45:61:00N 008:00:00E", "91:00:00N 008:00:00E",
                              "N 181 E", "45:00:00N 181:00:00E", "45:00:00N 46:00:00N", "45.5:30N 008:00:00E",
                              "-45:00:00N 008:00:00E", "45:00:00N 008:00:00E 3", "45:00:00:00N 008:00:00E",
                              "12345N 008:00:00E", "1.2.3N 4E", "45:00:00X 008:00:00E"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_openair_position(wrong));
    }
}

TEST_CASE("OpenAir: limits with every datum", "[openair]")
{
    const auto limit = [](const char* text) {
        CAPTURE(text);
        const auto read = parse_openair_limit(text);
        INFO((read ? "" : read.problem()));
        REQUIRE(read);
        return parse_vertical_limit(read->text).value();
    };
    for (const char* text : {"GND", "SFC", "0 AGL", "0ft GND", "surface"})
        CHECK(limit(text) == VerticalLimit{Surface{}});
    for (const char* text : {"UNL", "UNLIM", "UNLIMITED"})
        CHECK(limit(text) == VerticalLimit{Unlimited{}});
    for (const char* text : {"FL65", "FL 65", "FL065", "FL 65 STD", "6500 STD", "6500ft STD"})
        CHECK(limit(text) == VerticalLimit{FlightLevel{65}});
    for (const char* text : {"2500", "2500ft", "2500 ft MSL", "2500ft AMSL", "2500 Msl", "2500F"})
        CHECK(std::get<Msl>(limit(text)).m == Approx(762));
    for (const char* text : {"100m", "100 m MSL", "100m AMSL"})
        CHECK(std::get<Msl>(limit(text)).m == Approx(100));
    CHECK(std::get<Msl>(limit("0")).m == 0);
    for (const char* text : {"100 Agl", "100ft GND", "100 ft ASFC"})
        CHECK(std::get<Agl>(limit(text)).m == Approx(30.48));
    CHECK(std::get<Agl>(limit("3000 m GND")).m == Approx(3000));
    const auto rounded = parse_openair_limit("3000m STD");  // 9842.5 ft
    REQUIRE(rounded);
    CHECK(rounded->text == "FL98");
    CHECK_FALSE(rounded->warning.empty());
    for (const char* wrong : {"", "FL", "FL6.5", "FL 65 ft", "100m AGL/423m AMSL", "MSL", "by NOTAM", "-100 ft",
                              "UNL 5", "1e9", "100 ft m", "FL1000", "GND MSL", "99999999 ft"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_openair_limit(wrong));
    }
}

TEST_CASE("OpenAir: arcs between ends run where the published result has them", "[openair]")
{
    const AirspacesRead read = read_sample("openaip_arc_clockwise.txt");
    CAPTURE(told(read.diagnostics));
    CHECK(read.diagnostics.list().empty());
    const Airspace& area = read.find("ED-R56 Kummersdorf MON-FRI");
    CHECK(area.floor == VerticalLimit{Surface{}});
    CHECK(std::get<Msl>(area.ceiling).m == Approx(3500 * 0.3048));
    REQUIRE(area.rings.size() == 1);
    // Vertices of results/aspc-clockwise-arc.json; made on a sphere, so half a percent of 2.8 km off, and chords of it.
    for (const LonLat p :
         {LonLat{13.39278, 52.12667}, LonLat{13.378833270288647, 52.121354447635376},
          LonLat{13.366254184766923, 52.102421173157936}, LonLat{13.381058670300433, 52.08410678482827},
          LonLat{13.42056, 52.08}, LonLat{13.460602309761954, 52.09114422399986},
          LonLat{13.473199581786268, 52.11006567730865}, LonLat{13.445098492498316, 52.132830441831224}})
        CHECK(distance_to_points_m(area.rings, p) < 30);
    // The corners are those of the file, to the bit.
    const LonLat corner{13 + 25 / 60.0 + 8 / 3600.0, 52 + 7 / 60.0 + 57 / 3600.0};
    CHECK(distance_to_points_m(area.rings, corner) < 1e-6);
    // By PROJ: all points of the first arc lie between its two radii from the centre.
    const LonLat centre{13 + 25 / 60.0 + 58 / 3600.0, 52 + 6 / 60.0 + 33 / 3600.0};
    const double first = proj_distance_m(centre, corner);
    const double last = proj_distance_m(centre, {13 + 26 / 60.0 + 48 / 3600.0, 52 + 5 / 60.0 + 9 / 3600.0});
    CHECK(std::abs(first - last) < 50);
    long on_arc = 0;
    for (const LonLat p : area.rings[0].points) {
        const double radius = proj_distance_m(centre, p);
        on_arc += radius > std::min(first, last) - 0.001 && radius < std::max(first, last) + 0.001 ? 1 : 0;
    }
    CHECK(on_arc > 100);
}

TEST_CASE("OpenAir: arcs between bearings, negative ones and both ways, are where PROJ has them", "[openair]")
{
    const AirspacesRead read = read_sample("openaip_arc_angles.txt");
    CAPTURE(told(read.diagnostics));
    REQUIRE(read.airspaces);
    CHECK(read.airspaces->list.size() == 4);
    const Airspace& half = read.find("TH-3-1");
    CHECK(std::get<Msl>(half.ceiling).m == Approx(1524));
    const LonLat centre{141 + 8 / 60.0 + 1 / 3600.0, 39 + 26 / 60.0};
    // Anticlockwise from east over north to west by half a degree too little.
    for (const double azimuth : {90.0, 45.0, 0.0, -45.0, -89.5})
        CHECK(distance_to_points_m(half.rings, proj_direct(centre, azimuth, 15 * 1852.0)) < 300);
    CHECK(distance_to_points_m(half.rings, proj_direct(centre, 180, 15 * 1852.0)) > 20000);
    long off = 0;
    for (const LonLat p : half.rings.at(0).points)
        off += proj_distance_m(centre, p) < 1e-3 || std::abs(proj_distance_m(centre, p) - 15 * 1852.0) < 1e-3 ? 0 : 1;
    CHECK(off == 0);
    CHECK(std::abs(ring_area_m2(half.rings[0])) ==
          Approx(std::numbers::pi * 27780 * 27780 * 179.5 / 360).epsilon(1e-4));
    // The centre is kept for a second arc; the floor of 0 ft is the sea.
    CHECK(read.find("R-2903A STEVENS LAKE, FL").floor == VerticalLimit{Msl{0}});
    CHECK(distance_to_points_m(read.find("R-2903A STEVENS LAKE, FL").rings,
                               proj_direct({-(81 + 59.133 / 60), 29 + 53.067 / 60}, 300, 5 * 1852.0)) < 100);
    const Ring& ulm = read.find("San Rocco al Porto Corridor(ULM)").rings.at(0);
    CHECK(std::abs(ring_area_m2(ulm)) > std::numbers::pi * 463 * 463);
}

TEST_CASE("OpenAir: a circle is at its radius to a millimetre", "[openair]")
{
    const AirspacesRead read = read_openair_text(airspace("V X=50:35:36N 007:56:42E\nDC 2.00\n"));
    CAPTURE(told(read.diagnostics));
    const LonLat centre{7 + 56 / 60.0 + 42 / 3600.0, 50 + 35 / 60.0 + 36 / 3600.0};
    const Airspace& area = read.find("Area");
    REQUIRE(area.rings.size() == 1);
    for (const LonLat p : area.rings[0].points)
        CHECK(proj_distance_m(centre, p) == Approx(3704).margin(1e-3).epsilon(0));
}

TEST_CASE("OpenAir: AA lines are when it is active, NONE is never, and NONE at one end is open", "[openair]")
{
    const AirspacesRead read = read_sample("openaip_activation.openair");
    CAPTURE(told(read.diagnostics));
    const Airspace& area = read.find("TMA Todendorf-Putlos");
    REQUIRE(area.activation);
    // As in the published result: two spans, one without a beginning, one without an end.
    const auto active = active_within(*area.activation, span("2025-02-02T11:00:00Z", "2025-03-03T12:00:00Z"));
    CHECK(active == std::vector{span("2025-02-02T11:00:00Z", "2025-02-02T12:00:00Z"),
                                span("2025-03-03T11:00:00Z", "2025-03-03T12:00:00Z")});
    const auto activation = [](const std::string& lines) {
        return read_openair_text(airspace(lines + triangle)).find("Area").activation;
    };
    CHECK_FALSE(activation(""));
    CHECK(activation("AA NONE\n") == Activation{});
    CHECK(activation("AA NONE/NONE\n") == Activation{});
    CHECK(activation("AA 2000-01-01T00:00:00Z/2099-12-31T23:59:59Z\nAA NONE\n") == Activation{});
    CHECK(activation("AA 2024-12-17T00:00Z/2024-12-17T24:00Z   ; the entire UTC day\n")->spans ==
          std::vector{span("2024-12-17T00:00:00Z", "2024-12-18T00:00:00Z")});
    for (const char* wrong : {"AA BADSTUFF\n", "AA 2024-12-17T00:00Z\n", "AA 2024-12-17T00:00Z/2024-12-16T00:00Z\n",
                              "AA 2024-12-17T00:00/2024-12-18T00:00\n"}) {
        CAPTURE(wrong);
        CHECK(tells(read_openair_text(airspace(std::string{wrong} + triangle)).diagnostics, "error 5 Area"));
    }
}

TEST_CASE("OpenAir: comments, labels, frequencies, line ends, marks and encodings", "[openair]")
{
    const AirspacesRead commented = read_sample("openaip_comments.txt");
    CHECK(commented.diagnostics.list().empty());
    CHECK(commented.find("TMP JSDF X-12-2 till 31Mar22 Height by NOTAM").rings.at(0).points.size() == 5);
    const std::string text =
        "\xEF\xBB\xBF* head\r\nTC 8,9\r\nSP 0,1\r\nAC E\r\nAY RMZ\r\nAN Z\xFCrich\r\nAI 62e1\r\nAF 123.3\r\nAG "
        "R\r\nAX 7000\r\nAT 50:00:00N 008:00:00E\r\nAL 1000 AGL\r\nAH 4500\r\n" +
        std::string{"DP 50:00:00N 008:00:00E\rDP 50:00:00N 009:00:00E\rDP 51:00:00N 008:00:00E\r"};
    const AirspacesRead read = read_as_file(text, "a.openair");
    CAPTURE(told(read.diagnostics));
    CHECK(read.diagnostics.list().empty());
    CHECK(read.find("Z\xC3\xBCrich").rings.at(0).points.size() == 3);
    AirspaceSource source;
    source.where = "type = 'RMZ' AND class = 'E'";
    CHECK(read_as_file(text, "a.openair", source).airspaces);
    source.where = "class = 'D'";
    CHECK(tells(read_as_file(text, "a.openair", source).diagnostics, "error", "no feature meets the filter"));
    CHECK(read_as_file(airspace(triangle, "Z\xC3\xBCrich"), "a.txt").find("Z\xC3\xBCrich").rings.size() == 1);
}

TEST_CASE("OpenAir: fields may be chosen as of any source, and features of one key merge", "[openair]")
{
    AirspaceSource source;
    source.key = "type";
    source.owner = "name";
    const AirspacesRead read =
        read_as_file(airspace(triangle, "A") + airspace(triangle, "B") + "AC CTR\nAN B\nAL GND\nAH UNL\n" + triangle,
                     "a.txt", source);
    REQUIRE(read.airspaces);
    REQUIRE(read.airspaces->list.size() == 3);
    CHECK(read.airspaces->list[0].key == "R");
    CHECK(read.airspaces->list[1].owner == "B");
    CHECK(read.find("CTR").ceiling == VerticalLimit{Unlimited{}});
    source.key = "ident";
    CHECK(tells(read_as_file(airspace(triangle), "a.txt", source).diagnostics, "error - key", "designator"));
    // Parts of one airspace that is active at different times stay apart.
    const std::string other = "DP 40:00:00N 008:00:00E\nDP 40:00:00N 009:00:00E\nDP 41:00:00N 008:00:00E\n";
    const AirspacesRead apart =
        read_openair_text(airspace("AA 2024-12-17T00:00Z/2024-12-18T00:00Z\n" + other) + airspace(triangle));
    REQUIRE(apart.airspaces);
    CHECK(apart.airspaces->list.size() == 2);
    const AirspacesRead together = read_openair_text(airspace(other) + airspace(triangle));
    REQUIRE(together.airspaces);
    CHECK(together.airspaces->list.size() == 1);
}

TEST_CASE("OpenAir: every problem is told with its line and airspace, all at once", "[openair]")
{
    const AirspacesRead read = read_openair_text(
        airspace(std::string{triangle} + "DP 51:00:00N\n", "One") +                      // 8
        airspace("DC 5\nV X=50:00:00N 8:00:00E\nDC 0\nDA 5, 10\nDA 5, x, 3\n", "Two") +  // 13, 15, 16, 17
        airspace("AH FL90\nAL by NOTAM\n", "Three") +                                    // 22, 23, 18 without shape
        airspace("V W=2.5\nDY 44:17:00 N 004:59:00 E\n", "Four") +                       // 29
        airspace("V D=x\nDB 50:00:00N 8:00:00E\n", "Five") +                             // 34, 35
        airspace("V X=50:00:00N 8:00:00E\nDB 50:00:00N 8:00:00E, 51:00:00N 8:00:00E\nDP here\nDB 50:00:00N\n", "Six"));
    CAPTURE(told(read.diagnostics));
    CHECK_FALSE(read.airspaces);
    CHECK(tells(read.diagnostics, "error 8 One", "'51:00:00N' is no place"));
    CHECK(tells(read.diagnostics, "error 13 Two", "its centre is missing"));
    CHECK(tells(read.diagnostics, "error 15 Two", "no radius"));
    CHECK(tells(read.diagnostics, "error 16 Two", "DA 10, 270, 290"));
    CHECK(tells(read.diagnostics, "error 17 Two", "no bearings"));
    CHECK(tells(read.diagnostics, "error 22 Three", "second ceiling; the first is on line 21"));
    CHECK(tells(read.diagnostics, "error 23 Three", "no vertical limit"));
    CHECK(tells(read.diagnostics, "error 18 Three", "no shape"));
    CHECK(tells(read.diagnostics, "error 29 Four", "DY"));
    CHECK(tells(read.diagnostics, "error 34 Five", "no direction"));
    CHECK(tells(read.diagnostics, "error 35 Five", "its centre is missing"));
    CHECK(tells(read.diagnostics, "error 41 Six", "0 m from its centre"));
    CHECK(tells(read.diagnostics, "error 42 Six", "no place"));
    CHECK(tells(read.diagnostics, "error 43 Six", "two ends"));
}

TEST_CASE("OpenAir: what the builder finds is told with the line where the airspace begins", "[openair]")
{
    const AirspacesRead read = read_openair_text(
        airspace(triangle) + "AC D\nAL FL100\nAH FL50\n" + triangle +
        airspace("DP 50:00:00N 008:00:00E\nDP 50:00:00N 009:00:00E\n", "Line") + "AC D\nAN Open\n" + triangle);
    CAPTURE(told(read.diagnostics));
    CHECK_FALSE(read.airspaces);
    CHECK(tells(read.diagnostics, "error 8 airspace 2", "key is empty"));
    CHECK(tells(read.diagnostics, "error 14 Line", "no area"));
    CHECK(tells(read.diagnostics, "warning 20 Open", "its floor is empty and read as surface"));
    const AirspacesRead upside = read_openair_text(airspace(std::string{"AL FL200\n"} + triangle));
    CHECK(tells(upside.diagnostics, "error 5 Area", "second floor"));
    CHECK(tells(read_openair_text("AC R\nAN A\nAL FL200\nAH FL100\n" + std::string{triangle}).diagnostics, "error 1 A",
                "nothing lies between"));
}

TEST_CASE("OpenAir: a variable that is not set as it should be is an error", "[openair]")
{
    for (const char* wrong : {"V D-\n", "V X 50:00:00N 8:00:00E\n", "V\n", "V Y=3\n"}) {
        CAPTURE(wrong);
        CHECK(tells(read_openair_text(airspace(std::string{wrong} + triangle)).diagnostics, "error 5 Area",
                    "sets nothing"));
    }
    CHECK(read_openair_text(airspace(std::string{"V W=5\nV Z=100\nv=1\n"} + triangle)).airspaces);
}

TEST_CASE("OpenAir: the points of circles are counted, of an airspace and of the file", "[openair]")
{
    const auto circles = [](int count, const char* line) {
        std::string lines = "V X=50:00:00N 008:00:00E\n";
        for (int i = 0; i < count; ++i)
            lines += line;
        return lines;
    };
    // Of all sides within half a metre of the arc none is longer than 2 * sqrt(2 * 0.5 m * 926 km) = 1925 m, so that
    // each circle has more than 3000 points.
    const AirspacesRead read = read_openair_text(airspace(circles(2000, "DC 500\n")));
    CAPTURE(told(read.diagnostics));
    CHECK_FALSE(read.airspaces);
    REQUIRE(read.diagnostics.list().size() == 1);
    CHECK(tells(read.diagnostics, "error", "Area: the airspace has more than a million points"));
    CHECK(*read.diagnostics.list()[0].line < 6 + 1'000'000 / 3000 + 1);
    // Each airspace on its own is small enough; of three there are too many, and the fourth is not drawn.
    const std::string two = circles(2, "DC 500\n");
    const std::string text = airspace(two, "A") + airspace(two, "B") + airspace(two, "C") + airspace(two, "D");
    MemoryBytes many{"a.txt", text};
    Diagnostics all;
    CHECK(read_openair(many, 18'000, all).size() < 4);
    CAPTURE(told(all));
    REQUIRE(all.list().size() == 1);
    CHECK(tells(all, "error", "more than 18000 points"));
    MemoryBytes again{"a.txt", text};
    Diagnostics none;
    CHECK(read_openair(again, 100'000, none).size() == 4);
    CHECK(none.list().empty());
}

TEST_CASE("OpenAir: lines that draw before the first airspace are an error, also behind a variable", "[openair]")
{
    const std::string good = airspace(triangle);
    for (const char* before : {"", "V X=50:00:00N 008:00:00E\n", "V D=+\nV X=50:00:00N 008:00:00E\n"})
        for (const char* stray : {"DC 5\n", "DP 50:00:00N 008:00:00E\n", "AN Lost\n"}) {
            CAPTURE(before, stray);
            const AirspacesRead read = read_as_file(std::string{before} + stray + stray + good, "a.openair");
            CHECK_FALSE(read.airspaces);
            CHECK(tells(read.diagnostics, "error", "belongs to no airspace"));
            CHECK(read.diagnostics.list().size() == 1);
        }
    const AirspacesRead variable = read_as_file("V D=+\n" + good, "a.openair");
    CAPTURE(told(variable.diagnostics));
    CHECK(variable.find("Area").rings.size() == 1);
}

TEST_CASE("OpenAir: unequal radii of an arc and unknown commands are warnings", "[openair]")
{
    const AirspacesRead read = read_openair_text(airspace(
        "V X=50:00:00N 008:00:00E\nDB 50:10:00N 008:00:00E, 49:49:00N 008:00:00E\nXY what\nDP 50:00:00N 007:00:00E\n"));
    CAPTURE(told(read.diagnostics));
    REQUIRE(read.airspaces);
    CHECK(tells(read.diagnostics, "warning 6 Area", "runs evenly"));
    CHECK(tells(read.diagnostics, "warning 7 Area", "there is no command 'XY'"));
    // Ten minutes of latitude north, eleven south: half way, in the east, it is between the two.
    const double half =
        (proj_distance_m({8, 50}, {8, 50 + 10 / 60.0}) + proj_distance_m({8, 50}, {8, 49 + 49 / 60.0})) / 2;
    CHECK(distance_to_points_m(read.find("Area").rings, proj_direct({8, 50}, 90, half)) < 150);
}

TEST_CASE("OpenAir is told from tracks and other texts by its content", "[openair]")
{
    CHECK(fits_openair(".txt", "* comment\n\nAC D\nAN x"));
    CHECK(fits_openair(".txt", "AC CTR\r\n"));
    CHECK(fits_openair(".openair", "AN first\n"));
    CHECK(fits_openair(".txt", std::string(4096, '*')));
    CHECK(fits_openair("", "SP 0,1\nAC D\n"));
    CHECK_FALSE(fits_openair(".txt", "time,lat,lon\n"));
    CHECK_FALSE(fits_openair(".txt", "AC id,lat,lon\n"));
    CHECK_FALSE(fits_openair(".txt", "AC\tlat\tlon, x\n"));
    CHECK_FALSE(fits_openair(".txt", ""));
    CHECK_FALSE(fits_openair(".txt", "* only a note"));
    CHECK_FALSE(fits_openair(".csv", "AC D\n"));
    CHECK_FALSE(fits_openair(".txt", std::string_view{"AC D\n\0", 6}));
}

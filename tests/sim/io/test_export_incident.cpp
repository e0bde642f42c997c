#include <catch2/catch.hpp>

#include <cmath>

#include "sim/io/export_facts.h"
#include "sim/io/export_heights.h"
#include "sim/io/export_numbers.h"
#include "sim/io/export_output.h"
#include "sim/io/read_text_file.h"
#include "sim/io/sha256.h"
#include "tests/sim/io/export_support.h"

namespace incursion {

using test::Exported;
using test::square_time;
using test::SquareFlight;
using test::told;

namespace {

const ExportedCrossing& foreign_crossing(const Exported& exported, const std::string& name)
{
    for (const ExportedCrossing& crossing : exported.incident.crossings)
        if (crossing.name == name)
            return crossing;
    FAIL("no crossing '" << name << "'");
    return exported.incident.crossings.front();
}

}  // namespace

TEST_CASE("an incident is walked through: tracks, crossings, calls and events with their instants and places",
          "[export]")
{
    const Exported exported;
    const ExportedIncident& incident = exported.incident;
    REQUIRE(incident.tracks.size() == 2);
    CHECK_FALSE(exported.track("A1").reconstructed);
    CHECK(exported.track("A1").name == "A1");
    CHECK(exported.track("P1").reconstructed);
    CHECK(exported.track("P1").name == "P1 (reconstructed)");
    CHECK(facts_as_text(exported.track("P1").facts).find("reconstructed: all of it") != std::string::npos);
    REQUIRE(exported.track("A1").parts.size() == 1);
    CHECK(exported.track("A1").parts[0].size() == 21);

    const ExportedCrossing& in = foreign_crossing(exported, "A1 enters AAA");
    CHECK(std::abs(to_seconds(in.end.time - square_time(test::square_in_s))) < 1e-6);
    CHECK(std::abs(in.end.place.lon_deg - 10) < 1e-9);
    CHECK(in.foreign);
    const ExportedCrossing& out = foreign_crossing(exported, "A1 leaves AAA");
    CHECK(std::abs(to_seconds(out.end.time - square_time(test::square_out_s))) < 1e-6);
    CHECK(foreign_crossing(exported, "P1 is inside AAA when its track begins").end.time == square_time(0));

    REQUIRE(incident.calls.size() == 2);
    REQUIRE(incident.calls[0].at);
    // 200 s at 0.002 degrees a second from 9.55: 9.95; a leg on the equator is the equator.
    CHECK(std::abs(incident.calls[0].at->place.lon_deg - 9.95) < 1e-9);
    CHECK(incident.calls[0].at->altitude_m == 3000.0);
    CHECK(incident.calls[0].span.from == square_time(200));
    CHECK_FALSE(incident.calls[1].at);

    REQUIRE(incident.events.size() == 3);
    CHECK(incident.events[0].place_told);
    CHECK(incident.events[0].at->place == LonLat{10.5, 0.125});
    CHECK_FALSE(incident.events[1].place_told);
    CHECK(std::abs(incident.events[1].at->place.lon_deg - 10.2) < 1e-9);
    CHECK_FALSE(incident.events[2].at);
    CHECK(incident.inputs.front().sha256 == *sha256_of_file(exported.folder / "scenario.toml"));
}

TEST_CASE("an export may be of some accounts alone, and an account that is not there is told", "[export]")
{
    const Exported exported{SquareFlight{}, {{"pilot"}}};
    REQUIRE(exported.incident.tracks.size() == 1);
    CHECK(exported.incident.tracks[0].id == "P1");
    CHECK(exported.incident.calls.empty());
    CHECK(exported.incident.events.size() == 1);
    CHECK(exported.incident.accounts.size() == 1);
    Diagnostics diagnostics;
    CHECK_FALSE(exported_incident(*exported.scenario, *exported.airspaces, *exported.flown, {{"pilto"}}, diagnostics));
    CHECK(test::tells(diagnostics, "error - accounts: there is no account 'pilto'; there are: radar, pilot"));
}

TEST_CASE("what nobody observed is no part of an exported track", "[export]")
{
    const Exported exported{SquareFlight{.with_gap = true}};
    const ExportedTrack& track = exported.track("A1");
    REQUIRE(track.parts.size() == 2);
    CHECK(track.parts[0].back().time == square_time(800));
    CHECK(track.parts[1].front().time == square_time(900));
    CHECK(track.gap == seconds(100));
}

TEST_CASE("heights go between sea level and ellipsoid by EGM96", "[export]")
{
    const HeightChange geoid{0};
    if (!geoid.is_known())
        return;  // PROJ's grid is not installed here
    // Test points of the program F477 that NIMA published with EGM96 (output of its harmonic synthesis).
    struct Point {
        LonLat place;
        double undulation_m;
    };
    for (const Point& point : {Point{{269.7791550, 38.6281550}, -31.628}, Point{{305.0211140, -14.6212170}, -2.969},
                               Point{{102.4487290, 46.8743190}, -43.575}, Point{{133.8747120, -23.6174460}, 15.871},
                               Point{{359.9995000, 38.6254730}, 50.066}, Point{{0.0023000, -0.4667440}, 17.329}}) {
        CAPTURE(point.place.lon_deg, point.place.lat_deg);
        CHECK(std::abs(geoid.undulation_m(point.place) - point.undulation_m) < 0.6);
        CHECK(geoid.above_ellipsoid_m(point.place, 1000, AltitudeDatum::msl) == 1000 + geoid.undulation_m(point.place));
        CHECK(geoid.above_sea_m(point.place, 1000, AltitudeDatum::ellipsoid) == 1000 - geoid.undulation_m(point.place));
        CHECK(geoid.above_sea_m(point.place, 1000, AltitudeDatum::pressure) == 1000);
    }
}

TEST_CASE("the format of an export is told by the longest ending or by name", "[export]")
{
    const auto name = [](const char* path, const char* format = "") -> std::string {
        const auto output = incident_output_of({path, format, Overwrite::no});
        return output ? std::string{(*output)->name} : "problem: " + output.problem();
    };
    CHECK(name("a.kml") == "kml");
    CHECK(name("folder.kml/a.KMZ") == "kmz");
    CHECK(name("a.czml") == "czml");
    CHECK(name("a.acmi") == "acmi");
    CHECK(name("a.txt.acmi") == "acmi");
    CHECK(name("a.zip.acmi") == "zip.acmi");
    CHECK(name("a.gpkg") == "gpkg");
    CHECK(name("a.bin", "CZML") == "czml");
    CHECK(name("-", "kml") == "kml");
    CHECK(name("a.pdf") == "problem: no format is known by the ending of 'a.pdf'; add -f with one of: kml, kmz, czml, "
                           "acmi, zip.acmi, gpkg");
    CHECK(name("-", "gpkg") == "problem: gpkg cannot be written to standard output; name a file with -o");
    CHECK(name("-").starts_with("problem: standard output has no ending"));
    CHECK(name("a.kml", "shp").starts_with("problem: 'shp' is no format of incidents"));
}

TEST_CASE("numbers of an export have no more digits than they need", "[export]")
{
    CHECK(degrees_text(36.1701721797652) == "36.17017218");
    CHECK(degrees_text(-0.0) == "0");
    CHECK(degrees_text(-1e-12) == "0");
    CHECK(degrees_text(180) == "180");
    CHECK(metres_text(5791.2) == "5791.2");
    CHECK(seconds_after(square_time(1), square_time(2.5)) == "1.5");
    CHECK(seconds_after(square_time(2), square_time(0)) == "-2");
    CHECK(seconds_after(square_time(0), square_time(0) + Duration{1}) == "0.000000001");
}

TEST_CASE("texts of an export are UTF-8 without control characters, and only addresses are links", "[export]")
{
    CHECK(clean_text("a\x01\xFF\xC3\xBC\tb\n\x7F") == "a\xEF\xBF\xBD\xC3\xBC\tb\n");
    CHECK(clean_text("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // half of a surrogate pair
    CHECK(clean_text("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");                  // a slash in two bytes
    CHECK(escaped_text("<a b=\"c\"> & d") == "&lt;a b=&quot;c&quot;&gt; &amp; d");
    CHECK(facts_as_html({{"source", "https://a.org/?x=1&y=2"}}) ==
          "<b>source</b>: <a href=\"https://a.org/?x=1&amp;y=2\">https://a.org/?x=1&amp;y=2</a><br>");
    CHECK(facts_as_html({{"source", "javascript:alert(1)"}}) == "<b>source</b>: javascript:alert(1)<br>");
    CHECK(facts_as_html({{"source", "https://a.org and b"}}) == "<b>source</b>: https://a.org and b<br>");
}

}  // namespace incursion

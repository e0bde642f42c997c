#include "sim/io/airspace_format.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/analysis/visits.h"
#include "sim/border/border_index.h"
#include "sim/io/airspace_records.h"
#include "sim/io/open_borders.h"
#include "sim/io/prepared_borders.h"
#include "tests/sim/io/airspace_support.h"
#include "tests/sim/io/archive_support.h"
#include "tests/sim/io/ogr_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

std::string lippe_path(const std::string& ending)
{
    return std::string{INCURSION_SOURCE_DIR} + "/tests/sim/io/samples/airspaces/lippe." + ending;
}

AirspaceSource lippe_source(const std::string& ending)
{
    AirspaceSource source;
    source.path = lippe_path(ending);
    if (ending == "geojson") {
        source.floor = "low";
        source.ceiling = "high";
        source.activation = "when";
    }
    return source;
}

/// East along a parallel at that many degrees in 1000 s, from `start` on.
Track eastward(double lat_deg, double from_deg, double to_deg, const char* start)
{
    const Time time = parse_time(start).value();
    return Track::make("EAST", AltitudeDatum::msl,
                       {{time, {from_deg, lat_deg}, 1000, std::nullopt},
                        {time + std::chrono::seconds{1000}, {to_deg, lat_deg}, 1000, std::nullopt}})
        .value();
}

std::vector<PlacedVisit> visits_in(const Airspaces& airspaces, const Track& track)
{
    const BorderIndex index{airspaces};
    REQUIRE_FALSE(limits_problem(track, airspaces, index, {}));
    return visits_of(find_crossings(track, airspaces, index, {}), TrackPath{track, LegReading::geodesic}, airspaces, {},
                     nullptr);
}

}  // namespace

TEST_CASE("one airspace is the same, and has the same visits, from every format")
{
    std::vector<Airspace> all;
    std::vector<Visit> visits;
    for (const char* ending : {"openair", "xml", "json", "geojson"}) {
        CAPTURE(ending);
        Diagnostics d;
        const auto read = read_airspaces(lippe_source(ending), d);
        CAPTURE(told(d));
        REQUIRE(read);
        REQUIRE(read->list.size() == 1);
        all.push_back(read->list[0]);
        const auto found = visits_in(*read, eastward(52, 8, 10, "2018-05-08T10:00:00Z"));
        REQUIRE(found.size() == 1);
        visits.push_back(found[0].visit);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        CAPTURE(i);
        CHECK(all[i].key == "EDR107");
        CHECK(std::get<Msl>(all[i].floor).m == Approx(457.2));
        CHECK(all[i].ceiling == VerticalLimit{FlightLevel{100}});
        REQUIRE(all[i].rings.size() == 1);
        CHECK(all[i].rings[0].points == std::vector<LonLat>{{8.5, 51.5}, {9.25, 51.5}, {9.25, 52.25}, {8.5, 52.25}});
        REQUIRE(all[i].activation);
        CHECK(format_activation(*all[i].activation) == "2018-05-08T08:00Z/2018-05-08T16:00Z");
        CHECK(visits[i].entry.time == visits[0].entry.time);
        CHECK(visits[i].exit.time == visits[0].exit.time);
    }
}

// Along the equator, which is a geodesic, a degree takes 1000 s; ten nautical miles there are 18520 m / 6378137 m in
// radians, 0.166368 degrees. So the circle round 10.5 degrees is entered 333.632 s after the start and left at 666.368
// s.
TEST_CASE("a track through the middle of a circle is in it for as long as its diameter takes")
{
    const AirspacesRead read =
        read_as_file("AC R\nAN CIRCLE\nAL GND\nAH UNL\nV X=00:00:00N 010:30:00E\nDC 10\n", "a.txt");
    REQUIRE(read.airspaces);
    const Track track = eastward(0, 10, 11, "2018-05-08T10:00:00Z");
    const auto visits = visits_in(*read.airspaces, track);
    REQUIRE(visits.size() == 1);
    const double half_s = 18520 / (6378137 * std::acos(-1.0) / 180) * 1000;
    const auto after_start = [&](Time time) { return to_seconds(time - track.fixes()[0].time); };
    CHECK(half_s == Approx(166.368).margin(0.001));
    // Half a metre of a side is 4.5 ms here.
    CHECK(std::abs(after_start(visits[0].visit.entry.time) - (500 - half_s)) < 0.0045);
    CHECK(std::abs(after_start(visits[0].visit.exit.time) - (500 + half_s)) < 0.0045);
}

TEST_CASE("packed files and archives of airspaces are read, and a format may be named")
{
    const TemporaryFolder folder;
    const std::string open_air = read_text(lippe_path("openair")), aixm = read_text(lippe_path("xml"));
    AirspaceSource source;
    source.path = folder / "lippe.txt.gz";
    REQUIRE(pack(source.path, ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, {{"data", open_air}}));
    Diagnostics packed, archived, named, wrong, other;
    CHECK(read_airspaces(source, packed));
    CHECK(airspace_format_of(source.path)->name == "openair");
    source.path = folder / "all.zip";
    REQUIRE(pack(source.path, ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
                 {{"a/lippe.txt", open_air}, {"readme.txt", "nothing"}, {"lippe.xml", aixm}}));
    const auto both = read_airspaces(source, archived);
    CAPTURE(told(archived));
    REQUIRE(both);
    CHECK(both->list.size() == 1);  // the same airspace twice
    CHECK(tells(archived, "warning", "no file of airspaces"));
    CHECK(tells(archived, "warning - EDR107", "repeats an earlier feature"));
    source.path = folder.write("lippe.dat", "* " + std::string(5000, '-') + "\n" + open_air);
    CHECK(airspace_format_of(source.path) == nullptr);
    source.format = "openair";
    CHECK(read_airspaces(source, named));
    source.format = "openiar";
    CHECK_FALSE(read_airspaces(source, wrong));
    CHECK(tells(wrong, "error - format", "did you mean 'openair'?"));
    source = lippe_source("json");
    source.format = "ogr";
    CHECK_FALSE(read_airspaces(source, other));  // OGR finds no features there
}

TEST_CASE("a field of any source tells when an airspace is active")
{
    const auto read = [](const std::string& when, const std::string& field = "when") {
        AirspaceSource source;
        source.activation = field;
        return read_as_file(
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"key":"A","when":)" + when +
                R"(},"geometry":{"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}},
{"type":"Feature","properties":{"key":"A","when":null},"geometry":{"type":"Polygon","coordinates":[[[5,1],[6,1],[6,2],[5,1]]]}}]})",
            "a.geojson", source);
    };
    const AirspacesRead weekly = read(R"("MON-FRI 08:00-16:00")");
    REQUIRE(weekly.airspaces);
    REQUIRE(weekly.airspaces->list.size() == 2);  // one key, but not active at the same times
    CHECK(format_activation(*weekly.airspaces->list[0].activation) == "MON-FRI 08:00-16:00");
    CHECK_FALSE(weekly.airspaces->list[1].activation);
    CHECK(read(R"("never")").find("A").activation == Activation{});
    CHECK(tells(read(R"("on Sundays")").diagnostics, "error - feature 0 (A)", "activation: 'on Sundays'"));
    CHECK(tells(read("8").diagnostics, "error - activation", "holds no texts"));
    CHECK(tells(read(R"("never")", "whn").diagnostics, "error - activation", "did you mean 'when'?"));
}

TEST_CASE("prepared borders keep when airspaces are active, and how their source was read")
{
    const TemporaryFolder folder;
    Diagnostics d;
    AirspaceSource source = lippe_source("openair");
    source.format = "openair";
    source.activation = "activation";
    const auto read = read_airspaces(source, d);
    REQUIRE(read);
    const std::string path = folder / "a.borders";
    PreparedFrom from;
    from.read_as = source;
    from.read_as.path = "";
    REQUIRE_FALSE(write_prepared_borders(path, Overwrite::no, *read, BorderIndex{*read}, from));
    const auto prepared = open_prepared_borders(path, ReadRings::yes);
    REQUIRE(prepared);
    CHECK(prepared->airspaces.list.at(0).activation == read->list.at(0).activation);
    CHECK(prepared->from.read_as.activation == "activation");
    CHECK(prepared->from.read_as.format == "openair");
    AirspaceSource asked;
    asked.path = path;
    CHECK(read_airspaces(asked, d));
    asked.activation = "when";
    asked.format = "aixm";
    Diagnostics differs;
    CHECK_FALSE(read_airspaces(asked, differs));
    CHECK(tells(differs, "error - activation", "were prepared with activation = 'activation'"));
    CHECK(tells(differs, "error - format", "were prepared with format = 'openair'"));
}

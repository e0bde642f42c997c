#include "sim/io/track_output.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include <catch2/catch.hpp>

#include "sim/io/read_tracks.h"
#include "tests/sim/io/ogr_support.h"
#include "tests/sim/io/read_support.h"

namespace incursion {

using test::read_text;
using test::tells;
using test::TemporaryFolder;
using test::told;

namespace {

Time instant(const char* text)
{
    return parse_time(text).value();
}

Track made_track(const std::string& id, AltitudeDatum datum, std::vector<Fix> fixes)
{
    return Track::make(id, datum, std::move(fixes)).value();
}

/// Two fixes to the west of 180 degrees and one on it, one without an altitude.
Track short_track(const std::string& id = "A & <b>", AltitudeDatum datum = AltitudeDatum::msl)
{
    return made_track(id, datum,
                      {{instant("2020-01-01T00:00:01.25Z"), {179.123456789, -0.5}, 3048.0004, {}},
                       {instant("2020-01-01T00:00:06.250000001Z"), {179.5, -1e-9}, std::nullopt, {}},
                       {instant("2020-01-01T00:00:09Z"), {180, 0.25}, -12.5, {}}});
}

const TrackOutput& output_by(const std::string& name)
{
    Diagnostics diagnostics;
    const TrackOutput* output = track_output_of({"t", name, Overwrite::no}, diagnostics);
    REQUIRE(output != nullptr);
    return *output;
}

struct Written {
    std::string text;
    Diagnostics said;
    std::vector<Track> read;
};

/// Written as a file of that name and read back.
Written written_as(const std::string& name, const std::vector<Track>& tracks, const TrackReadOptions& reading = {})
{
    const TemporaryFolder folder;
    const TableTarget target{folder / name, "", Overwrite::no};
    Written written;
    const TrackOutput* output = track_output_of(target, written.said);
    REQUIRE(output != nullptr);
    const auto problem = output->write(target, tracks, written.said);
    CAPTURE(problem ? problem->message : "");
    REQUIRE_FALSE(problem);
    written.text = read_text(target.path);
    Diagnostics read_said;
    written.read = read_tracks(target.path, reading, read_said);
    CAPTURE(told(read_said));
    CHECK_FALSE(read_said.has_errors());
    return written;
}

}  // namespace

TEST_CASE("a format of tracks is found by its name or by what a path ends in")
{
    const auto found = [](const std::string& path, const std::string& format) {
        Diagnostics diagnostics;
        const TrackOutput* output = track_output_of({path, format, Overwrite::no}, diagnostics);
        CHECK(diagnostics.has_errors() == (output == nullptr));
        return output != nullptr ? std::string{output->name} : diagnostics.list().front().message;
    };
    CHECK(found("a.gpx", "") == "gpx");
    CHECK(found("night.ZIP.ACMI", "") == "acmi");
    CHECK(found("night.txt.acmi", "") == "acmi");
    CHECK(found("a.b.kmz", "") == "kmz");
    CHECK(found("a.json", "") == "geojson");
    CHECK(found("a.gpkg", "") == "ogr");
    CHECK(found("a.shp", "") == "ogr");
    CHECK(found("a.txt", "KML") == "kml");
    CHECK(found("-", "csv") == "csv");
    CHECK(found("a", "FlatGeobuf") == "ogr");
    for (const TrackOutput& output : track_outputs())
        CHECK(found("a.doc", "").find(std::string{output.name} + " (") != std::string::npos);
    CHECK(found("a.doc", "").find("its ending does not tell the format") == 0);
    CHECK(found("-", "").find("standard output has no ending") == 0);
    CHECK(found("a.gpx", "gpz").find("did you mean 'gpx'?") != std::string::npos);
}

TEST_CASE("every output has a name of its own, a title and endings")
{
    std::vector<std::string_view> names;
    for (const TrackOutput& output : track_outputs()) {
        names.push_back(output.name);
        CHECK_FALSE(output.title.empty());
        CHECK(output.endings.starts_with('.'));
    }
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}

TEST_CASE("GPX is written as its schema has it: longitudes below 180, elevations where known, UTC")
{
    const Written written = written_as("t.gpx", {short_track()});
    CHECK(written.text ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<gpx xmlns=\"http://www.topografix.com/GPX/1/1\" version=\"1.1\" creator=\"Incursion\">\n"
          "<trk><name>A &amp; &lt;b&gt;</name><trkseg>\n"
          "<trkpt lat=\"-0.5\" lon=\"179.12345679\"><ele>3048</ele><time>2020-01-01T00:00:01.250000Z</time></trkpt>\n"
          "<trkpt lat=\"0\" lon=\"179.5\"><time>2020-01-01T00:00:06.250000001Z</time></trkpt>\n"
          "<trkpt lat=\"0.25\" lon=\"-180\"><ele>-12.5</ele><time>2020-01-01T00:00:09.000000Z</time></trkpt>\n"
          "</trkseg></trk>\n</gpx>\n");
    CHECK(written.said.list().empty());
    REQUIRE(written.read.size() == 1);
    CHECK(written.read[0].id() == "A & <b>");
    CHECK(written.read[0].fixes().size() == 3);
}

TEST_CASE("KML has absolute heights where they are above mean sea level, and lies on the ground else")
{
    const Written written = written_as("t.kml", {short_track("A")});
    CHECK(written.text.find("<gx:Track>\n<altitudeMode>absolute</altitudeMode>\n"
                            "<when>2020-01-01T00:00:01.250000Z</when>\n") != std::string::npos);
    CHECK(written.text.find("<gx:coord>179.12345679 -0.5 3048</gx:coord>\n<gx:coord>179.5 0</gx:coord>\n"
                            "<gx:coord>-180 0.25 -12.5</gx:coord>\n") != std::string::npos);
    CHECK(tells(written.said, "warning", "fixes without an altitude in tracks that have some: 1"));
    REQUIRE(written.read.size() == 1);
    CHECK(written.read[0].fixes()[0].altitude_m == 3048);
    CHECK_FALSE(written.read[0].fixes()[1].altitude_m);

    const Written ground = written_as("t.kml", {short_track("A", AltitudeDatum::pressure)});
    CHECK(ground.text.find("<altitudeMode>clampToGround</altitudeMode>") != std::string::npos);
    CHECK(ground.text.find("3048") == std::string::npos);
    CHECK(tells(ground.said, "warning", "those of track 'A' are by pressure and are left out"));
    CHECK_FALSE(ground.read.at(0).has_altitudes());
}

TEST_CASE("ACMI has frames in the order of time over all tracks, unchanged fields left empty, and an end for each")
{
    const Track slow = made_track("slow, \\1", AltitudeDatum::msl,
                                  {{instant("2020-01-01T00:00:00.5Z"), {10, 50}, 100.0, {}},
                                   {instant("2020-01-01T00:00:02Z"), {10, 50.5}, 100.0, {}}});
    const Track fast = made_track("fast", AltitudeDatum::msl, {{instant("2020-01-01T00:00:02Z"), {11, 51}, {}, {}}});
    const Written written = written_as("t.txt.acmi", {slow, fast});
    CHECK(written.text == "\xEF\xBB\xBF"
                          "FileType=text/acmi/tacview\nFileVersion=2.2\n0,ReferenceTime=2020-01-01T00:00:00Z\n"
                          "0,DataRecorder=Incursion\n"
                          "#0.5\n1,T=10|50|100,Type=Air+FixedWing,Name=slow\\, \\\\1,CallSign=slow\\, \\\\1\n"
                          "#2\n1,T=|50.5|\n0,Event=LeftArea|1|\n-1\n"
                          "2,T=11|51|,Type=Air+FixedWing,Name=fast,CallSign=fast\n0,Event=LeftArea|2|\n-2\n");
    REQUIRE(written.read.size() == 2);
    CHECK(written.read[0].id() == "slow, \\1");
    CHECK(written.read[0].fixes()[1].place == LonLat{10, 50.5});
    CHECK(written.read[0].fixes()[1].altitude_m == 100);
    CHECK_FALSE(written.read[1].fixes()[0].altitude_m);
}

TEST_CASE("a track of which only some fixes have an altitude has none in ACMI, which could not say which")
{
    const Written written = written_as("t.acmi", {short_track("A")});
    CHECK(tells(written.said, "warning", "1 of 3 fixes of track 'A' have no altitude"));
    for (const Fix& fix : written.read.at(0).fixes())
        CHECK_FALSE(fix.altitude_m);
}

TEST_CASE("GeoJSON is cut at 180 degrees where the geodesic meets it, and is one track when it is read")
{
    // Along the equator at constant speed: 0.75 degrees in 3 s, so 180 is met after 2 s.
    const Track track = made_track("A", AltitudeDatum::pressure,
                                   {{instant("2020-01-01T00:00:00Z"), {179.5, 0}, 300.0, 10.0},
                                    {instant("2020-01-01T00:00:03Z"), {180.25, 0}, 600.0, 20.0}});
    const Written written = written_as("t.geojson", {track});
    CHECK(written.text == "{\"type\":\"FeatureCollection\",\"features\":[\n"
                          "{\"type\":\"Feature\",\"properties\":{\"track_id\":\"A\",\"coordTimes\":"
                          "[[\"2020-01-01T00:00:00.000000Z\",\"2020-01-01T00:00:02.000000Z\"],"
                          "[\"2020-01-01T00:00:02.000000Z\",\"2020-01-01T00:00:03.000000Z\"]],"
                          "\"coordinateProperties\":{\"alt_pressure_m\":[[300,500],[500,600]],"
                          "\"accuracy_m\":[[10,20],[20,20]]}},"
                          "\"geometry\":{\"type\":\"MultiLineString\",\"coordinates\":"
                          "[[[179.5,0],[180,0]],[[-180,0],[-179.75,0]]]}}\n]}\n");
    REQUIRE(written.read.size() == 1);
    CHECK(written.read[0].datum() == AltitudeDatum::pressure);
    REQUIRE(written.read[0].fixes().size() == 3);
    CHECK(written.read[0].fixes()[2].altitude_m == 600);
    CHECK(written.read[0].fixes()[0].accuracy_m == 10);
}

TEST_CASE("a track that stands on 180 degrees, or has one fix, is a GeoJSON geometry as well")
{
    const Written on = written_as("t.geojson", {short_track("on")});
    CHECK(on.text.find("[-180,0.25]") == std::string::npos);
    CHECK(on.text.find("\"LineString\"") != std::string::npos);
    CHECK(on.text.find("\"alt_m\":[3048,null,-12.5]") != std::string::npos);
    CHECK(on.read.at(0).fixes().size() == 3);
    const Track leaves = made_track("leaves", AltitudeDatum::ellipsoid,
                                    {{instant("2020-01-01T00:00:00Z"), {-180, 5}, 1.0, {}},
                                     {instant("2020-01-01T00:00:01Z"), {179.9, 5}, {}, {}},
                                     {instant("2020-01-01T00:00:02Z"), {180, 5}, 3.0, {}},
                                     {instant("2020-01-01T00:00:03Z"), {-179.9, 5}, 4.0, {}}});
    const Track single =
        made_track("single", AltitudeDatum::ellipsoid, {{instant("2020-01-01T00:00:00Z"), {1, 2}, 3.0, {}}});
    for (const char* const name : {"t.geojson", "t.geojsonl"}) {
        const Written written = written_as(name, {leaves, single, made_track("none", AltitudeDatum::msl, {})});
        CHECK(written.text.find("[[[180,5,1],[179.9,5],[180,5,3]],[[-180,5,3],[-179.9,5,4]]]") != std::string::npos);
        REQUIRE(written.read.size() == 2);
        CHECK(written.read[0].fixes().size() == 4);
        CHECK(written.read[1].id() == "single");
        CHECK(written.read[1].datum() == AltitudeDatum::ellipsoid);
        CHECK(written.read[1].fixes()[0].altitude_m == 3);
    }
}

TEST_CASE(
    "what altitudes count from and accuracies are kept by CSV, GeoJSON and GeoPackage, and left out with a warning "
    "by others")
{
    for (const AltitudeDatum datum : {AltitudeDatum::msl, AltitudeDatum::ellipsoid, AltitudeDatum::pressure}) {
        const Track track = made_track("A", datum,
                                       {{instant("2020-01-01T00:00:00Z"), {1, 2}, 5.0, 70.711},
                                        {instant("2020-01-01T00:00:01Z"), {1.001, 2}, 6.0, std::nullopt}});
        for (const char* const name : {"t.csv", "t.geojson", "t.geojsonl", "t.gpkg"}) {
            CAPTURE(name, name_of(datum));
            const Written written = written_as(name, {track});
            CHECK(written.said.list().empty());
            CHECK(written.read.at(0).datum() == datum);
            CHECK(written.read[0].fixes()[1].altitude_m == 6);
            CHECK(written.read[0].fixes()[0].accuracy_m == 70.711);
            CHECK_FALSE(written.read[0].fixes()[1].accuracy_m);
        }
        for (const char* const name : {"t.gpx", "t.kml", "t.kmz", "t.zip.acmi"}) {
            CAPTURE(name, name_of(datum));
            const Written written = written_as(name, {track});
            CHECK(tells(written.said, "warning", "holds no accuracies; those of track 'A' are left out"));
            CHECK(tells(written.said, "warning", "heights in") == (datum != AltitudeDatum::msl));
            CHECK(written.read.at(0).has_altitudes() == (datum == AltitudeDatum::msl));
        }
    }
}

TEST_CASE("tracks of one name stay apart in formats of lines, and names hold any character")
{
    for (const char* const name : {"t.gpx", "t.kml", "t.geojson", "t.acmi"}) {
        CAPTURE(name);
        const Written written = written_as(
            name, {short_track("\"Ü\", \\ & <x>"), short_track("A"), short_track("A"), short_track("b|c=d")});
        REQUIRE(written.read.size() == 4);
        CHECK(written.read[0].id() == "\"Ü\", \\ & <x>");
        CHECK(written.read[1].id() == "A");
        CHECK(written.read[2].id() == "A (2)");
        CHECK(written.read[3].id() == "b|c=d");
        for (const Track& track : written.read)
            CHECK(track.fixes().size() == 3);
    }
    // What is no text is replaced, so that the file can be read at all.
    for (const char* const name : {"t.gpx", "t.kml", "t.geojson", "t.acmi"})
        CHECK(written_as(name, {short_track("a\xFF\x01z")}).read.at(0).id().find("z") != std::string::npos);
}

TEST_CASE("the same tracks are the same bytes, in a zip as well")
{
    for (const TrackOutput& output : track_outputs()) {
        if (output.name == "ogr" || output.endings.starts_with(".igc"))
            continue;  // GDAL's own formats, and one whose files hold one track
        const std::string name = "t" + std::string{output.endings.substr(0, output.endings.find(' '))};
        CAPTURE(name);
        const TemporaryFolder folder;
        Diagnostics diagnostics;
        const std::vector<Track> tracks{short_track("A"), short_track("B")};
        std::filesystem::create_directories(folder / "1");
        std::filesystem::create_directories(folder / "2");
        REQUIRE_FALSE(output.write({folder / ("1/" + name), "", Overwrite::no}, tracks, diagnostics));
        REQUIRE_FALSE(output.write({folder / ("2/" + name), "", Overwrite::no}, tracks, diagnostics));
        CHECK(read_text(folder / ("1/" + name)) == read_text(folder / ("2/" + name)));
    }
    CHECK(written_as("t.zip.acmi", {short_track("A")}).text.find("t.txt.acmi") != std::string::npos);
    CHECK(written_as("t.kmz", {short_track("A")}).text.find("doc.kml") != std::string::npos);
}

TEST_CASE("an output that is there stays, and one that cannot be written leaves nothing")
{
    for (const char* const name : {"gpx", "kml", "kmz", "geojson", "geojsonseq", "acmi", "csv"}) {
        CAPTURE(name);
        const TemporaryFolder folder;
        folder.write("old", "old");
        Diagnostics diagnostics;
        const std::vector<Track> tracks{short_track("A")};
        const auto refused = output_by(name).write({folder / "old", name, Overwrite::no}, tracks, diagnostics);
        REQUIRE(refused);
        CHECK(refused->message.find("--overwrite") != std::string::npos);
        CHECK(read_text(folder / "old") == "old");
        CHECK(output_by(name).write({folder / "none/new", name, Overwrite::no}, tracks, diagnostics));
        CHECK_FALSE(output_by(name).write({folder / "old", name, Overwrite::yes}, tracks, diagnostics));
        CHECK(read_text(folder / "old") != "old");
        const auto entries = std::filesystem::directory_iterator{folder.path()};
        CHECK(std::distance(begin(entries), end(entries)) == 1);
    }
    Diagnostics diagnostics;
    CHECK(output_by("kmz").write({"-", "kmz", Overwrite::no}, {}, diagnostics));
}

TEST_CASE("GDAL reads what is written as GPX, KML and GeoJSON")
{
    register_ogr_drivers();
    const TemporaryFolder folder;
    const std::vector<Track> tracks{short_track("A"), short_track("B")};
    Diagnostics diagnostics;
    for (const char* const name : {"gpx", "kml", "geojson"})
        REQUIRE_FALSE(
            output_by(name).write({folder / (std::string{"t."} + name), "", Overwrite::no}, tracks, diagnostics));
    const auto opened = [&](const char* name) {
        return OgrDataset{GDALDataset::Open((folder / name).c_str(), GDAL_OF_VECTOR)};
    };
    const OgrDataset gpx = opened("t.gpx");
    REQUIRE(gpx);
    OGRLayer* points = gpx->GetLayerByName("track_points");
    REQUIRE(points != nullptr);
    CHECK(points->GetFeatureCount() == 6);
    const OGRFeatureUniquePtr first{points->GetNextFeature()};
    CHECK(first->GetFieldAsDouble("ele") == 3048);
    CHECK(first->GetGeometryRef()->toPoint()->getX() == 179.12345679);
    CHECK(std::string{first->GetFieldAsString("time")}.starts_with("2020/01/01 00:00:01.25"));

    const OgrDataset geojson = opened("t.geojson");
    REQUIRE(geojson);
    OGRLayer* lines = geojson->GetLayer(0);
    CHECK(lines->GetFeatureCount() == 2);
    const OGRFeatureUniquePtr line{lines->GetNextFeature()};
    CHECK(std::string{line->GetFieldAsString("track_id")} == "A");
    CHECK(line->GetGeometryRef()->toLineString()->getNumPoints() == 3);

    const OgrDataset kml = opened("t.kml");
    REQUIRE(kml);
    if (std::string_view{kml->GetDriverName()} == "LIBKML") {  // the smaller driver knows no gx:Track
        const OGRFeatureUniquePtr track{kml->GetLayer(0)->GetNextFeature()};
        REQUIRE(track);
        CHECK(std::string{track->GetFieldAsString("Name")} == "A");
        CHECK(track->GetGeometryRef()->toLineString()->getNumPoints() == 3);
    }
}

}  // namespace incursion

#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <set>

#include <cpl_minixml.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "sim/analysis/foreign.h"
#include "sim/analysis/owned_ground.h"
#include "sim/io/export_heights.h"
#include "sim/io/export_kml.h"
#include "sim/io/export_numbers.h"
#include "sim/io/ogr_session.h"
#include "sim/io/read_tracks.h"
#include "tests/sim/io/export_support.h"

namespace incursion {

using test::Exported;
using test::read_text;
using test::square_time;
using test::SquareFlight;

namespace {

std::string text_of(const Exported& exported)
{
    Diagnostics diagnostics;
    return kml_text(exported.incident, diagnostics);
}

std::vector<Track> read_back(const Exported& exported, const std::string& name)
{
    Diagnostics diagnostics;
    const TableTarget target{exported.folder / name, "", Overwrite::no};
    const auto problem = name.ends_with("kmz") ? write_export_kmz(target, exported.incident, diagnostics)
                                               : write_export_kml(target, exported.incident, diagnostics);
    REQUIRE_FALSE(problem);
    std::vector<Track> tracks = read_tracks(target.path, {}, diagnostics);
    CAPTURE(test::told(diagnostics));
    CHECK_FALSE(diagnostics.has_errors());
    return tracks;
}

/// The order in which OGC 07-147r2 (its schema ogckml22.xsd) wants the elements of each kind.
const std::map<std::string, std::vector<std::string>>& schema_order()
{
    static const std::map<std::string, std::vector<std::string>> order{
        {"Document", {"name", "visibility", "open", "description", "LookAt", "TimeSpan", "Style", "Folder"}},
        {"Folder", {"name", "visibility", "open", "description", "LookAt", "TimeSpan", "Placemark", "Folder"}},
        {"Placemark",
         {"name", "visibility", "open", "description", "LookAt", "TimeSpan", "styleUrl", "Point", "gx:Track",
          "gx:MultiTrack", "MultiGeometry"}},
        {"LookAt", {"longitude", "latitude", "altitude", "heading", "tilt", "range", "altitudeMode"}},
        {"TimeSpan", {"begin", "end"}},
        {"Style", {"IconStyle", "LabelStyle", "LineStyle", "PolyStyle"}},
        {"IconStyle", {"color", "colorMode", "scale", "heading", "Icon"}},
        {"Icon", {"href"}},
        {"LabelStyle", {"color", "colorMode", "scale"}},
        {"LineStyle", {"color", "colorMode", "width"}},
        {"PolyStyle", {"color", "colorMode", "fill", "outline"}},
        {"Point", {"extrude", "altitudeMode", "coordinates"}},
        {"LineString", {"extrude", "tessellate", "altitudeMode", "coordinates"}},
        {"Polygon", {"extrude", "tessellate", "altitudeMode", "outerBoundaryIs", "innerBoundaryIs"}},
        {"outerBoundaryIs", {"LinearRing"}},
        {"innerBoundaryIs", {"LinearRing"}},
        {"LinearRing", {"extrude", "tessellate", "altitudeMode", "coordinates"}},
        {"MultiGeometry", {"Point", "LineString", "Polygon"}},
        {"gx:MultiTrack", {"altitudeMode", "gx:interpolate", "gx:Track"}},
        {"gx:Track", {"altitudeMode", "when", "gx:coord"}},
        {"kml", {"Document"}}};
    return order;
}

/// Elements that stand where the schema has no place for them.
void append_misplaced(const CPLXMLNode& node, std::vector<std::string>& misplaced)
{
    const auto known = schema_order().find(node.pszValue);
    std::size_t at = 0;
    for (const CPLXMLNode* child = node.psChild; child != nullptr; child = child->psNext) {
        if (child->eType != CXT_Element)
            continue;
        if (known == schema_order().end()) {
            misplaced.push_back(std::string{node.pszValue} + " holds " + child->pszValue);
            continue;
        }
        const auto place = std::find(known->second.begin(), known->second.end(), child->pszValue);
        const auto found = static_cast<std::size_t>(place - known->second.begin());
        if (place == known->second.end() || found < at)
            misplaced.push_back(std::string{child->pszValue} + " in " + node.pszValue);
        at = found;
        append_misplaced(*child, misplaced);
    }
}

std::vector<std::string> misplaced(const std::string& kml)
{
    std::vector<std::string> list;
    CPLXMLNode* root = CPLParseXMLString(kml.c_str());
    REQUIRE(root != nullptr);
    for (const CPLXMLNode* node = root; node != nullptr; node = node->psNext)
        if (node->eType == CXT_Element && std::string{node->pszValue} == "kml")
            append_misplaced(*node, list);
    CPLDestroyXMLNode(root);
    return list;
}

}  // namespace

TEST_CASE("a KML export gives its tracks back to the same visits", "[export]")
{
    for (const char* name : {"a.kml", "a.kmz"}) {
        const Exported exported;
        const std::vector<Track> tracks = read_back(exported, name);
        REQUIRE(tracks.size() == 2);
        const OwnedGround ground{*exported.airspaces, crossing_options_of(*exported.scenario)};
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            const ExportedTrack& track = exported.track(tracks[i].id());
            const TrackReport report =
                analyse_track(tracks[i], belonging_of(exported.scenario->aircraft[i]), ground.analysis);
            REQUIRE(report.visits.size() == track.visits.size());
            for (std::size_t v = 0; v < report.visits.size(); ++v) {
                const Visit &back = report.visits[v], &first = track.visits[v].visit;
                CHECK(back.airspace == first.airspace);
                // A tenth of a millimetre at 200 m/s.
                CHECK(std::abs(to_seconds(back.entry.time - first.entry.time)) < 2e-6);
                CHECK(std::abs(to_seconds(back.exit.time - first.exit.time)) < 2e-6);
                CHECK(back.entry.altitude_m == first.entry.altitude_m);
            }
        }
    }
}

TEST_CASE("elements of a KML export stand in the order of its schema", "[export]")
{
    CHECK(misplaced(text_of(Exported{})).empty());
    CHECK(misplaced(text_of(Exported{SquareFlight{.with_gap = true}})).empty());
    CHECK(misplaced(text_of(Exported{SquareFlight{.west_deg = 179.5, .altitude = ""}})).empty());
}

TEST_CASE("GDAL reads from a KML export as many things as there are, where they are", "[export]")
{
    const Exported exported;
    Diagnostics diagnostics;
    const std::string path = exported.folder / "a.kml";
    REQUIRE_FALSE(write_export_kml({path, "", Overwrite::no}, exported.incident, diagnostics));
    register_ogr_drivers();
    const OgrMessages quiet;
    const char* drivers[] = {"LIBKML", nullptr};
    const OgrDataset dataset{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR, drivers)};
    if (!dataset)
        return;  // this GDAL has no libkml
    std::map<std::string, int> counts;
    bool found = false;
    for (int i = 0; i < dataset->GetLayerCount(); ++i) {
        OGRLayer& layer = *dataset->GetLayer(i);
        for (const auto& feature : layer) {
            const std::string name = feature->GetFieldAsString("Name");
            ++counts[std::string{layer.GetName()}.substr(0, std::string{layer.GetName()}.find(' '))];
            if (name != "A1 enters AAA")
                continue;
            found = true;
            const OGRPoint& point = *feature->GetGeometryRef()->toPoint();
            CHECK(std::abs(point.getX() - 10) < 1e-9);
            CHECK(point.getZ() == 3000);
            CHECK(std::string{feature->GetFieldAsString("begin")}.starts_with("2020/01/01 00:03:4"));
        }
    }
    CHECK(found);
    CHECK(counts["Tracks"] == 2);
    CHECK(counts["Crossings"] == static_cast<int>(exported.incident.crossings.size()));
    CHECK(counts["Calls"] == 2);
    CHECK(counts["Events"] == 3);
    CHECK(counts["Airspaces"] == 1);
    CHECK(counts["Places"] == 1);
}

TEST_CASE("altitudes of a KML export count from sea level, or lie on the ground and say why", "[export]")
{
    const std::string sea = text_of(Exported{});
    CHECK(sea.find("<gx:coord>9.55 0 3000</gx:coord>") != std::string::npos);
    CHECK(sea.find("metres above mean sea level") != std::string::npos);

    const HeightChange geoid{0};
    const std::string above = metres_text(geoid.above_sea_m({9.55, 0}, 3000, AltitudeDatum::ellipsoid));
    CHECK(text_of(Exported{SquareFlight{.altitude = "alt_hae_m"}}).find("<gx:coord>9.55 0 " + above + "<") !=
          std::string::npos);

    const Exported pressure{SquareFlight{.altitude = "alt_pressure_m"}};
    Diagnostics diagnostics;
    const std::string isa = kml_text(pressure.incident, diagnostics);
    CHECK(isa.find("<gx:coord>9.55 0 3000</gx:coord>") != std::string::npos);
    CHECK(isa.find("pressure altitude (ISA, 1013.25 hPa at its zero)") != std::string::npos);
    CHECK(test::tells(diagnostics, "note - A1: its pressure altitudes"));

    const Exported none{SquareFlight{.altitude = ""}};
    Diagnostics told;
    const std::string ground = kml_text(none.incident, told);
    CHECK(ground.find("<altitudeMode>clampToGround</altitudeMode>\n      <when>") != std::string::npos);
    CHECK(test::tells(told, "note - A1: its fixes do not all have an altitude"));
}

TEST_CASE("limits of airspaces are surfaces only where their height is known", "[export]")
{
    const auto kml = [](const std::string& limits) { return text_of(Exported{SquareFlight{.limits = limits}}); };
    const std::string box = kml(R"(, "floor": "surface", "ceiling": "19000 ft")");
    CHECK(box.find("<extrude>1</extrude>\n      <altitudeMode>absolute</altitudeMode>") != std::string::npos);
    CHECK(box.find(",5791.2 ") != std::string::npos);
    const std::string level = kml(R"(, "floor": "FL100", "ceiling": "unlimited")");
    CHECK(level.find("FL100") != std::string::npos);
    CHECK(level.find("<extrude>") == std::string::npos);
    CHECK(level.find("<tessellate>1</tessellate>\n      <altitudeMode>clampToGround</altitudeMode>") !=
          std::string::npos);
}

TEST_CASE("what gaps cut apart is read back apart", "[export]")
{
    const auto tracks = read_back(Exported{SquareFlight{.with_gap = true}}, "a.kml");
    REQUIRE(tracks.size() == 3);
    CHECK(tracks[0].id() == "A1");
    CHECK(tracks[1].id() == "A1 (2)");
    CHECK(tracks[0].span().to == square_time(800));
    CHECK(tracks[1].span().from == square_time(900));
}

TEST_CASE("the same incident gives the same KML, and the same KMZ", "[export]")
{
    const Exported exported;
    CHECK(text_of(exported) == text_of(exported));
    Diagnostics diagnostics;
    for (const char* name : {"a.kmz", "b.kmz"})
        REQUIRE_FALSE(write_export_kmz({exported.folder / name, "", Overwrite::no}, exported.incident, diagnostics));
    CHECK(read_text(exported.folder / "a.kmz") == read_text(exported.folder / "b.kmz"));
}

}  // namespace incursion

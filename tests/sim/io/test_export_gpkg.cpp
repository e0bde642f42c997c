#include <catch2/catch.hpp>

#include <array>
#include <cmath>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "sim/io/export_gpkg.h"
#include "sim/io/ogr_session.h"
#include "tests/sim/io/export_support.h"

namespace incursion {

using test::Exported;
using test::read_text;
using test::SquareFlight;

namespace {

OgrDataset written(const Exported& exported, const std::string& name = "a.gpkg")
{
    Diagnostics diagnostics;
    const std::string path = exported.folder / name;
    const auto problem = write_export_gpkg({path, "", Overwrite::no}, exported.incident, diagnostics);
    INFO((problem ? problem->message : ""));
    REQUIRE_FALSE(problem);
    register_ogr_drivers();
    OgrDataset dataset{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR)};
    REQUIRE(dataset);
    return dataset;
}

GIntBig rows(GDALDataset& dataset, const char* layer)
{
    return dataset.GetLayerByName(layer)->GetFeatureCount();
}

OGRFeatureUniquePtr row(GDALDataset& dataset, const char* layer, const char* filter)
{
    OGRLayer& found = *dataset.GetLayerByName(layer);
    found.SetAttributeFilter(filter);
    found.ResetReading();
    OGRFeatureUniquePtr feature{found.GetNextFeature()};
    REQUIRE(feature);
    found.SetAttributeFilter(nullptr);
    return feature;
}

std::string text(const OGRFeatureUniquePtr& feature, const char* field)
{
    return feature->GetFieldAsString(field);
}

}  // namespace

TEST_CASE("a GeoPackage export has a layer for each kind of thing with all of them", "[export]")
{
    const Exported exported;
    const OgrDataset dataset = written(exported);
    CHECK(rows(*dataset, "tracks") == 2);
    CHECK(rows(*dataset, "fixes") ==
          static_cast<GIntBig>(exported.flown->tracks[0].fixes().size() + exported.flown->tracks[1].fixes().size()));
    CHECK(rows(*dataset, "visits") == 2);
    CHECK(rows(*dataset, "crossings") == static_cast<GIntBig>(exported.incident.crossings.size()));
    CHECK(rows(*dataset, "calls") == 2);
    CHECK(rows(*dataset, "events") == 3);
    CHECK(rows(*dataset, "plots") == 0);
    CHECK(rows(*dataset, "places") == 1);
    CHECK(rows(*dataset, "airspaces") == 1);
    CHECK(rows(*dataset, "borders") == 1);
    CHECK(rows(*dataset, "accounts") == 2);
    CHECK(rows(*dataset, "claims") == 1);
    CHECK(rows(*dataset, "inputs") == static_cast<GIntBig>(exported.incident.inputs.size()));
    CHECK(dataset->GetLayerByName("inputs")->GetGeomType() == wkbNone);
}

TEST_CASE("rows of a GeoPackage export have their instants, places and figures", "[export]")
{
    const Exported exported;
    const OgrDataset dataset = written(exported);
    const auto visit = row(*dataset, "visits", "track = 'A1'");
    CHECK(text(visit, "airspace") == "AAA");
    CHECK(std::abs(visit->GetFieldAsDouble("duration_s") - 500) < 1e-6);
    CHECK(text(visit, "entry_by") == "side");
    // Inside: the entry, the fixes at 250 s, 300 s, ... 700 s, the exit.
    const OGRLineString& line = *visit->GetGeometryRef()->toMultiLineString()->getGeometryRef(0);
    CHECK(line.getNumPoints() == 12);
    CHECK(std::abs(line.getX(0) - 10) < 1e-9);
    CHECK(line.getZ(0) == 3000);
    CHECK(line.getM(11) - line.getM(0) == Approx(500));

    const auto fix = row(*dataset, "fixes", "track = 'A1' AND time = '2020-01-01T00:03:20.000000Z'");
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    fix->GetFieldAsDateTime(fix->GetFieldIndex("time_datetime"), &year, &month, &day, &hour, &minute, &second, &zone);
    CHECK(std::array{year, month, day, hour, minute, zone} == std::array{2020, 1, 1, 0, 3, 100});
    CHECK(second == 20);
    CHECK(fix->GetGeometryRef()->toPoint()->getX() == Approx(9.95));

    const auto unplaced = row(*dataset, "calls", "\"to\" = 'everybody'");
    CHECK(unplaced->GetGeometryRef() == nullptr);
    CHECK(text(unplaced, "text") == "Anybody?");
    const auto event = row(*dataset, "events", "title = 'Seen from the ground'");
    CHECK(event->GetGeometryRef()->toPoint()->getY() == 0.125);
    CHECK(event->GetFieldAsDouble("alt_m") == 500);
    const auto airspace = row(*dataset, "airspaces", "key = 'AAA'");
    CHECK(text(airspace, "ceiling") == "unlimited");
    CHECK(airspace->GetGeometryRef()->toMultiPolygon()->get_Area() == Approx(1));
    const auto planned = row(*dataset, "tracks", "track = 'P1'");
    CHECK(planned->GetFieldAsInteger("reconstructed") == 1);
    CHECK(text(planned, "altitude_datum") == "msl");
    CHECK(text(planned, "description").find("reconstructed: all of it") != std::string::npos);
}

TEST_CASE("a track over 180 degrees is in two lines in a GeoPackage, and one with a gap too", "[export]")
{
    for (const SquareFlight& flight : {SquareFlight{.west_deg = 179.5}, SquareFlight{.with_gap = true}}) {
        const Exported exported{flight};
        const OgrDataset dataset = written(exported);
        const auto track = row(*dataset, "tracks", "track = 'A1'");
        CHECK(track->GetGeometryRef()->toMultiLineString()->getNumGeometries() == 2);
        OGREnvelope bounds;
        track->GetGeometryRef()->getEnvelope(&bounds);
        CHECK(bounds.MinX >= -180);
        CHECK(bounds.MaxX <= 180);
    }
}

TEST_CASE("the same incident gives the same GeoPackage, and what is there is kept", "[export]")
{
    const Exported exported;
    written(exported, "a.gpkg");
    written(exported, "b.gpkg");
    CHECK(read_text(exported.folder / "a.gpkg") == read_text(exported.folder / "b.gpkg"));
    Diagnostics diagnostics;
    const auto problem =
        write_export_gpkg({exported.folder / "a.gpkg", "", Overwrite::no}, exported.incident, diagnostics);
    REQUIRE(problem);
    CHECK(problem->message.find("--overwrite") != std::string::npos);
    const auto refused = write_export_gpkg({"/dev/null", "", Overwrite::yes}, exported.incident, diagnostics);
    REQUIRE(refused);
}

}  // namespace incursion

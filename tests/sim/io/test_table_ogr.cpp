#include "tests/sim/io/table_support.h"

#include <chrono>
#include <cmath>
#include <filesystem>
#include <map>
#include <thread>

#include <sys/mount.h>

#include "tests/sim/io/ogr_support.h"

using namespace incursion;
using namespace incursion::test;
namespace fs = std::filesystem;

namespace {

PathPoint at(double second, double lon_deg, double lat_deg, std::optional<double> altitude_m = {})
{
    return {Time{} + seconds(second), {lon_deg, lat_deg}, altitude_m};
}

OgrDataset read_back(const std::string& path)
{
    register_ogr_drivers();
    OgrDataset dataset{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR)};
    REQUIRE(dataset);
    REQUIRE(dataset->GetLayerCount() == 1);
    return dataset;
}

std::string wkt_of(const OGRFeature& feature)
{
    OGRWktOptions options;
    options.variant = wkbVariantIso;
    return feature.GetGeometryRef()->exportToWkt(options, nullptr);
}

/// Of every file in a folder, by its name.
std::map<std::string, std::string> bytes_of(const TemporaryFolder& folder)
{
    std::map<std::string, std::string> bytes;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder.path()})
        bytes[entry.path().filename().string()] = read_text(entry.path().string());
    return bytes;
}

/// A file system of 256 KiB on a folder, for as long as it lives; none where the user may not mount one.
class SmallDisk {
public:
    explicit SmallDisk(const TemporaryFolder& folder)
        : path_{folder.path().string()}, mounted_{::mount("tmpfs", path_.c_str(), "tmpfs", 0, "size=256k") == 0}
    {
    }
    ~SmallDisk()
    {
        if (mounted_)
            ::umount(path_.c_str());
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool is_mounted() const { return mounted_; }

private:
    std::string path_;
    bool mounted_;
};

}  // namespace

TEST_CASE("OGR formats keep every cell, and nothing where nothing is known")
{
    const TemporaryFolder folder;
    const std::string ending = GENERATE(".gpkg", ".fgb", ".geojson", ".sqlite", ".gml");
    const std::string path = folder / ("things" + ending);
    const Time time = instant("2015-11-24T07:24:59.999999999Z");
    write_table({path, "", Overwrite::no}, layout_of_all_types(RowShape::point),
                {{{"T\xc3\xbcr \"1\"", 0.1, std::int64_t{9007199254740993}, true, time}, {at(0, 36.5, 35.75)}},
                 {{std::monostate{}, std::nan(""), std::monostate{}, false, std::monostate{}}, {at(0, 1, 2)}}});
    const OgrDataset dataset = read_back(path);
    OGRLayer& layer = *dataset->GetLayer(0);
    CHECK(std::string{layer.GetName()} == "things");
    const OGRFeatureUniquePtr first{layer.GetNextFeature()};
    const OGRFeatureUniquePtr second{layer.GetNextFeature()};
    REQUIRE(first);
    REQUIRE(second);
    CHECK(std::string{first->GetFieldAsString("name")} == "T\xc3\xbcr \"1\"");
    CHECK(first->GetFieldAsDouble("length_m") == 0.1);
    CHECK(first->GetFieldAsInteger64("count") == 9007199254740993);
    CHECK(first->GetFieldAsInteger("known") == 1);
    if (ending != ".geojson")  // read back as a date
        CHECK(std::string{first->GetFieldAsString("entry_time")} == "2015-11-24T07:24:59.999999999Z");
    CHECK_FALSE(second->IsFieldSetAndNotNull(second->GetFieldIndex("name")));
    CHECK_FALSE(second->IsFieldSetAndNotNull(second->GetFieldIndex("length_m")));
    CHECK_FALSE(second->IsFieldSetAndNotNull(second->GetFieldIndex("count")));
    CHECK(second->IsFieldSetAndNotNull(second->GetFieldIndex("known")));
    CHECK_FALSE(second->IsFieldSetAndNotNull(second->GetFieldIndex("entry_time")));
}

TEST_CASE(
    "GeoPackage and FlatGeobuf have instants as dates too, to the millisecond and not rounded into the next minute")
{
    const TemporaryFolder folder;
    const std::string path = folder / GENERATE("t.gpkg", "t.fgb");
    const TableLayout layout{"t", {{"entry_time", CellType::time}, {"end", CellType::time}}, RowShape::point};
    write_table({path, "", Overwrite::no}, layout,
                {{{instant("2015-11-24T07:24:59.999999999Z"), instant("1969-12-31T23:59:59.0015Z")}, {at(0, 1, 2)}}});
    const OgrDataset dataset = read_back(path);
    const OGRFeatureUniquePtr row{dataset->GetLayer(0)->GetNextFeature()};
    CHECK(std::string{row->GetFieldAsString("entry_datetime")} == "2015/11/24 07:24:59.999+00");
    CHECK(std::string{row->GetFieldAsString("end_datetime")} == "1969/12/31 23:59:59.001+00");
    CHECK(row->GetFieldDefnRef(row->GetFieldIndex("end_datetime"))->GetType() == OFTDateTime);
}

TEST_CASE("paths have heights where all are known and seconds since 1970 as measures, and are cut at 180 degrees")
{
    const TemporaryFolder folder;
    const std::string path = folder / "t.gpkg";
    const TableLayout layout{"t", {{"n", CellType::integer}}, RowShape::path};
    write_table({path, "", Overwrite::no}, layout,
                {{{std::int64_t{1}}, {at(10, 1, 2, 100), at(20, 3, 4, 200)}},
                 {{std::int64_t{2}}, {at(10, 1, 2, 100), at(20, 3, 4)}},
                 {{std::int64_t{3}}, {at(10, 1, 2, 5)}},
                 {{std::int64_t{4}}, {at(10, 179, 2, 100), at(30, 182, 5, 400)}}});
    const OgrDataset dataset = read_back(path);
    OGRLayer& layer = *dataset->GetLayer(0);
    CHECK(layer.GetSpatialRef()->IsGeographic());
    CHECK(std::string{layer.GetSpatialRef()->GetAuthorityCode(nullptr)} == "4326");
    for (const char* expected : {"MULTILINESTRING ZM ((1 2 100 10,3 4 200 20))", "MULTILINESTRING M ((1 2 10,3 4 20))",
                                 "MULTILINESTRING ZM ((1 2 5 10,1 2 5 10))",
                                 "MULTILINESTRING ZM ((179 2 100 10,180 3 200 16.666666667),"
                                 "(-180 3 200 16.666666667,-178 5 400 30))"}) {
        const OGRFeatureUniquePtr row{layer.GetNextFeature()};
        CHECK(wkt_of(*row) == expected);
    }
}

TEST_CASE("a FlatGeobuf file keeps the order of its rows and marks heights that are not known")
{
    const TemporaryFolder folder;
    const std::string path = folder / "t.fgb";
    const TableLayout layout{"t", {{"n", CellType::integer}}, RowShape::path};
    write_table({path, "", Overwrite::no}, layout,
                {{{std::int64_t{1}}, {at(10, 1, 2), at(20, 3, 4, 200)}},
                 {{std::int64_t{2}}, {at(10, -100, 50, 1), at(20, 3, 4, 2)}},
                 {{std::int64_t{3}}, {at(10, 1, 2, 100), at(20, 3, 4, 200)}}});
    const OgrDataset dataset = read_back(path);
    OGRLayer& layer = *dataset->GetLayer(0);
    for (int n = 1; n <= 3; ++n) {
        const OGRFeatureUniquePtr row{layer.GetNextFeature()};
        CHECK(row->GetFieldAsInteger("n") == n);
        const OGRLineString& line = *row->GetGeometryRef()->toMultiLineString()->getGeometryRef(0);
        CHECK(std::isnan(line.getZ(0)) == (n == 1));
        CHECK(line.getM(1) == 20);
    }
}

TEST_CASE("a table that FlatGeobuf would lose is refused")
{
    const TemporaryFolder folder;
    const auto table = create_table({folder / "t.fgb", "", Overwrite::no}, layout_of_all_types(RowShape::none));
    REQUIRE_FALSE(table);
    CHECK_THAT(table.problem(), Catch::Contains("t.fgb") && Catch::Contains("without a geometry"));
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("the same rows give the same bytes at another time")
{
    RandomStream random{1, "tables"};
    const std::string ending =
        GENERATE(".gpkg", ".fgb", ".geojson", ".shp", ".sqlite", ".kml", ".gml", ".xlsx", ".tab");
    CAPTURE(ending);
    const TableLayout layout = layout_of_all_types(RowShape::path);
    const std::vector<TestRow> rows = random_rows(random, 50, RowShape::path);
    const TemporaryFolder first, second;
    write_table({first / ("t" + ending), "", Overwrite::no}, layout, rows);
    std::this_thread::sleep_for(std::chrono::milliseconds{1100});  // formats stamp seconds
    write_table({second / ("t" + ending), "", Overwrite::no}, layout, rows);
    const auto bytes = bytes_of(first);
    CHECK(bytes.contains("t" + ending));
    CHECK((bytes == bytes_of(second)));
}

TEST_CASE("no date of writing is in a Shapefile or a GeoPackage")
{
    const TemporaryFolder folder;
    const TableLayout layout = layout_of_all_types(RowShape::point);
    write_table({folder / "t.shp", "", Overwrite::no}, layout, {});
    write_table({folder / "t.gpkg", "", Overwrite::no}, layout, {});
    // dBASE III header: byte 0 the version, bytes 1 to 3 year less 1900, month, day of the last change.
    CHECK(read_text(folder / "t.dbf").substr(1, 3) == "\x46\x01\x01");
    CHECK_THAT(read_text(folder / "t.gpkg"), Catch::Contains("1970-01-01T00:00:00.000Z"));
}

TEST_CASE("all files of a table have their names once it is finished, and nothing remains of one given up")
{
    const TemporaryFolder folder;
    const std::string path = folder / "t.shp";
    const TableLayout layout = layout_of_all_types(RowShape::point);
    const TestRow row{{"a", 1.0, std::int64_t{1}, true, Time{}}, {at(0, 1, 2)}};
    {
        const auto table = opened_table({path, "", Overwrite::no}, layout);
        require_none(table->add(row.cells, row.points));
        CHECK_FALSE(fs::exists(path));
    }
    CHECK(fs::is_empty(folder.path()));
    write_table({path, "", Overwrite::no}, layout, {row});
    const auto bytes = bytes_of(folder);
    CHECK(bytes.size() == 5);
    for (const char* name : {"t.shp", "t.shx", "t.dbf", "t.prj", "t.cpg"})
        CHECK(bytes.contains(name));

    write_text(folder / "t.qix", "index of the file before");
    CHECK_FALSE(create_table({path, "", Overwrite::no}, layout));
    write_table({path, "", Overwrite::yes}, layout, {row, row});
    CHECK_FALSE(fs::exists(folder / "t.qix"));
    CHECK(bytes_of(folder).size() == 5);
    CHECK(read_back(path)->GetLayer(0)->GetFeatureCount() == 2);
}

TEST_CASE("a companion that is there already is kept and told of")
{
    const TemporaryFolder folder;
    write_text(folder / "t.dbf", "mine");
    const auto table = opened_table({folder / "t.shp", "", Overwrite::no}, layout_of_all_types(RowShape::point));
    const auto problem = table->finish();
    REQUIRE(problem);
    CHECK_THAT(problem->message, Catch::Contains("t.dbf") && Catch::Contains("exists already"));
    CHECK(read_text(folder / "t.dbf") == "mine");
    CHECK_FALSE(fs::exists(folder / "t.shp"));
}

TEST_CASE("OGR formats need a file")
{
    const auto table = create_table({"/dev/full", "GPKG", Overwrite::yes}, layout_of_all_types(RowShape::point));
    REQUIRE_FALSE(table);
    CHECK_THAT(table.problem(), Catch::Contains("/dev/full") && Catch::Contains("device"));
}

TEST_CASE("a full disk stops every table of OGR with a problem", "[long]")
{
    const TemporaryFolder folder;
    const SmallDisk disk{folder};
    if (!disk.is_mounted()) {
        WARN("skipped: this user may not mount a small file system");
        return;
    }
    RandomStream random{1, "rows"};
    const TableLayout layout = layout_of_all_types(RowShape::path);
    const std::vector<TestRow> rows = random_rows(random, 3000, RowShape::path);  // more than 300 bytes each
    for (const char* name : {"t.gpkg", "t.fgb", "t.geojson", "t.shp", "t.sqlite", "t.kml", "t.gml"}) {
        CAPTURE(name);
        std::optional<Problem> problem;
        {
            const auto table = opened_table({folder / name, "", Overwrite::no}, layout);
            for (std::size_t i = 0; i < rows.size() && !problem; ++i)
                problem = table->add(rows[i].cells, rows[i].points);
            if (!problem)
                problem = table->finish();
        }
        CHECK(problem);
        CHECK_FALSE(fs::exists(folder / name));
        CHECK(fs::is_empty(folder.path()));
    }
}

#include "tests/sim/io/table_support.h"

#include <cmath>
#include <cstring>

#include <nlohmann/json.hpp>

#include "sim/base/random.h"
#include "sim/io/visit_row.h"
#include "sim/io/write_visit_json.h"

using namespace incursion;
using namespace incursion::test;

namespace {

Visit one_visit()
{
    Visit visit;
    visit.airspace = "TUR";
    visit.owner = "T\xc3\xbcrkiye";
    visit.foreign = true;
    visit.entry = {instant("2015-11-24T07:24:05.000000001Z"), {36.5, 35.75}, 5791.2, CrossedBy::side, 1e-9};
    visit.exit = {instant("2015-11-24T07:24:22.000000001Z"), {190, -35.75}, {}, CrossedBy::ceiling, 0};
    visit.path_m = 2754;
    visit.max_depth_m = 1134.25;
    visit.max_depth_time = instant("2015-11-24T07:24:12.5Z");
    return visit;
}

std::string text_of(const char* ending, const TableLayout& layout, const TableCells& cells)
{
    const TemporaryFolder folder;
    const std::string path = folder / (std::string{"t"} + ending);
    write_table({path, "", Overwrite::no}, layout, {{cells, {}}});
    return read_text(path);
}

/// Any double but NaN and infinity, so every other one very large or very small.
double any_number(RandomStream& random)
{
    for (;;) {
        const std::uint64_t bits = random.bits();
        double number = 0;
        std::memcpy(&number, &bits, sizeof number);
        if (std::isfinite(number))
            return bits % 2 == 0 ? number : random.uniform(-1e6, 1e6);
    }
}

}  // namespace

TEST_CASE("a visit is a row of the members of its record, the file it came from and the zero of its altitudes")
{
    const Visit visit = one_visit();
    CHECK(text_of(".csv", visit_layout(RowShape::none),
                  visit_cells({"A,1", "day/a.gpx", &visit, AltitudeDatum::pressure}, DepthFigures::measured)) ==
          "track,airspace,owner,foreign,"
          "entry_time,entry_lon,entry_lat,entry_alt_m,entry_by,entry_error_s,"
          "exit_time,exit_lon,exit_lat,exit_alt_m,exit_by,exit_error_s,"
          "duration_s,path_m,max_depth_m,max_depth_time,altitude_datum,input\n"
          "\"A,1\",TUR,T\xc3\xbcrkiye,true,"
          "2015-11-24T07:24:05.000000001Z,36.5,35.75,5791.2,side,1e-09,"
          "2015-11-24T07:24:22.000000001Z,-170,-35.75,,ceiling,0,"
          "17,2754,1134.25,2015-11-24T07:24:12.500000Z,pressure,day/a.gpx\n");
}

TEST_CASE("a visit without figures of depth leaves their cells empty")
{
    const Visit visit = one_visit();
    const std::string text =
        text_of(".jsonl", visit_layout(RowShape::none), visit_cells({"A", "f", &visit}, DepthFigures::left_out));
    CHECK_THAT(text,
               Catch::EndsWith("\"path_m\":2754.0,\"max_depth_m\":null,\"max_depth_time\":null,\"altitude_datum\":\"msl\",\"input\":\"f\"}\n"));
}

TEST_CASE("a visit as a line of JSON is its record, letter by letter")
{
    RandomStream random{GENERATE(range<std::uint64_t>(1, 4)), "visits"};
    for (int i = 0; i < 500; ++i) {
        Visit visit = one_visit();
        visit.entry.place.lon_deg = i == 0 ? -0.0 : random.uniform(-200, 200);
        visit.entry.error_s = any_number(random);
        visit.exit.altitude_m = any_number(random);
        visit.path_m = i == 1 ? 1e5 : any_number(random);
        visit.max_depth_m = i == 2 ? -0.0 : any_number(random);
        visit.exit.time = visit.entry.time + Duration{static_cast<std::int64_t>(random.bits() >> 8U)};
        const std::string record = visit_json(visit, "A \"1\"\t").dump();
        CAPTURE(record);
        CHECK(text_of(".jsonl", visit_layout(RowShape::none),
                      visit_cells({"A \"1\"\t", "a.csv", &visit}, DepthFigures::measured)) ==
              record.substr(0, record.size() - 1) + ",\"altitude_datum\":\"msl\",\"input\":\"a.csv\"}\n");
    }
}

TEST_CASE("the summary has a row per track and airspace")
{
    const TrackSummaryRow row{"A1",
                              "SYR",
                              "Syria",
                              false,
                              2,
                              seconds(90.5),
                              18000,
                              350.25,
                              instant("2015-11-24T07:00:00Z"),
                              instant("2015-11-24T07:10:00Z"),
                              "a.gpx"};
    const std::string header = "track,airspace,owner,foreign,visits,dwell_s,path_m,max_depth_m,first_entry_time,"
                               "last_exit_time,input\n";
    CHECK(text_of(".csv", summary_layout(), summary_cells(row, DepthFigures::measured)) ==
          header +
              "A1,SYR,Syria,false,2,90.5,18000,350.25,2015-11-24T07:00:00.000000Z,2015-11-24T07:10:00.000000Z,a.gpx\n");
    CHECK(text_of(".csv", summary_layout(), summary_cells(row, DepthFigures::left_out)) ==
          header + "A1,SYR,Syria,false,2,90.5,18000,,2015-11-24T07:00:00.000000Z,2015-11-24T07:10:00.000000Z,a.gpx\n");
}

TEST_CASE("the table of tracks has a row per track, without instants where it has no fixes")
{
    const std::string header = "track,fixes,start,end,duration_s,observed_s,gap_s,outside_s,foreign_s,visits,airspaces,"
                               "altitude_datum,input\n";
    TrackTableRow row{"A1",
                 61,
                 {instant("2015-11-24T07:00:00Z"), instant("2015-11-24T07:10:00Z")},
                 seconds(540),
                 seconds(60),
                 seconds(30),
                 seconds(17),
                 3,
                 2,
                 AltitudeDatum::ellipsoid,
                 "a.gpx"};
    CHECK(text_of(".csv", track_layout(), track_cells(row)) ==
          header +
              "A1,61,2015-11-24T07:00:00.000000Z,2015-11-24T07:10:00.000000Z,600,540,60,30,17,3,2,ellipsoid,a.gpx\n");
    row = {"A2", 0, {}, {}, {}, {}, {}, 0, 0, AltitudeDatum::msl, "b.gpx"};
    CHECK(text_of(".csv", track_layout(), track_cells(row)) == header + "A2,0,,,0,0,0,0,0,0,0,msl,b.gpx\n");
}

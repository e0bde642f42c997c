#include <catch2/catch.hpp>

#include <filesystem>
#include <limits>

#include <nlohmann/json.hpp>

#include "sim/io/versions.h"
#include "sim/io/write_report_json.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using namespace incursion::test;

namespace {

Time at(double second_of_day)
{
    return Time{std::chrono::sys_days{std::chrono::year{2015} / 11 / 24}} + seconds(second_of_day);
}

TrackReport one_track()
{
    TrackReport track;
    track.track = "A1";
    track.account = "one";
    track.type = "su-24m";
    track.state = "RUS";
    track.flown = true;
    track.fixes = 3;
    track.span = {at(0), at(60)};
    track.observed = seconds(50);
    track.gap = seconds(10);
    track.path_m = 8100.5;
    track.dwell = {{"", seconds(33)}, {"TUR", seconds(17)}};
    track.foreign = seconds(17);
    track.closest_approach = {{"TUR", at(20), 0}};
    Visit visit;
    visit.airspace = "TUR";
    visit.owner = "TUR";
    visit.foreign = true;
    visit.entry = {at(20.000000001), {36.5, 35.75}, 5791.2, CrossedBy::side, 1e-9};
    visit.exit = {at(37.000000001), {190, 35.75}, {}, CrossedBy::ceiling, 0};
    visit.path_m = 2754;
    visit.max_depth_m = 1134.25;
    visit.max_depth_time = at(28.5);
    track.visits = {visit};
    track.limits = {{{at(1), at(3.5)}, "aircraft[0].plan[2]", "bank", "80 deg", "60 deg"}};
    track.evidence = {"", "", "reconstructed: all of it"};
    return track;
}

Report small_report()
{
    Report report;
    report.title = "A \"small\" one";
    report.path = "scenario.toml";
    report.seed = 7;
    report.span = {at(0), at(60)};
    report.edges = EdgeReading::geodesic;
    report.qnh_hpa = 1030;
    report.accounts = {{"one", "One", {"https://example.org", "A", ""}}};
    report.tracks = {one_track()};
    Call call{"one", at(5), "Tower", "A1", "guard", "Turn south.", {}};
    report.calls.list = {{call, "TUR", 1500.0, 15.0}, {call, "", {}, {}}};
    report.calls.list[1].call.time = at(25);
    report.calls.span = seconds(20);
    report.calls.intervals_s = {20};
    report.calls.mean_interval_s = 20;
    report.calls.before_first_entry = 1;
    report.events = {{"one", at(40), "landed", LonLat{36.25, 35.5}, {}, {}}};
    ClaimReport claim;
    claim.claim.account = "one";
    claim.claim.aircraft = "A1";
    claim.claim.airspace = "TUR";
    claim.claim.path = "claim[0]";
    claim.figures = {{"dwell", "s", 17, 17.0, "17 s", 0.5, true}, {"calls", "", 10, {}, "10", 0, false}};
    claim.figures[0].track = "A1";
    const char* entry = "2015-11-24T00:00:21.000000Z";
    claim.figures.push_back({"entry_time", "s", 21, 20.5, entry, 0.5, true, "B1", {}, at(21), at(20.5)});
    const LonLat place{36.2, 35.5};
    claim.figures.push_back({"position", "m", 0, 1200.0, "[36.2, 35.5]", 500, false, "B1", place, {}, at(30)});
    claim.arithmetic = {{"flown path in claimed dwell", 2754, 17, 162, 5791.2, 126.5, {}}};
    report.claims = {claim};
    report.inputs = {"borders.geojson", "scenario.toml"};
    return report;
}

/// Written by hand after the document's definition; @...@ are the versions.
const std::string expected_document = R"json({
  "schema": "incursion.report/1",
  "incursion": {"version": "@incursion@", "gdal": "@gdal@", "proj": "@proj@"},
  "scenario": {
    "title": "A \"small\" one",
    "description": null,
    "path": "scenario.toml",
    "seed": 7,
    "inputs": [
      {
        "path": "scenario.toml",
        "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      },
      {
        "path": "borders.geojson",
        "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      }
    ],
    "start": "2015-11-24T00:00:00.000000Z",
    "end": "2015-11-24T00:01:00.000000Z",
    "edges": "geodesic",
    "legs": "geodesic",
    "qnh_hpa": 1030.0,
    "terrain": null
  },
  "accounts": [
    {"id": "one", "title": "One", "source": "https://example.org", "confidence": "A", "note": null}
  ],
  "tracks": [
    {
      "track": "A1",
      "account": "one",
      "title": null,
      "type": "su-24m",
      "state": "RUS",
      "flown": true,
      "altitude_datum": "msl",
      "fixes": 3,
      "start": "2015-11-24T00:00:00.000000Z",
      "end": "2015-11-24T00:01:00.000000Z",
      "duration_s": 60.0,
      "observed_s": 50.0,
      "gap_s": 10.0,
      "path_m": 8100.5,
      "dwell_s": {"": 33.0, "TUR": 17.0},
      "foreign_s": 17.0,
      "closest_approach": [
        {"airspace": "TUR", "time": "2015-11-24T00:00:20.000000Z", "distance_m": 0.0}
      ],
      "visits": [
        {
          "track": "A1",
          "airspace": "TUR",
          "owner": "TUR",
          "foreign": true,
          "entry_time": "2015-11-24T00:00:20.000000001Z",
          "entry_lon": 36.5,
          "entry_lat": 35.75,
          "entry_alt_m": 5791.2,
          "entry_by": "side",
          "entry_error_s": 1e-09,
          "exit_time": "2015-11-24T00:00:37.000000001Z",
          "exit_lon": -170.0,
          "exit_lat": 35.75,
          "exit_alt_m": null,
          "exit_by": "ceiling",
          "exit_error_s": 0.0,
          "duration_s": 17.0,
          "path_m": 2754.0,
          "max_depth_m": 1134.25,
          "max_depth_time": "2015-11-24T00:00:28.500000Z"
        }
      ],
      "limits": [
        {
          "start": "2015-11-24T00:00:01.000000Z",
          "end": "2015-11-24T00:00:03.500000Z",
          "duration_s": 2.5,
          "path": "aircraft[0].plan[2]",
          "limit": "bank",
          "asked": "80 deg",
          "possible": "60 deg"
        }
      ],
      "source": null,
      "confidence": null,
      "note": "reconstructed: all of it"
    }
  ],
  "calls": {
    "count": 2,
    "span_s": 20.0,
    "intervals_s": [20.0],
    "mean_interval_s": 20.0,
    "before_first_entry": 1,
    "list": [
      {
        "time": "2015-11-24T00:00:05.000000Z",
        "account": "one",
        "from": "Tower",
        "to": "A1",
        "channel": "guard",
        "text": "Turn south.",
        "airspace": "TUR",
        "distance_to_border_m": 1500.0,
        "time_to_border_s": 15.0,
        "source": null,
        "confidence": null,
        "note": null
      },
      {
        "time": "2015-11-24T00:00:25.000000Z",
        "account": "one",
        "from": "Tower",
        "to": "A1",
        "channel": "guard",
        "text": "Turn south.",
        "airspace": null,
        "distance_to_border_m": null,
        "time_to_border_s": null,
        "source": null,
        "confidence": null,
        "note": null
      }
    ]
  },
  "events": [
    {
      "time": "2015-11-24T00:00:40.000000Z",
      "account": "one",
      "title": "landed",
      "lon": 36.25,
      "lat": 35.5,
      "alt_m": null,
      "source": null,
      "confidence": null,
      "note": null
    }
  ],
  "claims": [
    {
      "claim": "claim[0]",
      "account": "one",
      "aircraft": "A1",
      "airspace": "TUR",
      "figures": [
        {
          "what": "dwell",
          "unit": "s",
          "claimed": 17.0,
          "reading": "17 s",
          "half_step": 0.5,
          "found": 17.0,
          "holds": true,
          "track": "A1",
          "lon": null,
          "lat": null,
          "claimed_time": null,
          "found_time": null
        },
        {
          "what": "calls",
          "unit": null,
          "claimed": 10.0,
          "reading": "10",
          "half_step": 0.0,
          "found": null,
          "holds": null,
          "track": null,
          "lon": null,
          "lat": null,
          "claimed_time": null,
          "found_time": null
        },
        {
          "what": "entry_time",
          "unit": "s",
          "claimed": 21.0,
          "reading": "2015-11-24T00:00:21.000000Z",
          "half_step": 0.5,
          "found": 20.5,
          "holds": true,
          "track": "B1",
          "lon": null,
          "lat": null,
          "claimed_time": "2015-11-24T00:00:21.000000Z",
          "found_time": "2015-11-24T00:00:20.500000Z"
        },
        {
          "what": "position",
          "unit": "m",
          "claimed": 0.0,
          "reading": "[36.2, 35.5]",
          "half_step": 500.0,
          "found": 1200.0,
          "holds": false,
          "track": "B1",
          "lon": 36.2,
          "lat": 35.5,
          "claimed_time": null,
          "found_time": "2015-11-24T00:00:30.000000Z"
        }
      ],
      "arithmetic": [
        {
          "basis": "flown path in claimed dwell",
          "path_m": 2754.0,
          "dwell_s": 17.0,
          "speed_mps": 162.0,
          "altitude_m": 5791.2,
          "least_speed_mps": 126.5,
          "greatest_speed_mps": null
        }
      ],
      "source": null,
      "confidence": null,
      "note": null
    }
  ],
  "radars": [],
  "uncertainties": [],
  "reaches": [],
  "borders": null,
  "warnings": {"avoidances": [], "calls": [], "rules": []}
}
)json";

std::string with_versions(std::string text)
{
    const Versions made_with = versions();
    for (const auto& [mark, version] : {std::pair{"@incursion@", made_with.incursion}, {"@gdal@", made_with.gdal},
                                        {"@proj@", made_with.proj}})
        text.replace(text.find(mark), std::string{mark}.size(), version);
    return text;
}

/// The working directory of a test, so that paths in the document are short and known.
class InFolder {
public:
    explicit InFolder(const TemporaryFolder& folder) : before_{std::filesystem::current_path()}
    {
        std::filesystem::current_path(folder.path());
    }
    ~InFolder() { std::filesystem::current_path(before_); }
    InFolder(const InFolder&) = delete;
    InFolder& operator=(const InFolder&) = delete;

private:
    std::filesystem::path before_;
};

}  // namespace

TEST_CASE("a report becomes the document as it is written down")
{
    const TemporaryFolder folder;
    const InFolder inside{folder};
    write_text("scenario.toml", "abc");
    write_text("borders.geojson", "");
    Diagnostics diagnostics;
    CHECK(report_json(small_report(), diagnostics) == with_versions(expected_document));
    CHECK(diagnostics.list().empty());
}

TEST_CASE("an input that is gone is listed without a checksum and warned of")
{
    const TemporaryFolder folder;
    const InFolder inside{folder};
    write_text("borders.geojson", "");
    Diagnostics diagnostics;
    const auto document = nlohmann::json::parse(report_json(small_report(), diagnostics));
    CHECK(document["scenario"]["inputs"][0]["path"] == "scenario.toml");
    CHECK(document["scenario"]["inputs"][0]["sha256"].is_null());
    REQUIRE(diagnostics.list().size() == 1);
    CHECK(diagnostics.list()[0].severity == Severity::warning);
    CHECK(diagnostics.list()[0].file == "scenario.toml");
}

TEST_CASE("a report of nothing has every list, all of them empty")
{
    Diagnostics diagnostics;
    const auto document = nlohmann::json::parse(report_json(Report{}, diagnostics));
    for (const char* list : {"accounts", "tracks", "events", "claims"})
        CHECK(document[list] == nlohmann::json::array());
    CHECK(document["calls"]["count"] == 0);
    CHECK(document["calls"]["mean_interval_s"].is_null());
    CHECK(document["calls"]["list"] == nlohmann::json::array());
}

TEST_CASE("a number that is none never reaches the document")
{
    Report report = small_report();
    report.tracks[0].path_m = std::numeric_limits<double>::quiet_NaN();
    report.tracks[0].visits[0].max_depth_m = std::numeric_limits<double>::infinity();
    Diagnostics diagnostics;
    const auto document = nlohmann::json::parse(report_json(report, diagnostics));
    CHECK(document["tracks"][0]["path_m"].is_null());
    CHECK(document["tracks"][0]["visits"][0]["max_depth_m"].is_null());
}

#include <catch2/catch.hpp>

#include "sim/io/write_evidence_json.h"

using namespace incursion;
using nlohmann::ordered_json;

namespace {

Time at(double s)
{
    return Time{std::chrono::sys_days{std::chrono::year{2024} / 5 / 1}} + seconds(s);
}

}  // namespace

TEST_CASE("what a radar showed stands beside the truth")
{
    RadarReport report;
    report.radar.id = "R1";
    report.radar.site = {190, 10};
    report.radar.type.id = "terminal";
    report.radar.type.azimuth_noise_rad = Angle::degrees(0.05).rad();
    RadarView view;
    view.track = "A1";
    view.airspace = "SQR";
    view.true_dwell_s = 17;
    view.plot_dwell_s = 14.5;
    view.scans_inside = 4;
    view.true_entry = at(5);
    report.views = {view};
    report.unseen = {"A2"};
    const ordered_json json = radars_json({report});
    REQUIRE(json.size() == 1);
    CHECK(json[0]["lon"] == -170);
    CHECK(json[0]["azimuth_noise_deg"].get<double>() == Approx(0.05));
    CHECK(json[0]["views"][0]["true_dwell_s"] == 17);
    CHECK(json[0]["views"][0]["plot_dwell_s"] == 14.5);
    CHECK(json[0]["views"][0]["true_entry"] == "2024-05-01T00:00:05.000000Z");
    CHECK(json[0]["views"][0]["first_proof"].is_null());
    CHECK(json[0]["unseen"] == ordered_json::array({"A2"}));
}

TEST_CASE("an uncertainty tells its probability with its interval, and no distribution of nothing")
{
    Uncertainty u;
    u.track = "A1";
    u.airspace = "SQR";
    u.verdict = Verdict::probably_outside;
    u.inside = {0.05, 0.04, 0.06};
    u.accuracy.of_fixes = FixAccuracy::drift;
    u.dwell_s = {10, 0, 0, 1, 2, 3, 0.5, 1.5, 1.2};
    u.along = {{at(0), 0.25}};
    u.claims = {{"claim[0]", "dwell", "17 s", {0.5, 0.4, 0.6}}};
    const ordered_json json = uncertainties_json({u})[0];
    CHECK(json["verdict"] == "probably outside");
    CHECK(json["inside"]["low95"] == 0.04);
    CHECK(json["accuracy"]["of_fixes"] == "drift");
    CHECK(json["dwell_s"]["median"] == 1);
    CHECK(json["dwell_s"]["p95"] == 3);
    CHECK(json["max_depth_m"].is_null());
    CHECK(json["inside_along"][0][1] == 0.25);
    CHECK(json["claims"][0]["holds"]["value"] == 0.5);
}

TEST_CASE("what one may have been tells its spans")
{
    ReachReport reach;
    reach.of = "R1";
    reach.spans = {{{at(0), at(1)}, Reach::possible}, {{at(1), at(2)}, Reach::definite}};
    const ordered_json json = reaches_json({reach})[0];
    CHECK(json["of"] == "R1");
    CHECK(json["spans"][0]["inside"] == "possible");
    CHECK(json["spans"][1]["end"] == "2024-05-01T00:00:02.000000Z");
}

TEST_CASE("borders that do not know an airspace say so")
{
    CHECK(borders_json(std::nullopt).is_null());
    BorderComparison borders;
    borders.variants = {{"scenario", "", EdgeReading::geodesic, "2024", "ODbL", {}}, {"other", "", {}, "", "", {}}};
    BorderRow row;
    row.verdicts = {{true, true, 17, at(3), 1000, 0}, {}};
    row.verdicts[1].known = false;
    borders.rows = {row};
    const ordered_json json = borders_json(borders);
    CHECK(json["variants"][0]["edges"] == "geodesic");
    CHECK(json["rows"][0]["verdicts"][0]["dwell_s"] == 17);
    CHECK(json["rows"][0]["verdicts"][1]["border"] == "other");
    CHECK(json["rows"][0]["verdicts"][1]["inside"].is_null());
    CHECK(json["rows"][0]["apart_lon"].is_null());
}

TEST_CASE("a last avoidance point is told with its turn, or as none")
{
    Avoidance none;
    none.entry = at(10);
    Avoidance some = none;
    some.turn = at(4);
    some.call = at(-1);
    some.side = TurnSide::right;
    some.bank_rad = Angle::degrees(60).rad();
    WarningReport warnings;
    warnings.avoidances = {none, some};
    RuleCheck check;
    check.rule = "interval";
    check.finding = RuleFinding::interval_exceeded;
    check.found = 40;
    warnings.rules = {check};
    const ordered_json json = warnings_json(warnings);
    CHECK(json["avoidances"][0]["last_turn_time"].is_null());
    CHECK_FALSE(json["avoidances"][0].contains("bank_deg"));
    CHECK(json["avoidances"][1]["side"] == "right");
    CHECK(json["avoidances"][1]["bank_deg"].get<double>() == Approx(60));
    CHECK(json["avoidances"][1]["last_call_time"] == "2024-04-30T23:59:59.000000Z");
    CHECK(json["rules"][0]["finding"] == "interval_exceeded");
    CHECK(json["rules"][0]["asked"].is_null());
}

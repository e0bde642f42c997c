#include <catch2/catch.hpp>

#include <sstream>
#include <string>

#include "tests/tools/sample_report.h"
#include "tools/incursion/text_report.h"
#include "tools/incursion/text_width.h"

using namespace incursion;
using Catch::Contains;
using sample::at;

namespace {

std::string in_one_line(const Report& report, std::size_t width)
{
    std::string line;
    std::istringstream words{text_report(report, {width, false})};
    for (std::string word; words >> word;)
        line += (line.empty() ? "" : " ") + word;
    return line;
}

Uncertainty seventeen_seconds()
{
    Uncertainty u;
    u.track = "SU24-2";
    u.airspace = "TUR";
    u.accuracy.white_m = 150;
    u.accuracy.clock_s = 1;
    u.border_m = 30;
    u.replicas = 10'000;
    u.inside = {0.95, 0.9455, 0.9541};
    u.verdict = verdict_of(0.95);
    u.reference = at(7, 19, 0);
    u.dwell_if_inside_s = {9500, 14.9, 16.2, 17, 17.8, 19.1, 16.98, 17.02, 17};
    u.entry_s = {9500, 304, 304.6, 305, 305.4, 306, 304.9, 305.1, 305};
    u.depth_m = {9500, 900, 1000, 1080, 1160, 1260, 1078, 1082, 1080};
    u.claims = {{"claim[0]", "dwell", "17 s", {0.0004, 0.0002, 0.001}}};
    return u;
}

Report sure_report()
{
    Report report = sample::two_accounts();
    report.uncertainties = {seventeen_seconds()};
    ReachReport reach;
    reach.track = "SU24-2";
    reach.airspace = "TUR";
    reach.of = "R1";
    reach.definite_s = 4.5;
    reach.possible_s = 11;
    reach.greatest_speed_mps = 250;
    reach.speed_basis = "the type's greatest Mach number";
    report.reaches = {reach};
    RadarReport radar;
    radar.radar.id = "R1";
    radar.radar.type.id = "terminal";
    radar.radar.type.scan_period_s = 4.8;
    RadarView view;
    view.track = "SU24-2";
    view.airspace = "TUR";
    view.true_dwell_s = 17;
    view.scans_inside = 4;
    view.plots_inside = 3;
    radar.views = {view};
    radar.unseen = {"SU24"};
    report.radars = {radar};
    return report;
}

}  // namespace

TEST_CASE("a probability stands with its word, its interval and what it rests on")
{
    const std::string text = in_one_line(sure_report(), 100);
    CHECK_THAT(text, Contains("Probably inside: inside with a probability of 95.0 % (95 % confidence: 94.5 to 95.4 %)."));
    CHECK_THAT(text, Contains("10,000 replicas of each track"));
    CHECK_THAT(text, Contains("each fix by itself 150 m, clock 1 s and border 30 m"));
    CHECK_THAT(text, Contains("First entry: 07:24:05.000; half between 07:24:04.600 and 07:24:05.400"));
    CHECK_THAT(text, Contains("The claim of dwell 17 s holds in under 0.1 % of replicas"));
    CHECK_THAT(text, Contains("by radar R1: surely inside for 4.5 s, possibly for 11.0 s more"));
}

TEST_CASE("a radar that proves nothing says so, and names whom it never saw")
{
    const std::string text = in_one_line(sure_report(), 100);
    CHECK_THAT(text, Contains("One turn in 4.8 s."));
    CHECK_THAT(text, Contains("no proof"));
    CHECK_THAT(text, Contains("Never seen: SU24."));
}

TEST_CASE("borders that disagree are told as such")
{
    Report report = sample::two_accounts();
    BorderComparison borders;
    borders.variants = {{"scenario", "Ours", EdgeReading::straight, "2019", "ODbL", {}},
                        {"coarse", "", EdgeReading::geodesic, "", "", {}}};
    BorderRow row;
    row.track = "SU24-2";
    row.airspace = "TUR";
    row.verdicts = {{true, true, 17, at(7, 24, 5), 1080, 0}, {true, false, 0, {}, 0, 350}};
    row.unanimous = false;
    row.greatest_dwell_s = 17;
    row.apart_m = 2801;
    row.apart_at = {36.1, 35.83};
    row.apart_variant = "coarse";
    borders.rows = {row};
    report.borders = borders;
    const std::string text = in_one_line(report, 100);
    CHECK_THAT(text, Contains("the borders disagree on inside or outside; time inside 0.0 s to 17.0 s"));
    CHECK_THAT(text, Contains("the line of coarse runs up to 2.80 km (1.51 nmi) from ours"));
    CHECK_THAT(text, Contains("coarse: coarse, geodesic edges"));
}

TEST_CASE("a call after the last avoidance point is told as late")
{
    Report report = sample::two_accounts();
    Avoidance a;
    a.track = "SU24-2";
    a.airspace = "TUR";
    a.entry = at(7, 24, 5);
    a.turn = at(7, 23, 55);
    a.call = at(7, 23, 45);
    a.bank_rad = Angle::degrees(60).rad();
    a.load_factor = 2;
    a.reaction_s = 10;
    a.distance_to_border_m = 1620;
    Avoidance none = a;
    none.turn = none.call = std::nullopt;
    report.warnings.avoidances = {a, none};
    CallTiming late;
    late.call = 1;
    late.before_last_call_s = -22;
    report.warnings.calls = {late};
    RuleCheck check;
    check.finding = RuleFinding::interval_exceeded;
    check.time = at(7, 24, 4);
    check.text = "302.0 s passed between two calls to SU24-2, asked are 30 s at most";
    RuleCheck unasked = check;
    unasked.finding = RuleFinding::not_needed;
    unasked.text = "unasked";
    report.warnings.rules = {unasked, check, unasked};
    const std::string text = in_one_line(report, 100);
    CHECK_THAT(text, Contains("a turn to the left at 60 degrees of bank (2.0 g) would have kept it out if begun by "
                              "07:23:55.000, 10.0 s before the entry, 1.62 km (0.87 nmi) from the border"));
    CHECK_THAT(text, Contains("no turn within the track would have kept it out"));
    CHECK_THAT(text, Contains("22.0 s late"));
    CHECK_THAT(text, Contains("07:24:04.000 interval exceeded: 302.0 s passed between two calls to SU24-2, asked are "
                              "30 s at most."));
    CHECK_THAT(text, Contains("2 times between calls fell where the rules ask for none."));
    CHECK_THAT(text, !Contains("unasked"));
}

TEST_CASE("what tells how sure it is fits narrow pages too")
{
    Report report = sure_report();
    for (const std::size_t width : {40U, 60U, 80U, 120U}) {
        CAPTURE(width);
        std::istringstream lines{text_report(report, {width, false})};
        for (std::string line; std::getline(lines, line);)
            if (line.find("http") == std::string::npos)
                CHECK(display_width(line) <= width);
    }
}

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "tests/tools/sample_report.h"
#include "tools/incursion/text_report.h"
#include "tools/incursion/text_width.h"

using namespace incursion;
using Catch::Contains;

namespace {

std::string stored(const std::string& name)
{
    std::ifstream file{INCURSION_SOURCE_DIR "/tests/tools/" + name, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// All on one line, so that a sentence is found wherever it was cut.
std::string in_one_line(const Report& report, std::size_t width)
{
    std::string line;
    std::istringstream words{text_report(report, {width, false})};
    for (std::string word; words >> word;)
        line += (line.empty() ? "" : " ") + word;
    return line;
}

std::string without_escapes(const std::string& text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\x1b')
            i = text.find('m', i);
        else
            plain += text[i];
    }
    return plain;
}

}  // namespace

TEST_CASE("the report on 80 columns reads as the page that was proofread")
{
    CHECK(text_report(sample::two_accounts(), {80, false}) == stored("two_accounts_80.txt"));
}

TEST_CASE("lines keep within the width, addresses excepted, and end without spaces")
{
    Report report = sample::two_accounts();
    report.tracks[0].title = "a very long name of an aircraft that nobody would read to its end in any newspaper";
    report.events[0].title = "航空自衛隊 航空自衛隊 航空自衛隊 航空自衛隊 航空自衛隊 航空自衛隊 航空自衛隊";
    report.calls.list[0].call.text = std::string(300, 'x');
    for (const std::size_t width : {40U, 41U, 53U, 60U, 80U, 100U, 140U, 200U}) {
        CAPTURE(width);
        std::istringstream lines{text_report(report, {width, false})};
        for (std::string line; std::getline(lines, line);) {
            CAPTURE(line);
            CHECK((display_width(line) <= width || line.find("://") != std::string::npos));
            CHECK_FALSE(line.ends_with(' '));
        }
    }
}

TEST_CASE("every width tells the same facts")
{
    for (const std::size_t width : {40U, 60U, 80U, 140U}) {
        CAPTURE(width);
        const std::string text = in_one_line(sample::two_accounts(), width);
        CHECK_THAT(text, Contains("Su-24M near Yayladağı, Hatay"));
        CHECK_THAT(text, Contains("07:24:05.000") && Contains("07:24:22.000") && Contains("17.000 s"));
        CHECK_THAT(text, Contains("In foreign airspace: 17.000 s.") && Contains("In foreign airspace: never."));
        CHECK_THAT(text, Contains("Closest to foreign airspace: TUR 1.00 km (0.54 nmi) at 07:24:00.000."));
        CHECK_THAT(text, Contains("109 m/s TAS") && Contains("126 m/s TAS"));
        CHECK_THAT(text, Contains("observed 5 min 58.0 s, unknown 60.000 s (gaps)"));
        CHECK_THAT(text, Contains("is reconstructed here SU24-2: the course before the entry"));
        CHECK_THAT(text, Contains("The motion of SU24-2 is a simulated flight along a plan"));
    }
}

TEST_CASE("the arithmetic of a claim is told in words, with what the type can fly")
{
    const std::string text = in_one_line(sample::two_accounts(), 80);
    CHECK_THAT(text, Contains("Flown path in claimed dwell: 17 s inside and 2.75 km flown need 162 m/s (583 km/h, 315 kt) "
                              "over the ground; at 5791 m (19000 ft) the su-24m flies between 126 and 386 m/s true. "
                              "In still air that can be flown."));
    CHECK_THAT(text, Contains("That is 17 m/s too slow to stay in the air: it would take a headwind of at least 17 m/s "
                              "(33 kt)."));

    Report report = sample::two_accounts();
    report.claims[0].arithmetic = {{"", 17000, 17, 1000, 5791.2, {}, 386.0}};
    CHECK_THAT(in_one_line(report, 80), Contains("flies no faster than 386 m/s true. That is 614 m/s faster than it can "
                                                 "fly: it would take a tailwind of at least 614 m/s (1194 kt)."));
    report.claims[0].arithmetic = {{"", 17000, 17, 1000, 5791.2, {}, {}}};
    CHECK_THAT(in_one_line(report, 80), Contains("need 1000 m/s (3600 km/h, 1944 kt) over the ground. "));
}

TEST_CASE("a claim that is set against another account's track says whose")
{
    Report report = sample::two_accounts();
    CHECK_THAT(in_one_line(report, 80), !Contains("other accounts' tracks"));
    ClaimFigure other = report.claims[0].figures[0];
    report.claims[0].figures[0].track = "SU24-2";
    other.track = "SU24";
    other.found = 0;
    other.holds = false;
    report.claims[0].figures.push_back(other);
    for (const std::size_t width : {80U, 120U}) {
        CAPTURE(width);
        const std::string text = text_report(report, {width, false});
        CHECK_THAT(in_one_line(report, width), Contains("then in other accounts' tracks of the same machine."));
        CHECK_THAT(text, Contains("  dwell           SU24-2  17.000 s   17.000 s"));
        CHECK_THAT(text, Contains("  dwell           SU24    17.000 s "));
        CHECK_THAT(text, Contains("russia\n"));
        CHECK_THAT(text, Contains("-17.000 s"));
    }
}

TEST_CASE("instants and places of a claim are told as such, their differences as time and distance")
{
    Report report = sample::two_accounts();
    ClaimFigure entry;
    entry.what = "entry_time";
    entry.unit = "s";
    entry.claimed = 305;
    entry.found = 302;
    entry.claimed_time = sample::at(7, 24, 5);
    entry.found_time = sample::at(7, 24, 2);
    entry.half_step = 0.5;
    ClaimFigure position;
    position.what = "position";
    position.unit = "m";
    position.found = 1200;
    position.place = LonLat{36.15, 35.8};
    position.found_time = sample::at(7, 24, 10);
    ClaimFigure depth = position;
    depth.what = "depth_from";
    depth.claimed = 2188;
    depth.place = LonLat{36.2, -35.75};
    report.claims[0].figures = {entry, position, depth};
    const std::string text = text_report(report, {120, false});
    CHECK_THAT(text, Contains("07:24:05.000  07:24:02.000") && Contains("-3.000 s"));
    CHECK_THAT(text, Contains("35.80000° N") && Contains("36.15000° E") && Contains("at 07:24:10"));
    CHECK_THAT(text, Contains("nearest to a place") && Contains("35.75000° S") && Contains("36.20000° E"));
    CHECK_THAT(text, Contains("+1.20 km") && Contains("-988 m"));

    // Dated by the claim: the instant stands with it, and not again with what was found.
    report.claims[0].figures[1].claimed_time = sample::at(7, 24, 15);
    report.claims[0].figures[1].found_time = sample::at(7, 24, 15);
    report.claims[0].figures.pop_back();
    const std::string dated = in_one_line(report, 120);
    CHECK(dated.find("at 07:24:15") == dated.rfind("at 07:24:15"));
    CHECK_THAT(dated, Contains("at 07:24:15"));
}

TEST_CASE("colours add escape sequences and nothing else")
{
    const std::string plain = text_report(sample::two_accounts(), {80, false});
    const std::string coloured = text_report(sample::two_accounts(), {80, true});
    CHECK(plain.find('\x1b') == std::string::npos);
    CHECK_THAT(coloured, Contains("\x1b[1;31mTUR\x1b[0m"));
    CHECK(without_escapes(coloured) == plain);
}

TEST_CASE("both readings are named")
{
    Report report = sample::two_accounts();
    CHECK_THAT(in_one_line(report, 80), Contains("a border runs straight in longitude and latitude, and between two fixes "
                                                 "an aircraft runs along the WGS-84 geodesic"));
    report.edges = EdgeReading::geodesic;
    report.legs = LegReading::straight;
    CHECK_THAT(in_one_line(report, 80), Contains("a border runs along the WGS-84 geodesic, and between two fixes an "
                                                 "aircraft runs straight in longitude and latitude"));
}

TEST_CASE("a scenario's words cannot steer the terminal")
{
    Report report = sample::two_accounts();
    report.title = "\x1b]0;owned\x07";
    report.calls.list[0].call.text = "\x1b[2J";
    report.tracks[0].track = "A\nB\x1b[0m";
    CHECK(text_report(report, {80, false}).find('\x1b') == std::string::npos);
}

TEST_CASE("a report of nothing is still a page")
{
    Report report;
    report.title = "Empty";
    const std::string text = text_report(report, {80, false});
    CHECK_THAT(text, Catch::StartsWith("Empty\n"));
    CHECK_THAT(text, !Contains("The aircraft") && !Contains("The claims") && !Contains("Sources"));
}

TEST_CASE("calls after the entry and inside are told apart from those before")
{
    const std::string text = in_one_line(sample::two_accounts(), 140);
    CHECK_THAT(text, Contains("300.0 s before") && Contains("2.0 s after") && Contains("out in 15.0 s"));
    CHECK_THAT(text, Contains("1 of 2 before the aircraft called first entered foreign airspace"));
    Report report = sample::two_accounts();
    report.tracks[0].visits.clear();
    CHECK_THAT(in_one_line(report, 140), Contains("no entry"));
}

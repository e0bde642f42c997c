#include <catch2/catch.hpp>

#include <cmath>
#include <regex>
#include <set>
#include <string>

#include "tests/tools/sample_debrief.h"
#include "tools/incursion/html_debrief.h"
#include "tools/incursion/html_distance.h"
#include "tools/incursion/html_svg.h"
#include "tools/incursion/html_text.h"
#include "tools/incursion/html_timeline.h"

using namespace incursion;
using namespace incursion::test;
using Catch::Contains;

namespace {

std::string page_with_picture(const Debrief& debrief)
{
    DebriefPage page;
    page.pictures = {{{at_second(250), "A<1> enters AAA", {1}}, "\x89PNG", 4, 3}};
    page.inputs = {{"a&b.toml", "00ff"}, {"gone", ""}};
    page.versions = "Made by incursion 0.1.0.";
    return html_debrief(debrief, page);
}

/// Tags that open and are not closed in order; empty where the page is well nested.
std::vector<std::string> unclosed(const std::string& page)
{
    static const std::set<std::string> alone{"meta", "link", "img", "line", "rect", "circle", "polyline", "!DOCTYPE"};
    static const std::regex tag(R"(<(/?)([a-zA-Z!][a-zA-Z0-9]*)([^<>]*?)(/?)>)");
    std::vector<std::string> open;
    for (std::sregex_iterator it{page.begin(), page.end(), tag}, end; it != end; ++it) {
        const std::string name = (*it)[2];
        if ((*it)[4] == "/" || (alone.contains(name) && name != "rect" && name != "circle"))
            continue;
        if ((*it)[1] != "/")
            open.push_back(name);
        else if (!open.empty() && open.back() == name)
            open.pop_back();
        else
            return {"</" + name + ">"};
    }
    return open;
}

}  // namespace

TEST_CASE("base64 is that of RFC 4648")
{
    // Its section 10.
    CHECK(base64("").empty());
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("foob") == "Zm9vYg==");
    CHECK(base64("fooba") == "Zm9vYmE=");
    CHECK(base64("foobar") == "Zm9vYmFy");
    CHECK(base64("\xff\xfe\xfd") == "//79");
}

TEST_CASE("what could be markup is escaped")
{
    CHECK(html_escaped("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
    CHECK(html_escaped("a\x1b[1mb") == "a [1mb");
    CHECK(html_escaped("\xff") == "\xEF\xBF\xBD");
}

TEST_CASE("round ticks lie within their span, evenly, and are no more than asked for")
{
    CHECK(round_ticks(0, 10, 6) == std::vector<double>{0, 2, 4, 6, 8, 10});
    CHECK(round_ticks(-3, 41, 6) == std::vector<double>{0, 10, 20, 30, 40});
    CHECK(round_ticks(0.2, 0.21, 3).size() <= 3);
    CHECK(round_ticks(1, 1, 5).empty());
    for (double to = 0.01; to < 1e5; to *= 1.7) {
        const auto ticks = round_ticks(-to / 3, to, 7);
        CAPTURE(to);
        CHECK(ticks.size() >= 2);
        CHECK(ticks.size() <= 7);
        CHECK(ticks.front() >= -to / 3);
        CHECK(ticks.back() <= to);
    }
}

TEST_CASE("ticks of a clock are whole minutes or seconds that clocks have")
{
    const auto ticks = clock_ticks({at_second(61), at_second(430)}, 8);
    REQUIRE(ticks.size() == 6);  // 2:00 to 7:00
    CHECK(ticks.front() == at_second(120));
    CHECK(ticks.back() == at_second(420));
    CHECK(clock_ticks({at_second(0), at_second(7)}, 8).size() == 8);
    CHECK(clock_ticks({at_second(0), at_second(86400)}, 9).size() <= 9);
    CHECK(clock_ticks({at_second(5), at_second(5)}, 8).empty());
}

TEST_CASE("the distance to the border is that of the flight, negative inside")
{
    const Debrief debrief = sample::debrief(sample::exercise(), sample::actions());
    const auto lines = distance_lines(debrief);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].aircraft == "A<1>");
    // On the equator a degree is 6378137 m x pi / 180 = 111,319.5 m; the border in the west is the nearest at first.
    CHECK(*distance_at(lines[0], at_second(0)) == Approx(55'659.7).margin(0.5));
    CHECK(*distance_at(lines[0], at_second(125)) == Approx(27'829.9).margin(1));
    CHECK(std::abs(*distance_at(lines[0], at_second(250))) < 1);
    CHECK(*distance_at(lines[0], at_second(375)) == Approx(-27'829.9).margin(1));
    CHECK(*distance_at(lines[0], at_second(500)) == Approx(-55'659.7).margin(1));
    CHECK(*distance_at(lines[0], at_second(875)) == Approx(27'829.9).margin(1));
    CHECK_FALSE(distance_at(lines[0], at_second(1001)));
    CHECK_FALSE(distance_at(lines[0], at_second(-1)));
}

TEST_CASE("the chart of distances marks calls, the true entry and exit, and the entry as logged")
{
    const Debrief debrief = sample::debrief(sample::exercise(), sample::actions());
    const auto lines = distance_lines(debrief);
    const auto marks = distance_marks(debrief, lines);
    using Kind = DistanceMark::Kind;
    const auto count = [&](Kind kind) {
        return std::count_if(marks.begin(), marks.end(), [&](const DistanceMark& mark) { return mark.kind == kind; });
    };
    CHECK(count(Kind::call) == 1);
    CHECK(count(Kind::unheard) == 1);
    CHECK(count(Kind::entry) == 1);
    CHECK(count(Kind::exit) == 1);
    CHECK(count(Kind::logged_entry) == 1);
    const std::string svg =
        distance_chart({at_second(0), at_second(1000)}, "AAA", lines, marks, {{"first call", 40'000}});
    CHECK_THAT(svg, Contains("role=\"img\""));
    CHECK_THAT(svg, Contains("<title>call 2 at 00:04:00, not heard</title>"));
    CHECK_THAT(svg, Contains("entry 00:04:10"));
    CHECK_THAT(svg, Contains("A&lt;1&gt;: least "));
    CHECK_THAT(svg, Contains("class=\"inside\""));
    CHECK(svg.find("nan") == std::string::npos);
    CHECK(unclosed(svg).empty());
}

TEST_CASE("the time line has a lane for each aircraft, the calls, what was done, injects and what was due")
{
    const Debrief debrief = sample::debrief(sample::exercise(), sample::actions());
    const auto lanes = timeline_lanes(debrief);
    std::vector<std::string> titles;
    for (const TimelineLane& lane : lanes)
        titles.push_back(lane.title);
    CHECK(titles == std::vector<std::string>{"A<1>", "calls", "done", "injects", "due"});
    CHECK(lanes[0].bars.back().words == "inside AAA from 00:04:10 to 00:12:30");
    CHECK(lanes[1].bars[1].style == "unheard");
    CHECK(lanes[2].marks.size() == 3);
    CHECK(lanes[3].bars[0].words == "the radio fails from 00:03:50 to 00:04:10");
    const std::string svg = timeline_chart({at_second(0), at_second(1000)}, lanes);
    CHECK_THAT(svg, Contains("takes up A01"));
    CHECK(unclosed(svg).empty());
    CHECK(timeline_lanes(sample::debrief(sample::exercise(), {})).size() == 3);  // nothing said, nothing done
}

TEST_CASE("a debrief's page holds everything it shows, and runs and fetches nothing")
{
    const Debrief debrief = sample::debrief(sample::exercise(), sample::actions());
    const std::string page = page_with_picture(debrief);
    CHECK(page == page_with_picture(debrief));
    CHECK(page.starts_with("<!DOCTYPE html>"));
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("http") == page.find("http-equiv"));
    CHECK(page.find("http", page.find("http-equiv") + 1) == std::string::npos);
    CHECK(page.find("url(") == std::string::npos);
    CHECK_THAT(page, Contains("data:image/png;base64,iVBORw==") || Contains("data:image/png;base64,iVBO"));
    CHECK(unclosed(page) == std::vector<std::string>{});
}

TEST_CASE("whatever names and words a debrief has, its page shows them as text")
{
    const std::string page = page_with_picture(sample::debrief(sample::exercise(), sample::actions()));
    CHECK(page.find("<b>AAA") == std::string::npos);
    CHECK(page.find("<i>round") == std::string::npos);
    CHECK(page.find("<ee>") == std::string::npos);
    CHECK_THAT(page, Contains("Watch &lt;b&gt;AAA&lt;/b&gt; &amp; call"));
    CHECK_THAT(page, Contains("T. &quot;Rain&quot; &lt;ee&gt;"));
    CHECK_THAT(page, Contains("a&amp;b.toml"));
    CHECK_THAT(page, Contains("could not be read"));
}

TEST_CASE("every link of a debrief's page leads somewhere on it, and no id stands there twice")
{
    const std::string page = page_with_picture(sample::debrief(sample::exercise(), sample::actions()));
    std::set<std::string> ids;
    static const std::regex id(" id=\"([^\"]*)\""), link("href=\"#([^\"]*)\"");
    for (std::sregex_iterator it{page.begin(), page.end(), id}, end; it != end; ++it)
        CHECK(ids.insert((*it)[1]).second);
    std::size_t links = 0;
    for (std::sregex_iterator it{page.begin(), page.end(), link}, end; it != end; ++it, ++links) {
        CAPTURE((*it)[1].str());
        CHECK(ids.contains((*it)[1]));
    }
    CHECK(links == 3);
    CHECK_THAT(page, Contains("<a href=\"#moment-1\">Log its entry</a>"));
}

TEST_CASE("the decisive moments are when the first call was due, the entry, and where points were lost")
{
    const auto exercise = sample::exercise();
    const auto moments = decisive_moments(sample::debrief(exercise, {sample::done(0, ActionKind::begin)}));
    REQUIRE(moments.size() >= 2);
    for (std::size_t i = 1; i < moments.size(); ++i)
        CHECK(moments[i - 1].time < moments[i].time);
    const auto at_entry = std::find_if(moments.begin(), moments.end(), [](const DecisiveMoment& moment) {
        return moment.caption.find("enters AAA at 00:04:10") != std::string::npos;
    });
    REQUIRE(at_entry != moments.end());
    CHECK(at_entry->tasks == std::vector<std::size_t>{1});
    CHECK(decisive_moments(sample::debrief(exercise, sample::actions()), 1).size() == 1);
}

TEST_CASE("a page without pictures says why")
{
    DebriefPage page;
    page.why_no_pictures = "There are no pictures: none & nothing.";
    CHECK_THAT(html_debrief(sample::debrief(sample::exercise(), {}), page), Contains("none &amp; nothing."));
}

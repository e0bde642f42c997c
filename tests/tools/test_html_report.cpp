#include <catch2/catch.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <memory>
#include <regex>
#include <set>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/io/input_bytes.h"
#include "sim/io/write_report_json.h"
#include "sim/io/xml_reader.h"
#include "tests/tools/sample_page.h"
#include "tools/incursion/html_report.h"
#include "tools/incursion/html_writer.h"

using namespace incursion;
using namespace incursion::test;
using Catch::Contains;

namespace {

/// What a page holds, as expat reads it.
struct Structure {
    std::set<std::string> ids, labels;
    std::size_t pictures = 0, titles = 0, tables = 0, headers = 0, scoped = 0, scripts = 0, repeated_ids = 0;
};

class StructureReader : public XmlHandler {
public:
    Structure found;

    bool begin(const XmlPlace& place, const XmlAttributes& attributes) override
    {
        if (const char* id = attributes.find("id"); id != nullptr && !found.ids.insert(id).second)
            ++found.repeated_ids;
        if (const char* by = attributes.find("aria-labelledby"))
            found.labels.insert(by);
        count(found.pictures, place.name == "svg" && attributes.find("role") != nullptr);
        count(found.titles, place.name == "title" && place.parent == "svg");
        count(found.tables, place.name == "table");
        count(found.headers, place.name == "th");
        count(found.scoped, place.name == "th" && attributes.find("scope") != nullptr);
        count(found.scripts, place.name == "script");
        return true;
    }
    bool end(const XmlPlace&, std::string_view) override { return true; }

private:
    static void count(std::size_t& number, bool is_one)
    {
        if (is_one)
            ++number;
    }
};

/// Fails where the page is no well-formed XML.
Structure structure_of(const std::string& page)
{
    const auto path = std::filesystem::temp_directory_path() / "incursion_test_html_report.xml";
    std::ofstream{path, std::ios::binary} << page;
    auto members = open_input(path.string());
    REQUIRE(members);
    auto input = members.value()->next();
    REQUIRE(input);
    StructureReader reader;
    Diagnostics diagnostics;
    read_xml(*input.value(), reader, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.list())
        FAIL_CHECK(to_string(diagnostic));
    std::filesystem::remove(path);
    return reader.found;
}

/// Numbers bound to their units by narrow spaces made plain ones, for comparing.
std::string with_plain_spaces(std::string text)
{
    for (const std::string space : {"\u202F", "\u00A0"})
        for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space, at))
            text.replace(at, space.size(), " ");
    return text;
}

/// The greatest distance of any drawn point from the picture's frame, over all pictures.
double farthest_outside(const std::string& page)
{
    static const std::regex path(" d=\"([^\"]*)\""), number("-?[0-9.]+");
    double farthest = 0;
    for (std::sregex_iterator it{page.begin(), page.end(), path}, end; it != end; ++it) {
        const std::string data = (*it)[1];
        for (std::sregex_iterator n{data.begin(), data.end(), number}; n != end; ++n) {
            const double value = std::stod(n->str());
            farthest = std::max({farthest, -value, value - 760});
        }
    }
    return farthest;
}

}  // namespace

TEST_CASE("a report's page is well-formed, its pictures are told in words and its tables have scopes")
{
    const auto page = sample::page_of(sample::through_a_square(), sample::square());
    const Structure structure = structure_of(page->html);
    CHECK(structure.pictures == structure.titles);
    CHECK(structure.pictures == 2 * 5);  // map, time line, distance, altitude, speed; each wide and narrow
    CHECK(structure.tables >= 2);
    CHECK(structure.headers > structure.tables);
    CHECK(structure.headers == structure.scoped);
    CHECK(structure.repeated_ids == 0);
    for (const std::string& label : structure.labels)
        for (std::size_t at = 0; at < label.size();) {
            const std::size_t end = std::min(label.find(' ', at), label.size());
            CAPTURE(label);
            CHECK(structure.ids.contains(label.substr(at, end - at)));
            at = end + 1;
        }
    CHECK_THAT(page->html, Contains("<html lang=\"en\">"));
    CHECK_THAT(page->html, Contains("<main id=\"report\">"));
}

TEST_CASE("a report's page runs and fetches nothing, and is the same bytes for the same input")
{
    const auto page = sample::page_of(sample::through_a_square(), sample::square());
    CHECK(structure_of(page->html).scripts == 0);
    CHECK(page->html.find("http", page->html.find("http-equiv") + 1) == std::string::npos);
    CHECK(page->html.find("url(") == std::string::npos);
    CHECK(page->html == sample::page_of(sample::through_a_square(), sample::square())->html);
}

TEST_CASE("figures on a report's page are those of the JSON report")
{
    Scenario scenario = sample::through_a_square();
    Call call;
    call.time = at_second(100);
    call.from = "AAA";
    call.to = "A1";
    call.text = "Turn";
    scenario.calls = {call};
    const auto page = sample::page_of(std::move(scenario), sample::square());
    Diagnostics diagnostics;
    const auto json = nlohmann::json::parse(report_json(page->incident.report, diagnostics));
    const std::string html = with_plain_spaces(page->html);
    const auto& visit = json["tracks"][0]["visits"][0];
    // By hand: 0 E after 250 s and 1 E after 750 s, and half a degree of the equator is 55,659.7 m.
    CHECK(visit["entry_time"] == "1970-01-01T00:04:10.000000Z");
    CHECK_THAT(html, Contains("from 00:04:10 to 00:12:30 UTC: 8 min 20.0 s"));
    CHECK(visit["duration_s"].get<double>() == Approx(500));
    CHECK(visit["max_depth_m"].get<double>() == Approx(55'659.7).margin(0.1));
    CHECK_THAT(html, Contains(fmt::format("at the deepest {:.2f} km", visit["max_depth_m"].get<double>() / 1000)));
    const auto& told = json["calls"]["list"][0];
    CHECK_THAT(html, Contains(fmt::format("{:.2f} km", told["distance_to_border_m"].get<double>() / 1000)));
    CHECK_THAT(html, Contains(fmt::format("{:.1f} s", told["time_to_border_s"].get<double>())));
    for (const auto& input : {"a&amp;b.toml", "00ff", "could not be read"})
        CHECK_THAT(html, Contains(input));
}

TEST_CASE("visits in many places have a few maps of their own, and the rest is told")
{
    std::vector<LonLat> places;  // in and out of the square's northern side, eight times
    for (int i = 0; i <= 800; ++i)
        places.push_back({0.1 + 0.001 * i, 1 + 0.003 * std::sin(0.0628318530718 * i)});
    const auto page = sample::page_of(sample::scenario({sample::aircraft("A1", places)}, 8000), sample::square());
    CHECK_THAT(page->html, Contains("It was inside the airspace of AAA 8 times, from"));
    CHECK_THAT(page->html, Contains("<svg class=\"wide\" id=\"map-4-wide\""));
    CHECK(page->html.find("id=\"map-5-wide\"") == std::string::npos);
    CHECK_THAT(page->html, Contains("Not drawn by themselves: 5 more places where foreign airspace was entered."));
    structure_of(page->html);
}

TEST_CASE("an aircraft that was never inside has its nearest instant told and drawn")
{
    // South along 0.5 E to 1.5 N, half a degree of the meridian north of the square: 55.29 km by the WGS-84 meridian
    // arc.
    const auto page = sample::page_of(
        sample::scenario({sample::aircraft("A1", sample::straight({0.5, 2.5}, {0.5, 1.5}, 100))}), sample::square());
    const std::string html = with_plain_spaces(page->html);
    CHECK_THAT(html,
               Contains("It was never inside foreign airspace. The nearest it came was 55.29 km (29.85 nmi) from AAA"));
    CHECK_THAT(html, Contains("class=\"nearest\""));
    CHECK(html.find("class=\"crossing\"") == std::string::npos);
    structure_of(page->html);
}

TEST_CASE("whatever names and words a scenario has, its page shows them as text")
{
    const std::string evil = "<script>alert('1')</script>&\"]]>\x02"
                             "9\x03";
    Scenario scenario = sample::through_a_square();
    scenario.title = scenario.description = evil;
    scenario.accounts = {{evil, evil, {evil, "A", "reconstructed: " + evil}}};
    scenario.aircraft[0] = sample::aircraft(evil, sample::straight({-0.5, 0}, {1.5, 0}, 100));
    scenario.aircraft[0].account = scenario.aircraft[0].title = evil;
    scenario.aircraft[0].evidence = {"https://example.org/<b>\"onload=\"x", "A", evil};
    Call call;
    call.account = call.from = call.channel = call.text = evil;
    call.to = evil;
    call.time = at_second(100);
    scenario.calls = {call};
    scenario.events = {{evil, at_second(300), evil, LonLat{0.5, 0}, 1000.0, {}}};
    scenario.places = {{evil, {0.5, 0.2}, PlaceKind::town, {}}};
    Airspaces airspaces{{rectangle(evil, 0, -1, 1, 1)}, EdgeReading::straight};
    const auto page = sample::page_of(std::move(scenario), std::move(airspaces));
    CHECK(structure_of(page->html).scripts == 0);
    CHECK(page->html.find("<script") == std::string::npos);
    CHECK(page->html.find("alert('") == std::string::npos);
    CHECK(page->html.find("\"onload") == std::string::npos);
    CHECK_THAT(page->html, Contains("&lt;script&gt;"));
}

TEST_CASE("a page without altitudes, accounts, calls or claims says what there is")
{
    const auto page = sample::page_of(
        sample::scenario({sample::aircraft("A1", sample::straight({-0.5, 0}, {1.5, 0}, 100), std::nullopt)}),
        sample::square());
    CHECK_THAT(page->html, Contains("No track here has altitudes."));
    CHECK_THAT(page->html, Contains("<b>Recorded.</b>"));
    for (const char* absent : {"The radio calls", "The claims", "The accounts", "As radar would"})
        CHECK(page->html.find(absent) == std::string::npos);
    CHECK(page->html.find("nan") == std::string::npos);
    CHECK(page->html.find("inf\"") == std::string::npos);
    structure_of(page->html);
}

TEST_CASE("a page without aircraft, or with one that has a single fix, is a page")
{
    structure_of(sample::page_of(sample::scenario({}), sample::square())->html);
    structure_of(sample::page_of(sample::scenario({sample::aircraft("A1", {{0.5, 0.5}})}), sample::square())->html);
}

TEST_CASE("maps across the 180th meridian and over a pole draw what lies there and nothing far outside")
{
    const auto date_line =
        sample::page_of(sample::scenario({sample::aircraft("A1", sample::straight({178.5, -17}, {181.5, -17}, 100))}),
                        {{rectangle("AAA", 179, -18, 181, -16)}, EdgeReading::straight});
    CHECK(farthest_outside(date_line->html) < 30);
    CHECK_THAT(date_line->html, Contains(">180°<"));
    CHECK_THAT(date_line->html, Contains("class=\"theirs-0\""));
    CHECK_THAT(date_line->html, Contains("A1 in 00:02:46.667"));  // half a degree of three in 1000 s
    structure_of(date_line->html);

    std::vector<LonLat> over_the_pole = sample::straight({0, 89}, {0, 89.9}, 40);
    for (const LonLat& place : sample::straight({180, 89.9}, {180, 89}, 40))
        over_the_pole.push_back(place);
    const auto pole = sample::page_of(sample::scenario({sample::aircraft("A1", over_the_pole)}, 900),
                                      {{rectangle("AAA", 90, 88, 270, 89.95)}, EdgeReading::straight});
    CHECK(farthest_outside(pole->html) < 30);
    CHECK_THAT(pole->html, Contains("class=\"theirs-0\""));
    structure_of(pole->html);
}

TEST_CASE("many aircraft and long tracks leave a page that can be sent")
{
    std::vector<Aircraft> crowd;
    for (int i = 0; i < 200; ++i)
        crowd.push_back(sample::aircraft(fmt::format("A{}", i),
                                         sample::straight({-0.5, 0.01 * i - 0.5}, {1.5, 0.02 * i - 0.5}, 100)));
    const auto many = sample::page_of(sample::scenario(std::move(crowd)), sample::square());
    CHECK(many->html.size() < 2'000'000);
    CHECK_THAT(many->html, Contains("more came into foreign airspace"));
    structure_of(many->html);

    std::vector<LonLat> wiggly;
    for (int i = 0; i <= 100'000; ++i)
        wiggly.push_back({-0.5 + 2e-5 * i, 0.2 * std::sin(0.01 * i)});
    const auto dense = sample::page_of(sample::scenario({sample::aircraft("A1", wiggly)}, 1'000'000), sample::square());
    CHECK(dense->html.size() < 1'000'000);
}

TEST_CASE("words of a report become paragraphs with links, bound numbers and printers' marks")
{
    CHECK(html_inline("see https://example.org/a_(b), or not") ==
          "see <a class=\"address\" href=\"https://example.org/a_(b)\" "
          "rel=\"noreferrer\">https://example.org/a_(b)</a>, or not");
    CHECK(html_inline("he said \"no\"") == "he said “no”");
    CHECK(html_inline("17 s\n-3 m") == "17\u202Fs<br/>−3\u202Fm");
    CHECK(html_inline("so\x02"
                      "1, 3\x03.") ==
          "so<sup class=\"cite\"><a href=\"#source-1\">1</a> <a href=\"#source-3\">3</a></sup>.");
    CHECK(html_inline("\x02<b>\x03") == "&lt;b&gt;");
}

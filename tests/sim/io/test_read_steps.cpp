#include <string>

#include <catch2/catch.hpp>

#include "sim/io/language_tag.h"
#include "sim/io/read_scenario.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

struct Read {
    std::optional<Scenario> scenario;
    Diagnostics diagnostics;
};

/// An hour with two accounts and an aircraft each, with `more` from line 17 on.
Read read(const std::string& more)
{
    const TemporaryFolder folder;
    folder.write("seen.csv", "time,lon,lat\n2020-01-01T00:00:00Z,1,2\n2020-01-01T00:30:00Z,1,2.5\n");
    Read result;
    result.scenario = read_scenario(folder.write("scenario.toml", "title = \"t\"\nstart = 2020-01-01T00:00:00Z\n"
                                                                  "end = 2020-01-01T01:00:00Z\n"
                                                                  "airspace = { source = \"a.json\" }\n"
                                                                  "[[account]]\nid = \"a\"\n[[account]]\nid = \"b\"\n"
                                                                  "[[aircraft]]\nid = \"X\"\naccount = \"a\"\n"
                                                                  "track = \"seen.csv\"\n"
                                                                  "[[aircraft]]\nid = \"Y\"\naccount = \"b\"\n"
                                                                  "track = \"seen.csv\"\n" +
                                                                      more),
                                    result.diagnostics);
    return result;
}

Read step_at(const std::string& at)
{
    return read("[[step]]\ntitle = \"t\"\nat = " + at + "\n");
}

}  // namespace

TEST_CASE("a step arrives with its words by language, what it points at, its view and its pause")
{
    const auto [scenario, d] = read(R"([[step]]
at = "exit 2 - 20 s"
aircraft = "Y"
title = "Out"
text.en = "It leaves."
text.tr = "Çıkıyor."
point_at = { border = "TUR" }
view = { range = "20 km", centre = [36, 35.5], account = "b", speed = 2, page = "figures" }
pause = "8 s"
[[step]]
at = 2020-01-01T00:10:00Z
title.pt-br = "Aqui"
point_at = { position = [36.1, 35.8] }
view = { centre = "aircraft", account = "" }
pause = false
[[step]]
at = "start"
title = "Here"
point_at = { panel = "radio" }
[[step]]
at = "closest"
title = "Near"
point_at = { aircraft = "X" }
)");
    CAPTURE(told(d));
    REQUIRE(scenario);
    CHECK(d.list().empty());
    const auto& steps = scenario->steps;
    REQUIRE(steps.size() == 4);
    CHECK(steps[0].path == "step[0]");
    CHECK_FALSE(steps[0].at.time);
    CHECK(steps[0].at.event == StepEvent::exit);
    CHECK(steps[0].at.number == 2);
    CHECK(steps[0].at.later == -std::chrono::seconds{20});
    CHECK(steps[0].aircraft == "Y");
    CHECK(in_language(steps[0].title, "ru") == "Out");
    CHECK(in_language(steps[0].text, "tr") == "Çıkıyor.");
    CHECK(in_language(steps[0].text, "de") == "It leaves.");
    CHECK(std::get<PointAtBorder>(steps[0].point_at).airspace == "TUR");
    CHECK(steps[0].view.range_m == 20'000.0);
    CHECK(steps[0].view.centre == LonLat{36, 35.5});
    CHECK(steps[0].view.account == "b");
    CHECK(steps[0].view.speed == 2.0);
    CHECK(steps[0].view.shows_figures == true);
    CHECK(steps[0].pauses);
    CHECK(steps[0].pause_s == 8.0);
    CHECK(steps[1].at.time == parse_time("2020-01-01T00:10:00Z").value());
    CHECK(steps[1].title.list[0].language == "pt-br");
    CHECK(std::get<PointAtPlace>(steps[1].point_at).position == LonLat{36.1, 35.8});
    CHECK(steps[1].view.centre_on_aircraft);
    CHECK(steps[1].view.account == "");
    CHECK_FALSE(steps[1].pauses);
    CHECK(std::get<PointAtPanel>(steps[2].point_at).panel == StepPanel::radio);
    CHECK(std::get<PointAtAircraft>(steps[3].point_at).aircraft == "X");
    CHECK_FALSE(steps[3].pause_s);
    CHECK(steps[3].pauses);
}

TEST_CASE("an instant of a step is a word, with a number where there may be several, and a time added")
{
    const auto instant = [](const std::string& text) {
        const Read made = step_at("\"" + text + "\"");
        CAPTURE(text, told(made.diagnostics));
        REQUIRE(made.scenario);
        return made.scenario->steps[0].at;
    };
    CHECK(instant("start").event == StepEvent::start);
    CHECK(instant("end - 1 min").later == -std::chrono::minutes{1});
    CHECK(instant("first entry").event == StepEvent::entry);
    CHECK(instant("first entry").number == 1);
    CHECK(instant("entry 2-20s").number == 2);
    CHECK(instant("entry 2-20s").later == -std::chrono::seconds{20});
    CHECK(instant("  exit  +  5 s ").later == std::chrono::seconds{5});
    CHECK(instant("closest+500 ms").later == std::chrono::milliseconds{500});
    CHECK(instant("call 3").event == StepEvent::call);
    CHECK(instant("call 3").number == 3);
    CHECK(instant("event 1 + 2 s").event == StepEvent::event);
    for (const char* wrong :
         {"noon", "", "entry 0", "entry two", "entry -", "first start", "start 1", "closest 2", "second entry",
          "entry 1 2", "first entry 1", "exit + 5", "exit + 5 km", "exit + 5 s + 5 s", "entry 99999999"}) {
        const Read made = step_at(std::string{"\""} + wrong + "\"");
        CAPTURE(wrong, told(made.diagnostics));
        CHECK_FALSE(made.scenario);
        CHECK(tells(made.diagnostics, "error 19 step[0].at"));
    }
    CHECK(tells(step_at("\"noon\"").diagnostics, "error 19 step[0].at", "'noon' is no instant of a step"));
    CHECK(tells(step_at("5").diagnostics, "error 19 step[0].at", "a text"));
}

TEST_CASE("an instant of a step outside the scenario's span is an error where it is known")
{
    for (const char* outside : {"2020-01-01T01:00:01Z", "2019-12-31T23:59:59Z", "\"start - 1 s\"", "\"end + 1 s\""}) {
        CAPTURE(outside);
        CHECK(tells(step_at(outside).diagnostics, "error 19 step[0].at", "outside"));
    }
    for (const char* inside : {"2020-01-01T01:00:00Z", "\"start\"", "\"end\"", "\"end - 1 h\"", "\"call 1 + 900 h\""})
        CHECK(step_at(inside).scenario);
}

TEST_CASE("everything that is wrong with steps is told at once")
{
    const Read made = read(R"([[step]]
text = 5
[[step]]
at = "start"
title = " "
aircraft = "Z"
point_at = { aircraft = "Q", panel = "windows" }
view = { account = "c", range = "20", speed = 500, centre = "plane", page = "text" }
pause = 8
[[step]]
at = "start"
title.EN = "x"
text = {}
point_at = {}
view = { speed = 0, range = "1 m", zoom = 2 }
pause = "2 h"
more = 1
)");
    const Diagnostics& d = made.diagnostics;
    CAPTURE(told(d));
    CHECK_FALSE(made.scenario);
    CHECK(tells(d, "error 17 step[0]:", "'at' is missing"));
    CHECK(tells(d, "error 17 step[0]:", "'title' is missing"));
    CHECK(tells(d, "error 18 step[0].text", "a text"));
    CHECK(tells(d, "error 21 step[1].title", "empty"));
    CHECK(tells(d, "error 22 step[1].aircraft", "there is no aircraft 'Z'"));
    CHECK(tells(d, "error 23 step[1].point_at:", "exclude each other"));
    CHECK(tells(d, "error 23 step[1].point_at.panel", "none of: clock"));
    CHECK(tells(d, "error 24 step[1].view.account", "there is no account 'c'"));
    CHECK(tells(d, "error 24 step[1].view.range", "unit"));
    CHECK(tells(d, "error 24 step[1].view.speed", "0.1 to 100"));
    CHECK(tells(d, "error 24 step[1].view.centre", "'plane' is no place"));
    CHECK(tells(d, "error 24 step[1].view.page", "none of"));
    CHECK(tells(d, "error 25 step[1].pause", "no unit"));
    CHECK(tells(d, "error 28 step[2].title.EN", "names no language"));
    CHECK(tells(d, "error 29 step[2].text", "no text here"));
    CHECK(tells(d, "error 30 step[2].point_at", "say what to point at"));
    CHECK(tells(d, "error 31 step[2].view.speed", "greater than zero"));
    CHECK(tells(d, "error 31 step[2].view.range", "0.5 km"));
    CHECK(tells(d, "error 31 step[2].view.zoom", "unknown key"));
    CHECK(tells(d, "error 32 step[2].pause", "an hour"));
    CHECK(tells(d, "error 33 step[2].more", "unknown key"));
}

TEST_CASE("a step about an aircraft that its own view hides gets a warning")
{
    const Read made = read("[[step]]\nat = \"start\"\ntitle = \"t\"\naircraft = \"X\"\nview = { account = \"b\" }\n");
    CHECK(made.scenario);
    CHECK(tells(made.diagnostics, "warning 20 step[0].aircraft", "hides"));
    const Read shown = read("[[step]]\nat = \"start\"\ntitle = \"t\"\naircraft = \"Y\"\nview = { account = \"b\" }\n");
    CHECK(shown.diagnostics.list().empty());
}

TEST_CASE("a language is told by a tag in small letters")
{
    for (const char* tag : {"en", "tr", "pt-br", "zh-hans", "sr-latn-rs", "x"})
        CHECK(is_language_tag(tag));
    for (const char* tag : {"", "EN", "pt_br", "-en", "en-", "en--us", "1a", "englishes", "en us", "ğ"})
        CHECK_FALSE(is_language_tag(tag));
}

#include <string>

#include <catch2/catch.hpp>

#include "sim/io/read_scenario.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

struct Read {
    std::optional<Scenario> scenario;
    Diagnostics diagnostics;
};

constexpr const char* mast = R"(id = "mast"
title = "Mast"
secondary = true
[scan_period]
value = "4 s"
source = "none"
confidence = "C"
[beam_width]
value = "1 deg"
source = "none"
confidence = "C"
[max_range]
value = "100 km"
source = "none"
confidence = "C"
[range_noise]
value = "10 m"
source = "none"
confidence = "C"
[azimuth_noise]
value = "0.1 deg"
source = "none"
confidence = "C"
[range_resolution]
value = "100 m"
source = "none"
confidence = "C"
)";

/// The shortest scenario there is, with `more` from line 5 on and a recording beside it.
Read read(const std::string& more)
{
    const TemporaryFolder folder;
    folder.write("sounds/call1.wav", "RIFF");
    folder.write("mast.toml", mast);
    Read result;
    result.scenario = read_scenario(folder.write("scenario.toml", "title = \"t\"\nstart = 2020-01-01T00:00:00Z\n"
                                                                  "end = 2020-01-01T01:00:00Z\n"
                                                                  "airspace = { source = \"a.json\" }\n" +
                                                                      more),
                                    result.diagnostics);
    return result;
}

}  // namespace

TEST_CASE("a scope arrives in metres, places with their kinds and sources")
{
    const auto [s, d] = read(R"([scope]
centre = [36.15, 35.86]
range = "40 km"
[[place]]
name = "Yayladağı"
position = [36.06, 35.90]
source = "page 2"
[[place]]
name = "Hmeymim"
position = [35.95, 35.40]
kind = "airfield"
[[place]]
name = "tip"
position = [36.154, 35.808]
kind = "mark"
)");
    CAPTURE(told(d));
    REQUIRE(s);
    REQUIRE(s->scope);
    CHECK(s->scope->centre == LonLat{36.15, 35.86});
    CHECK(s->scope->range_m == 40000);
    REQUIRE(s->places.size() == 3);
    CHECK(s->places[0].name == "Yayladağı");
    CHECK(s->places[0].position == LonLat{36.06, 35.90});
    CHECK(s->places[0].kind == PlaceKind::town);
    CHECK(s->places[0].evidence.source == "page 2");
    CHECK(s->places[1].kind == PlaceKind::airfield);
    CHECK(s->places[2].kind == PlaceKind::mark);
}

TEST_CASE("a scope and places may be absent or in part, and what is wrong with them is told")
{
    const auto [without, clean] = read("");
    REQUIRE(without);
    CHECK_FALSE(without->scope);
    CHECK(without->places.empty());
    const auto [part, fine] = read("[scope]\nrange = \"30 nmi\"\n");
    REQUIRE(part);
    REQUIRE(part->scope);
    CHECK_FALSE(part->scope->centre);
    CHECK(part->scope->range_m == 30 * 1852.0);

    const auto [scenario, d] = read("[scope]\ncentre = [35.8, 136.1]\nrange = \"-5 km\"\nradius = \"5 km\"\n"
                                    "[[place]]\nname = \"\"\nposition = 5\nkind = \"village\"\n"
                                    "[[place]]\nconfidence = \"E\"\n");
    CAPTURE(told(d));
    CHECK_FALSE(scenario);
    CHECK(tells(d, "error 6 scope.centre", "swapped"));
    CHECK(tells(d, "error 7 scope.range", "greater than zero"));
    CHECK(tells(d, "error 8 scope.radius"));
    CHECK(tells(d, "error 10 place[0].name", "name"));
    CHECK(tells(d, "error 11 place[0].position"));
    CHECK(tells(d, "error 12 place[0].kind", "town, airfield, mark"));
    CHECK(tells(d, "error 13 place[1]:", "'name' is missing"));
    CHECK(tells(d, "error 13 place[1]:", "'position' is missing"));
    CHECK(tells(d, "error 14 place[1].confidence"));
    CHECK(count(d, Severity::error) == 9);
}

TEST_CASE("a scope names one of the scenario's radars, and another name is told with those there are")
{
    const std::string radars = "[[radar]]\nid = \"NEAR\"\ntype = \"mast.toml\"\nposition = [1, 2]\nantenna = \"9 m\"\n"
                               "[[radar]]\nid = \"FAR\"\ntype = \"mast.toml\"\nposition = [3, 2]\nantenna = \"9 m\"\n";
    const auto [named, clean] = read("[scope]\nradar = \"FAR\"\n" + radars);
    CAPTURE(told(clean));
    REQUIRE(named);
    CHECK(named->scope->radar == "FAR");
    const auto [open, fine] = read("[scope]\nrange = \"5 km\"\n" + radars);
    REQUIRE(open);
    CHECK(open->scope->radar.empty());

    const auto [unknown, wrong] = read("[scope]\nradar = \"FAT\"\n" + radars);
    CHECK_FALSE(unknown);
    CHECK(tells(wrong, "error 6 scope.radar", "there is no radar 'FAT'; name one of: NEAR, FAR"));
    CHECK(count(wrong, Severity::error) == 1);
    const auto [without, none] = read("[scope]\nradar = \"\"\n");
    CHECK_FALSE(without);
    CHECK(tells(none, "error 6 scope.radar", "no [[radar]]"));
}

TEST_CASE("a call is in English unless it says otherwise, and its recording must be there")
{
    const auto call = [](const std::string& keys) {
        return read("[[call]]\nfrom = \"a\"\ntime = 2020-01-01T00:30:00Z\n" + keys);
    };
    const auto plain = call("");
    REQUIRE(plain.scenario);
    CHECK(plain.scenario->calls[0].language == "en");
    CHECK(plain.scenario->calls[0].sound.empty());
    for (const char* language : {"tr", "en-gb", "zh-hans-cn", "es-419"}) {
        CAPTURE(language);
        CHECK(call("language = \"" + std::string{language} + "\"\n").scenario);
    }
    for (const char* language :
         {"", "-", "-en", "en-", "en--gb", "Turkish", "tr; rm", "12", "../tr", "türkçe", "abcdefghi"}) {
        CAPTURE(language);
        const auto wrong = call("language = \"" + std::string{language} + "\"\n");
        CHECK_FALSE(wrong.scenario);
        CHECK(tells(wrong.diagnostics, "error 8 call[0].language", "small letters"));
    }
    CHECK(call("sound = \"sounds/call1.wav\"\n").scenario);
    for (const char* sound : {"", "none.wav", "sounds"}) {
        CAPTURE(sound);
        const auto wrong = call("sound = \"" + std::string{sound} + "\"\n");
        CHECK_FALSE(wrong.scenario);
        CHECK(tells(wrong.diagnostics, "error 8 call[0].sound", "recording"));
    }
}

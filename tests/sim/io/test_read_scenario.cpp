#include <algorithm>

#include <catch2/catch.hpp>

#include "sim/base/units.h"
#include "sim/io/read_scenario.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

constexpr const char* su24 = R"(id = "su-24m"
title = "Sukhoi Su-24M"
[mass]
value = "33325 kg"
source = "a page"
confidence = "G"
)";

constexpr const char* whole = R"(title = "Two parties"
description = "What each says."
start = 2015-11-24T07:19:00Z
end   = 2015-11-24T09:26:00.5+02:00
seed = 20151124
record_interval = "50 ms"
max_gap = "90 s"

[airspace]
source = "../borders/area.geojson"
layer = "countries"
key = "A3"
owner = "state"
floor = "low"
ceiling = "high"
activation = "when"
format = "ogr"
edges = "geodesic"
legs = "straight"

[[wind]]
altitude = "30000 ft"
from = "270 deg"
speed = "60 kt"
[[wind]]
altitude = "0 m"
from = "250 deg"
speed = "5 m/s"

[[account]]
id = "north"
title = "A letter"
source = "page 1"
confidence = "A"
note = "as published"
[[account]]
id = "south"

[[aircraft]]
id = "SU24-2"
account = "north"
title = "second of two"
type = "su-24m"
state = "RUS"
permitted = ["SYR", "LBN"]
start = { position = [36.45, 35.84], altitude = "19000 ft", heading = "270 deg", mach = 0.5 }
plan = [ { fly_to = [36.10, 35.8274] }, { turn_to = "203 deg", bank = "30 deg" } ]
limits = "refuse"
anchor = { entry = "TUR", at = 2015-11-24T07:24:05Z }
[[aircraft]]
id = "seen"
account = "south"
track = "seen.csv"

[[call]]
account = "north"
time = 2015-11-24T07:19:05Z
from = "ground"
to = "SU24-2"
channel = "guard"
text = "Turn south."
language = "tr"
sound = "sounds/call1.wav"
confidence = "D"
[[event]]
account = "south"
time = 2015-11-24T07:24:36Z
title = "hit"
position = [36.0, 35.8]
altitude = "6000 m"
[[claim]]
account = "north"
aircraft = "SU24-2"
airspace = "TUR"
dwell = "17 s"
depth = "1.36 mi"
length = "1.15 mi"
speed = "243 mph"
calls = 10
calls_span = "5 min"
)";

constexpr const char* seen = "time,lon,lat,alt_ft\n2015-11-24T07:19:00Z,36,35,1000\n2015-11-24T07:19:10Z,36.1,35,1000\n";

Time at(const char* text)
{
    return parse_time(text).value();
}

/// The shortest scenario there is, with `more` behind it.
std::string brief(const std::string& more)
{
    return "title = \"t\"\nstart = 2020-01-01T00:00:00Z\nend = 2020-01-01T01:00:00Z\nairspace = { source = \"a.json\" }\n" +
           more;
}

struct Read {
    std::optional<Scenario> scenario;
    Diagnostics diagnostics;
};

Read read(const std::string& text)
{
    const TemporaryFolder folder;
    folder.write("data/aircraft/su-24m.toml", su24);
    folder.write("cases/one/seen.csv", seen);
    folder.write("cases/one/sounds/call1.wav", "RIFF");
    Read result;
    result.scenario = read_scenario(folder.write("cases/one/scenario.toml", text), result.diagnostics);
    return result;
}

}  // namespace

TEST_CASE("every value of a scenario file arrives in SI units")
{
    const TemporaryFolder folder;
    const std::string type = folder.write("data/aircraft/su-24m.toml", su24);
    const std::string track = folder.write("cases/one/seen.csv", seen);
    const std::string sound = folder.write("cases/one/sounds/call1.wav", "RIFF");
    Diagnostics diagnostics;
    const auto s = read_scenario(folder.write("cases/one/scenario.toml", whole), diagnostics);
    CAPTURE(told(diagnostics));
    REQUIRE(s);
    CHECK(s->title == "Two parties");
    CHECK(s->description == "What each says.");
    CHECK(s->span == TimeSpan{at("2015-11-24T07:19:00Z"), at("2015-11-24T07:26:00.5Z")});
    CHECK(s->seed == 20151124);
    CHECK(s->record_interval == std::chrono::milliseconds{50});
    CHECK(s->max_gap == std::chrono::seconds{90});
    CHECK(s->airspace.path == (folder / "cases/borders/area.geojson"));
    CHECK(s->airspace.layer == "countries");
    CHECK(s->airspace.key == "A3");
    CHECK(s->airspace.owner == "state");
    CHECK(s->airspace.floor == "low");
    CHECK(s->airspace.ceiling == "high");
    CHECK(s->airspace.activation == "when");
    CHECK(s->airspace.format == "ogr");
    CHECK(s->airspace.edges == EdgeReading::geodesic);
    CHECK(s->legs == LegReading::straight);
    CHECK(s->inputs == std::vector<std::string>{s->airspace.path, type, track, sound});

    REQUIRE(s->wind.layers.size() == 2);
    CHECK(s->wind.layers[0].altitude_m == 0);
    CHECK(s->wind.layers[1].altitude_m == Approx(9144).epsilon(1e-15));
    CHECK(s->wind.layers[1].speed_mps == Approx(60 * 1852.0 / 3600).epsilon(1e-15));

    REQUIRE(s->accounts.size() == 2);
    CHECK(s->accounts[0].evidence.note == "as published");
    REQUIRE(s->aircraft.size() == 2);
    const Aircraft& a = s->aircraft[0];
    CHECK(a.permitted == std::vector<std::string>{"SYR", "LBN"});
    REQUIRE(a.type);
    CHECK(a.type->mass_kg == 33325);
    REQUIRE(a.anchor);
    CHECK(a.anchor->airspace == "TUR");
    CHECK(a.anchor->entry);
    CHECK(a.anchor->at == at("2015-11-24T07:24:05Z"));
    const auto* plan = std::get_if<FlightPlan>(&a.motion);
    REQUIRE(plan != nullptr);
    CHECK(plan->start.altitude_m == Approx(5791.2).epsilon(1e-15));
    CHECK(plan->start.speed == SpeedTarget{SpeedKind::mach, 0.5});
    CHECK(plan->limits == LimitPolicy::refuse);
    CHECK(plan->items.size() == 2);
    const auto* flown = std::get_if<Track>(&s->aircraft[1].motion);
    REQUIRE(flown != nullptr);
    CHECK(flown->id() == "seen");
    CHECK(flown->fixes().size() == 2);

    REQUIRE(s->calls.size() == 1);
    CHECK(s->calls[0].text == "Turn south.");
    CHECK(s->calls[0].language == "tr");
    CHECK(s->calls[0].sound == sound);
    CHECK(s->calls[0].evidence.confidence == "D");
    REQUIRE(s->events.size() == 1);
    CHECK(s->events[0].place == LonLat{36.0, 35.8});
    CHECK(s->events[0].altitude_m == 6000);
    REQUIRE(s->claims.size() == 1);
    const Claim& claim = s->claims[0];
    REQUIRE((claim.dwell && claim.depth && claim.speed && claim.calls && claim.calls_span));
    CHECK(claim.dwell->readings.at(0).value == 17);
    CHECK(claim.dwell->readings.at(0).half_step == 0.5);
    CHECK(claim.depth->readings.at(0).value == Approx(1.36 * 1609.344).epsilon(1e-15));
    CHECK(claim.speed->readings.at(0).value == Approx(243 * 1609.344 / 3600).epsilon(1e-15));
    CHECK(claim.calls->readings.at(0).value == 10);
    CHECK(claim.calls_span->readings.at(0).value == 300);
    CHECK(s->claims[0].path == "claim[0]");
}

TEST_CASE("every problem of a scenario is told at once, with its line and its path")
{
    const auto [scenario, d] = read(R"(title = "t"
start = 2020-01-01T00:00:00
end = "2020-01-01T01:00:00Z"
sead = 1
[airspace]
sorce = "a.json"
edges = "curved"
[[account]]
id = "a"
[[account]]
id = "a"
[[aircraft]]
id = "one"
account = "b"
type = "su-24n"
start = { position = [35.8, 136.45], altitude = 19000, heading = "370 deg", speed = "162" }
plan = [
  { fly_to = [36.10, 35.8274], bank = "30 deg" },
  { fly_too = [36.10, 35.8274] },
  { climb_to = "5 kg" },
]
[[call]]
account = "a"
from = "x"
time = 12
[[claim]]
account = "a"
aircraft = "onne"
airspace = "TUR"
dwell = "-17 s"
)");
    CAPTURE(told(d));
    CHECK_FALSE(scenario);
    CHECK(tells(d, "error 2 start", "offset"));
    CHECK(tells(d, "error 3 end", "without quotes"));
    CHECK(tells(d, "error 4 sead", "did you mean 'seed'?"));
    CHECK(tells(d, "error 5 airspace:", "'source' is missing"));
    CHECK(tells(d, "error 6 airspace.sorce", "did you mean 'source'?"));
    CHECK(tells(d, "error 7 airspace.edges", "straight, geodesic"));
    CHECK(tells(d, "error 11 account[1].id", "taken by account[0]"));
    CHECK(tells(d, "error 14 aircraft[0].account", "no account 'b'"));
    CHECK(tells(d, "error 15 aircraft[0].type", "data/aircraft"));
    CHECK(tells(d, "error 16 aircraft[0].start.position", "swapped"));
    CHECK(tells(d, "error 16 aircraft[0].start.altitude", "bare number"));
    CHECK(tells(d, "error 16 aircraft[0].start.heading", "0 and 360"));
    CHECK(tells(d, "error 16 aircraft[0].start.speed", "no unit"));
    CHECK(tells(d, "error 19 aircraft[0].plan[1].fly_too", "did you mean 'fly_to'?"));
    CHECK(tells(d, "error 19 aircraft[0].plan[1]:", "asks for nothing"));
    CHECK(tells(d, "error 20 aircraft[0].plan[2].climb_to", "does not fit"));
    CHECK(tells(d, "error 25 call[0].time", "an instant"));
    CHECK(tells(d, "error 28 claim[0].aircraft", "did you mean 'one'?"));
    CHECK(tells(d, "error 30 claim[0].dwell", "negative"));
    CHECK(count(d, Severity::error) == 19);
}

TEST_CASE("the shortest scenario needs a title, a span and airspaces, and nothing else")
{
    const auto [scenario, d] = read(brief(""));
    CAPTURE(told(d));
    REQUIRE(scenario);
    CHECK(d.list().empty());
    CHECK(scenario->airspace.key == "key");
    CHECK(scenario->record_interval == std::chrono::milliseconds{100});
    CHECK_FALSE(scenario->max_gap);

    const auto [none, missing] = read("");
    CHECK_FALSE(none);
    for (const char* key : {"'title'", "'start'", "'end'", "'airspace'"})
        CHECK(tells(missing, "error", std::string{key} + " is missing"));
    CHECK(count(missing, Severity::error) == 4);
}

TEST_CASE("a scenario says how heights are set against each other, and how tracks are read")
{
    const TemporaryFolder folder;
    folder.write("track.csv", "time,lon,lat,alt_m,alt_hae_m\n2020-01-01T00:00:00Z,1,2,100,140\n");
    const std::string head = "title = \"t\"\nstart = 2020-01-01T00:00:00Z\nend = 2020-01-01T01:00:00Z\n";
    const std::string rest = "[airspace]\nsource = \"a.geojson\"\n[[account]]\nid = \"a\"\n[[aircraft]]\nid = \"X\"\n"
                             "account = \"a\"\ntrack = \"track.csv\"\ntrack_format = \"csv\"\ntrack_altitude = \"ellipsoid\"\n"
                             "radar_site = \"25/10=13.6,45.1,120 m\"\n";
    Diagnostics diagnostics;
    const auto scenario = read_scenario(
        folder.write("s.toml", head + "qnh = \"29.92 inHg\"\nterrain = \"dem/hills.tif\"\n" + rest), diagnostics);
    CAPTURE(told(diagnostics));
    REQUIRE(scenario);
    CHECK(scenario->heights.qnh_hpa.value() == Approx(1013.2).margin(0.05));  // 29.92 in of 3386.389 Pa
    CHECK(scenario->heights.terrain_path == folder / "dem/hills.tif");
    CHECK(std::find(scenario->inputs.begin(), scenario->inputs.end(), folder / "dem/hills.tif") != scenario->inputs.end());
    const auto& track = std::get<Track>(scenario->aircraft[0].motion);
    CHECK(track.datum() == AltitudeDatum::ellipsoid);
    CHECK(track.fixes()[0].altitude_m == 140);
    Diagnostics wrong;
    CHECK_FALSE(read_scenario(folder.write("w.toml", head + "qnh = \"30 hPa\"\n" + rest), wrong));
    CHECK(tells(wrong, "error 4 qnh", "altimeter setting"));
}

TEST_CASE("a span must not be empty or turned round")
{
    for (const char* end : {"2020-01-01T00:00:00Z", "2019-12-31T00:00:00Z", "2020-01-01T01:00:00+01:00"}) {
        const auto [scenario, d] = read(std::string{"title = \"t\"\nstart = 2020-01-01T00:00:00Z\nend = "} + end +
                                        "\nairspace = { source = \"a.json\" }\n");
        CHECK_FALSE(scenario);
        CHECK(tells(d, "error 3 end", "later"));
    }
}

TEST_CASE("references must lead somewhere, and ids must differ")
{
    const std::string plane = "[[aircraft]]\nid = \"X\"\nstart = { position = [1, 2], altitude = \"1 km\", heading = "
                              "\"0 deg\", speed = \"200 m/s\" }\n";
    CHECK(read(brief(plane)).scenario);
    CHECK(tells(read(brief(plane + plane)).diagnostics, "error 9 aircraft[1].id", "taken by aircraft[0]"));
    CHECK(tells(read(brief("[[account]]\nid=\"a\"\n" + plane)).diagnostics, "error 7 aircraft[0]:", "'account'"));
    CHECK(tells(read(brief(plane + "account = \"a\"\n")).diagnostics, "error 8 aircraft[0].account", "no account"));
    CHECK(tells(read(brief(plane + "anchor = { entry = \"TUR\", at = 2020-01-01T01:00:00Z }\n")).diagnostics,
                "error 8 aircraft[0].anchor.at", "outside"));
    CHECK(tells(read(brief(plane + "anchor = { entry = \"TUR\", exit = \"TUR\", at = 2020-01-01T00:30:00Z }\n")).diagnostics,
                "error 8 aircraft[0].anchor:", "exclude"));
    CHECK(tells(read(brief(plane + "track = \"seen.csv\"\n")).diagnostics, "error 5 aircraft[0]:", "exclude"));
    CHECK(tells(read(brief("[[aircraft]]\nid = \"X\"\n")).diagnostics, "error 5 aircraft[0]:", "nothing moves"));
    CHECK(tells(read(brief("[[aircraft]]\nid = \"\"\ntrack=\"seen.csv\"\n")).diagnostics, "error 6 aircraft[0].id", "empty"));
    // Free words are welcome where a call goes to nobody in the list.
    const auto call = read(brief("[[call]]\nfrom = \"a\"\nto = \"anyone\"\ntime = 2020-01-01T02:00:00Z\n"));
    CHECK(call.scenario);
    CHECK(tells(call.diagnostics, "warning 8 call[0].time", "outside"));
}

TEST_CASE("a claim says something about something")
{
    CHECK(tells(read(brief("[[claim]]\nsource = \"p\"\n")).diagnostics, "error 5 claim[0]:", "claims nothing"));
    CHECK(tells(read(brief("[[claim]]\ndwell = \"1 s\"\n")).diagnostics, "error 5 claim[0]:", "'airspace'"));
    CHECK(tells(read(brief("[[claim]]\nspeed = \"1 m/s\"\n")).diagnostics, "error 5 claim[0]:", "'aircraft'"));
    CHECK(tells(read(brief("[[claim]]\ncalls_span = \"1 s\"\n")).diagnostics, "error 6 claim[0].calls_span", "calls"));
    CHECK(read(brief("[[claim]]\ncalls = 10\n")).scenario);
}

TEST_CASE("an aircraft picks its track out of a file of several")
{
    const TemporaryFolder folder;
    folder.write("many.csv", "zeit,hoehe,lon,lat,wer\n"
                             "1577836800,10,1,2,a\n1577836801,10,1,2.1,a\n1577836800,300,5,6,b\n1577836801,300,5,6.1,b\n");
    const auto read_with = [&](const std::string& keys, Diagnostics& d) {
        return read_scenario(folder.write("s.toml", brief("[[aircraft]]\nid = \"X\"\ntrack = \"many.csv\"\n" + keys)), d);
    };
    const std::string columns = "columns = { time = \"zeit\", alt = \"hoehe:ft\", track = \"wer\" }\n";
    Diagnostics d;
    const auto scenario = read_with(columns + "track_id = \"b\"\n", d);
    CAPTURE(told(d));
    REQUIRE(scenario);
    const auto* track = std::get_if<Track>(&scenario->aircraft[0].motion);
    REQUIRE(track != nullptr);
    CHECK(track->id() == "X");
    CHECK(track->fixes()[0].place == LonLat{5, 6});
    CHECK(*track->fixes()[0].altitude_m == Approx(300 * metres_per_foot));

    Diagnostics without, wrong;
    CHECK_FALSE(read_with(columns, without));
    CHECK(tells(without, "error 7 aircraft[0].track", "2 tracks (a, b)"));
    CHECK_FALSE(read_with(columns + "track_id = \"c\"\n", wrong));
    CHECK(tells(wrong, "error 9 aircraft[0].track_id", "no track 'c'"));
}

TEST_CASE("an aircraft type is found in the folders above the scenario, then where the environment says")
{
    const TemporaryFolder folder;
    const std::string one = brief("[[aircraft]]\nid = \"X\"\ntype = \"su-24m\"\nstart = { position = [1, 2], altitude = "
                                  "\"1 km\", heading = \"0 deg\", speed = \"200 m/s\" }\n");
    const std::string path = folder.write("a/b/s.toml", one);
    const auto type_path = [&] {
        Diagnostics d;
        const auto scenario = read_scenario(path, d);
        return scenario ? scenario->inputs.back() : "none";
    };
    ::unsetenv("INCURSION_DATA");
    CHECK(type_path() == "none");
    const std::string elsewhere = folder.write("elsewhere/aircraft/su-24m.toml", su24);
    ::setenv("INCURSION_DATA", (folder / "elsewhere").c_str(), 1);
    CHECK(type_path() == elsewhere);
    ::unsetenv("INCURSION_DATA");
    const std::string far = folder.write("data/aircraft/su-24m.toml", su24);
    CHECK(type_path() == far);
    const std::string near = folder.write("a/data/aircraft/su-24m.toml", su24);
    CHECK(type_path() == near);
    folder.write("a/data/aircraft/su-24m.toml", "id = 5\n");
    Diagnostics d;
    CHECK_FALSE(read_scenario(path, d));
    CHECK(tells(d, "error 1 id"));
}

TEST_CASE("a scenario that is missing, a folder, empty or not TOML says so")
{
    const TemporaryFolder folder;
    Diagnostics missing, directory, syntax;
    CHECK_FALSE(read_scenario((folder / "none.toml"), missing));
    CHECK(tells(missing, "error", "no such file"));
    CHECK_FALSE(read_scenario((folder / "."), directory));
    CHECK(tells(directory, "error", "folder"));
    CHECK_FALSE(read_scenario(folder.write("s.toml", "title = \"t\"\nstart = = 1\n"), syntax));
    CHECK(tells(syntax, "error 2", "not TOML"));
}

TEST_CASE("the errors of others do not make a good scenario fail")
{
    const TemporaryFolder folder;
    Diagnostics d;
    d.error("other", std::nullopt, "", "from before");
    CHECK(read_scenario(folder.write("s.toml", brief("")), d));
    CHECK(d.list().size() == 1);
}

#include <catch2/catch.hpp>

#include "sim/io/read_radar_type.h"
#include "sim/io/read_scenario.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

std::string number(const std::string& table, const std::string& value)
{
    return "[" + table + "]\nvalue = " + value + "\nsource = \"p. 3\"\nconfidence = \"B\"\n";
}

/// A primary radar with all that is needed.
std::string primary()
{
    return "id = \"x\"\ntitle = \"X\"\n" + number("scan_period", "\"12 s\"") + number("beam_width", "\"1.5 deg\"") +
           number("max_range", "\"100 nmi\"") + number("range_noise", "\"120 m\"") +
           number("azimuth_noise", "\"0.09 deg\"") + number("range_resolution", "\"250 m\"") +
           number("detection", "0.8") + number("detection_range", "\"50 nmi\"");
}

struct ReadType {
    std::optional<RadarType> type;
    Diagnostics diagnostics;
};

ReadType read_type(const std::string& text)
{
    const TemporaryFolder folder;
    ReadType result;
    result.type = read_radar_type(folder.write("x.toml", text), result.diagnostics);
    return result;
}

struct Read {
    std::optional<Scenario> scenario;
    Diagnostics diagnostics;
};

Read read(const std::string& more)
{
    const TemporaryFolder folder;
    folder.write("data/radars/x.toml", primary());
    folder.write("cases/one/hills.asc", "ncols 3\nnrows 2\nxllcorner 29.5\nyllcorner 39.5\ncellsize 1\n10 20 30\n1 2 3\n");
    Read result;
    result.scenario = read_scenario(
        folder.write("cases/one/scenario.toml", "title = \"t\"\nstart = 2020-01-01T00:00:00Z\n"
                                                "end = 2020-01-01T01:00:00Z\nairspace = { source = \"a.json\" }\n" +
                                                    more),
        result.diagnostics);
    return result;
}

}  // namespace

TEST_CASE("every number of a radar type arrives in SI units with its source")
{
    const auto [type, d] = read_type(primary() + number("min_range", "\"1 km\"") + number("max_elevation", "\"45 deg\"") +
                                     number("height_noise", "\"900 m\"") + number("reference_cross_section", "\"2 m2\"") +
                                     number("false_alarm", "1e-7"));
    CAPTURE(told(d));
    REQUIRE(type);
    CHECK(d.list().empty());
    CHECK_FALSE(type->is_secondary);
    CHECK(type->scan_period_s == 12);
    CHECK(type->beam_width_rad == Approx(0.026179938779914945).epsilon(1e-15));
    CHECK(type->min_range_m == 1000);
    CHECK(type->max_range_m == Approx(185200).epsilon(1e-15));
    CHECK(type->range_noise_m == 120);
    CHECK(type->azimuth_noise_rad == Approx(0.0015707963267948967).epsilon(1e-15));
    CHECK(type->range_resolution_m == 250);
    CHECK(type->detection == 0.8);
    CHECK(type->detection_range_m.value() == Approx(92600).epsilon(1e-15));
    CHECK(type->max_elevation_rad.value() == Approx(0.7853981633974483).epsilon(1e-15));
    CHECK(type->height_noise_m == 900.0);
    CHECK_FALSE(type->height_step_m);
    CHECK(type->reference_cross_section_m2 == 2);
    CHECK(type->false_alarm == 1e-7);
    REQUIRE(type->numbers.size() == 13);
    CHECK(type->numbers[0].key == "scan_period");
    CHECK(type->numbers[0].text == "12 s");
    CHECK(type->numbers[0].source == "p. 3");
}

TEST_CASE("a radar type with anything wrong is refused, with all that is wrong")
{
    const auto [type, d] =
        read_type("id = \"\"\n" + number("scan_period", "12") + number("beam_width", "\"91 deg\"") +
                  number("max_rang", "\"1 km\"") + number("height_step", "\"100 ft\"") + number("detection", "1"));
    CAPTURE(told(d));
    CHECK_FALSE(type);
    CHECK(tells(d, "error 1 id:", "needs an id"));
    CHECK(tells(d, "error 1 :", "'title' is missing"));
    CHECK(tells(d, "error 1 :", "'max_range' is missing"));
    CHECK(tells(d, "error 1 :", "'detection_range' is missing"));
    CHECK(tells(d, "error 3 scan_period.value", "bare number"));
    CHECK(tells(d, "error 7 beam_width.value", "0.01 and 90 deg"));
    CHECK(tells(d, "error 10 max_rang", "did you mean 'max_range'?"));
    CHECK(tells(d, "error 14 height_step", "secondary radar"));
    CHECK(tells(d, "error 18 detection", "below 1"));
}

TEST_CASE("every shipped radar type is read without a word")
{
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator{std::string{INCURSION_SOURCE_DIR "/data/radars"}}) {
        Diagnostics d;
        const auto type = read_radar_type(entry.path().string(), d);
        CAPTURE(entry.path().string(), told(d));
        REQUIRE(type);
        CHECK(d.list().empty());
        CHECK(type->id == entry.path().stem().string());
        ++files;
    }
    CHECK(files == 4);
}

TEST_CASE("a radar of a scenario has its type, and what it does otherwise")
{
    const auto [s, d] = read(R"([[account]]
id = "north"
[[radar]]
id = "hill"
account = "north"
title = "On the hill"
type = "x"
position = [36.5, 37.25]
antenna = "1000 ft"
north_at = 2020-01-01T00:00:03Z
range_bias = "-50 m"
azimuth_bias = "0.18 deg"
height_bias = "20 m"
dropout_interval = "200 s"
dropout = "15 s"
detection_loss = 0.25
terrain = "hills.asc"
scan_period = "10 s"
range_noise = "30 m"
azimuth_noise = "0 deg"
height_noise = "300 m"
source = "page 1"
confidence = "B"
[[radar]]
id = "plain"
account = "north"
type = "x"
position = [0, 0]
antenna = "10 m"
)");
    CAPTURE(told(d));
    REQUIRE(s);
    REQUIRE(s->radars.size() == 2);
    const Radar& r = s->radars[0];
    CHECK(r.id == "hill");
    CHECK(r.account == "north");
    CHECK(r.site == LonLat{36.5, 37.25});
    CHECK(r.antenna_m == Approx(304.8).epsilon(1e-15));
    CHECK(r.north_at == s->span.from + std::chrono::seconds{3});
    CHECK(r.range_bias_m == -50);
    CHECK(r.azimuth_bias_rad == Approx(0.0031415926535897933).epsilon(1e-15));
    CHECK(r.height_bias_m == 20);
    CHECK(r.dropouts_per_s == Approx(0.005).epsilon(1e-15));
    CHECK(r.dropout_s == 15);
    CHECK(r.detection_loss == 0.25);
    CHECK(r.terrain_path == s->inputs.back());
    REQUIRE(r.terrain);
    CHECK(r.terrain->rows > 1);
    CHECK(r.terrain_path.ends_with("cases/one/hills.asc"));
    CHECK(r.type.scan_period_s == 10);
    CHECK(r.type.range_noise_m == 30);
    CHECK(r.type.azimuth_noise_rad == 0);
    CHECK(r.type.height_noise_m == 300.0);
    CHECK(r.type.range_resolution_m == 250);
    CHECK(r.evidence.confidence == "B");
    CHECK(r.path == "radar[0]");
    CHECK(s->radars[1].type.scan_period_s == 12);
    CHECK(s->radars[1].north_at == s->span.from);
    REQUIRE(s->inputs.size() == 3);
    CHECK(s->inputs[1].ends_with("data/radars/x.toml"));
}

TEST_CASE("all that is wrong with the radars of a scenario is told at once")
{
    const auto [s, d] = read("[[radar]]\nid = \"a\"\ntype = \"xx\"\ndropout = \"3 s\"\ndetection_loss = 1.5\n"
                             "terrain = \"none.asc\"\n[[radar]]\nid = \"a\"\ntype = \"x\"\naccount = \"who\"\n"
                             "position = [0, 0]\nantenna = \"1 m\"\nrange_noise = \"-1 m\"\nspin = 1\n");
    CAPTURE(told(d));
    CHECK_FALSE(s);
    CHECK(tells(d, "error 5 radar[0]:", "'position' is missing"));
    CHECK(tells(d, "error 5 radar[0]:", "'antenna' is missing"));
    CHECK(tells(d, "error 7 radar[0].type", "no radar type 'xx'"));
    CHECK(tells(d, "error 8 radar[0].dropout", "together with dropout_interval"));
    CHECK(tells(d, "error 9 radar[0].detection_loss", "between 0 and 1"));
    CHECK(tells(d, "error 10 radar[0].terrain", "cannot be opened"));
    CHECK(tells(d, "error 12 radar[1].id", "is taken"));
    CHECK(tells(d, "error 14 radar[1].account", "no account 'who'"));
    CHECK(tells(d, "error 17 radar[1].range_noise"));
    CHECK(tells(d, "error 18 radar[1].spin", "unknown key"));
}

TEST_CASE("accuracies of a scenario and of an aircraft arrive in SI units")
{
    const auto [s, d] = read(R"([accuracy]
white = "30 m"
drift = "0.1 km"
drift_time = "2 min"
bias = "5 m"
clock = "500 ms"
altitude = "100 ft"
of_fixes = "drift"
border = "25 m"
replicas = 2000
[[aircraft]]
id = "a"
start = { position = [1, 1], altitude = "1 km", heading = "0 deg", speed = "100 m/s" }
accuracy = { white = "7 m", of_fixes = "ignored" }
)");
    CAPTURE(told(d));
    REQUIRE(s);
    REQUIRE(s->accuracy);
    CHECK(s->accuracy->tracks.white_m == 30);
    CHECK(s->accuracy->tracks.drift_m == Approx(100).epsilon(1e-15));
    CHECK(s->accuracy->tracks.drift_time_s == 120);
    CHECK(s->accuracy->tracks.bias_m == 5);
    CHECK(s->accuracy->tracks.clock_s == Approx(0.5).epsilon(1e-15));
    CHECK(s->accuracy->tracks.altitude_m == Approx(30.48).epsilon(1e-15));
    CHECK(s->accuracy->tracks.of_fixes == FixAccuracy::drift);
    CHECK(s->accuracy->border_m == 25);
    CHECK(s->accuracy->replicas == 2000);
    REQUIRE(s->aircraft.at(0).accuracy);
    CHECK(s->aircraft[0].accuracy->white_m == 7);
    CHECK(s->aircraft[0].accuracy->drift_time_s == 60);
    CHECK(s->aircraft[0].accuracy->of_fixes == FixAccuracy::ignored);
    CHECK_FALSE(read("").scenario.value().accuracy);
}

TEST_CASE("accuracies that cannot be are refused")
{
    const auto [s, d] = read("[accuracy]\nwhite = \"-1 m\"\ndrift_time = \"0 s\"\nof_fixes = \"red\"\nreplicas = 0\n"
                             "bordr = \"1 m\"\n");
    CAPTURE(told(d));
    CHECK_FALSE(s);
    for (const char* key : {"white", "drift_time", "of_fixes", "replicas", "bordr"})
        CHECK(tells(d, std::string{"error "}, std::string{"accuracy."} + key));
    CHECK_FALSE(read("[accuracy]\nreplicas = 10000001\n").scenario);
}

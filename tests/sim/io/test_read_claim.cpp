#include <catch2/catch.hpp>

#include <cmath>

#include "sim/base/units.h"
#include "sim/io/read_claim.h"
#include "sim/io/toml_value.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

Claim claim_of(const std::string& figures, Diagnostics& diagnostics)
{
    const auto document = read_toml("aircraft = \"A\"\nairspace = \"X\"\n" + figures, "claim.toml", diagnostics);
    REQUIRE(document);
    TomlReader table{std::get<TomlTable>(document->content), 1, "claim[0]", "claim.toml", diagnostics};
    return read_claim(table, {});
}

}  // namespace

TEST_CASE("a claimed figure has several readings, a bound or a tolerance")
{
    Diagnostics d;
    const Claim c = claim_of("depth = [\"1.36 mi\", \"1.36 nmi\"]\ndwell = { at_most = \"20 s\" }\n"
                             "length = { value = [\"2 km\", \"3 km\"], tolerance = \"200 m\" }\n"
                             "speed = { at_least = \"100 m/s\" }\n",
                             d);
    CAPTURE(told(d));
    REQUIRE(d.list().empty());
    REQUIRE(c.reading_count() == 2);
    CHECK(c.depth->readings[0].value == Approx(2188.70784));
    CHECK(c.depth->readings[1].value == Approx(2518.72));
    CHECK(c.dwell->bound == ClaimBound::at_most);
    CHECK(c.length->readings[1].half_step == 200);
    CHECK(c.speed->bound == ClaimBound::at_least);
}

TEST_CASE("readings that do not go together and bounds that say nothing are errors")
{
    Diagnostics d;
    claim_of("depth = [\"1 mi\", \"1 nmi\"]\nlength = [\"1 mi\", \"1 nmi\", \"1 km\"]\n", d);
    CHECK(tells(d, "error", "equally many"));
    Diagnostics e;
    claim_of("depth = {}\nlength = []\ndwell = [\"3 m\"]\n", e);
    CHECK(tells(e, "error 3 claim[0].depth", "at_least"));
    CHECK(tells(e, "error 4 claim[0].length", "at least one reading"));
    CHECK(tells(e, "error 5 claim[0].dwell", "does not fit here"));
}

TEST_CASE("a least distance is one that was kept, whatever its tolerance")
{
    for (const char* text : {"\"1 km\"", "{ value = \"1 km\", tolerance = \"50 m\" }", "{ at_least = \"1 km\" }"}) {
        Diagnostics d;
        const Claim c = claim_of(std::string{"min_distance = "} + text + "\n", d);
        CAPTURE(text, told(d));
        REQUIRE(c.min_distance);
        CHECK(c.min_distance->bound == ClaimBound::at_least);
        CHECK(c.min_distance->holds(20000, 0));
    }
    Diagnostics d;
    const Claim c = claim_of("min_distance = { value = \"1 km\", tolerance = \"50 m\" }\n", d);
    CHECK(c.min_distance->low(0) == 950);
    CHECK(claim_of("min_distance = { at_most = \"1 km\" }\n", d).min_distance->bound == ClaimBound::at_most);
}

TEST_CASE("a claimed entry is as good as its last decimal, or as its tolerance says")
{
    struct {
        const char* text;
        double second, half_step_s;
    } const cases[] = {
        {"2015-11-24T07:24:05Z", 5, 0.5},
        {"2015-11-24T09:24:05.25+02:00", 5.25, 0.005},
        {"2015-11-24T07:24:05.000000001Z", 5.000000001, 0.5e-9},
        {"{ value = 2015-11-24T07:24:00Z, tolerance = \"1 min\" }", 0, 60},
        {"{ value = 2015-11-24T07:24:05Z, tolerance = \"0 s\" }", 5, 0},
    };
    for (const auto& one : cases) {
        Diagnostics d;
        const Claim c = claim_of(std::string{"entry_time = "} + one.text + "\n", d);
        CAPTURE(one.text, told(d));
        REQUIRE(d.list().empty());
        REQUIRE(c.entry_time);
        CHECK(*c.entry_time == parse_time("2015-11-24T07:24:00Z").value() + seconds(one.second));
        CHECK(c.entry_time_half_step_s == Approx(one.half_step_s).epsilon(1e-12));
    }
}

TEST_CASE("a claimed position is as good as the finer of its two numbers, or as its tolerance says")
{
    // WGS-84 at 36 N: a degree of latitude is 110.96 km, one of longitude 90.16 km long (NIMA TR8350.2, or any table).
    const auto corner_m = [](double half_step_deg) { return std::hypot(110960.0, 90160.0) * half_step_deg; };
    struct {
        const char* text;
        LonLat place;
        double half_step_m;
    } const cases[] = {
        {"[36.15, 36.001]", {36.15, 36.001}, corner_m(0.0005)},
        {"[36.1, 36]", {36.1, 36}, corner_m(0.05)},
        {"[-36.15394, 36.0]", {-36.15394, 36}, corner_m(0.000005)},
        {"[36, -36]", {36, -36}, corner_m(0.5)},
        {"{ value = [36.15, 35.8], tolerance = \"4 nmi\" }", {36.15, 35.8}, 4 * metres_per_nautical_mile},
    };
    for (const auto& one : cases) {
        Diagnostics d;
        const Claim c = claim_of(std::string{"position = "} + one.text + "\n", d);
        CAPTURE(one.text, told(d));
        REQUIRE(d.list().empty());
        REQUIRE(c.position);
        CHECK(*c.position == one.place);
        CHECK(c.position_half_step_m == Approx(one.half_step_m).epsilon(3e-3));
        CHECK_FALSE(c.position_time);
    }
    Diagnostics d;
    const Claim c = claim_of("position = [36.15, 35.8]\nposition_time = 2015-11-24T07:24:15Z\n", d);
    CHECK(c.position_time == parse_time("2015-11-24T07:24:15Z").value());
}

TEST_CASE("a depth may be told as the distance from a place")
{
    Diagnostics d;
    const Claim c = claim_of("depth = \"1.36 mi\"\ndepth_from = [36.15394, 35.80768]\n", d);
    CAPTURE(told(d));
    REQUIRE(d.list().empty());
    CHECK(c.depth_from == LonLat{36.15394, 35.80768});
}

TEST_CASE("places and instants of a claim that cannot be meant are errors, all of them told")
{
    Diagnostics d;
    claim_of("depth_from = [36.1, 35.8]\nentry_time = \"07:24:05\"\nposition_time = 2015-11-24T07:24:15Z\n", d);
    CHECK(tells(d, "error 3 claim[0].depth_from", "together with depth"));
    CHECK(tells(d, "error 4 claim[0].entry_time", "an instant"));
    CHECK(tells(d, "error 5 claim[0].position_time", "together with position"));
    CHECK(count(d, Severity::error) == 3);
    Diagnostics e;
    claim_of("depth = \"1 km\"\ndepth_from = [35.8, 136.1]\n"
             "entry_time = { value = 2015-11-24T07:24:05, tolerance = \"-1 s\" }\n"
             "position = { value = [36.1, 35.8], tolerence = \"1 km\" }\n",
             e);
    CHECK(tells(e, "error 4 claim[0].depth_from", "swapped"));
    CHECK(tells(e, "error 5 claim[0].entry_time.value", "offset"));
    CHECK(tells(e, "error 5 claim[0].entry_time.tolerance", "negative"));
    CHECK(tells(e, "error 6 claim[0].position.tolerence", "did you mean 'tolerance'?"));
    CHECK(tells(e, "error 6 claim[0].position:", "'tolerance' is missing"));
    CHECK(count(e, Severity::error) == 5);
}

TEST_CASE("an entry is one into an airspace, and instants outside the scenario get a warning")
{
    const auto read = [](const char* text, const TimeSpan& span, Diagnostics& d) {
        const auto document = read_toml(text, "claim.toml", d);
        REQUIRE(document);
        TomlReader table{std::get<TomlTable>(document->content), 1, "claim[0]", "claim.toml", d};
        read_claim(table, span);
    };
    Diagnostics nowhere, late;
    read("aircraft = \"A\"\nentry_time = 2015-11-24T07:24:05Z\n", {}, nowhere);
    CHECK(tells(nowhere, "error 1 claim[0]:", "'airspace' is missing"));
    const Time noon = parse_time("2015-11-24T12:00:00Z").value();
    read("aircraft = \"A\"\nairspace = \"X\"\nentry_time = 2015-11-24T13:24:05Z\nposition = [1, 2]\n"
         "position_time = 2015-11-24T13:24:06Z\n",
         {noon, noon + std::chrono::hours{1}}, late);
    CHECK(tells(late, "warning 3 claim[0].entry_time", "outside"));
    CHECK(tells(late, "warning 5 claim[0].position_time", "outside"));
    CHECK_FALSE(late.has_errors());
}

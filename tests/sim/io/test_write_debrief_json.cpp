#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "sim/io/write_debrief_json.h"
#include "tests/tools/sample_debrief.h"

using namespace incursion;
using namespace incursion::test;
using nlohmann::json;

TEST_CASE("a debrief as JSON has the score by task, what was flown, said, injected and done")
{
    const Debrief debrief = sample::debrief(sample::exercise(), sample::actions());
    Diagnostics diagnostics;
    const std::string text = debrief_json(debrief, diagnostics);
    CHECK(diagnostics.list().empty());
    CHECK(text == debrief_json(debrief, diagnostics));
    const json document = json::parse(text);
    CHECK(document["schema"] == "incursion.debrief/1");
    CHECK(document["lesson"]["title"] == "Watch <b>AAA</b> & call");
    CHECK(document["lesson"]["sha256"].is_null());
    CHECK(document["log"]["trainee"] == "T. \"Rain\" <ee>");
    CHECK(document["score"]["out_of"] == 25.0);
    CHECK(document["score"]["finished"] == true);
    CHECK(document["score"]["ended"] == "1970-01-01T00:13:20.000000Z");
    REQUIRE(document["tasks"].size() == 3);
    CHECK(document["tasks"][0]["kind"] == "first_call");
    CHECK(document["tasks"][0]["at"] == "1970-01-01T00:01:40.000000Z");
    CHECK(document["tasks"][2]["aircraft"].is_null());
    CHECK(document["tasks"][2]["points"] == 5.0);
    REQUIRE(document["visits"].size() == 1);
    CHECK(document["visits"][0]["duration_s"].get<double>() == Approx(500).margin(1e-6));
    REQUIRE(document["calls"].size() == 2);
    CHECK(document["calls"][0]["heard"] == true);
    // 150 s before the border at 222.64 m/s.
    CHECK(document["calls"][0]["distance_to_border_m"].get<double>() == Approx(33'396).margin(1));
    CHECK(document["calls"][1]["heard"] == false);
    CHECK(document["calls"][1]["distance_to_border_m"].is_null());
    CHECK(document["injects"][0]["id"] == "dead");
    CHECK(document["injects"][0]["kind"] == "radio_failure");
    CHECK(document["turns"].empty());
    CHECK(document["shown"][0]["track"] == "A01");
    CHECK(document["shown"][0]["aircraft"] == "A<1>");
    CHECK(document["actions"].size() == 6);
    CHECK(document["actions"][1] ==
          json::parse(R"({"time":"1970-01-01T00:01:00.000000Z","action":"take_up","track":"A01"})"));
}

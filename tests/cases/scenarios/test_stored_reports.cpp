#include <catch2/catch.hpp>

#include <fstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "sim/io/write_report_json.h"
#include "tests/cases/scenarios/shipped.h"
#include "tests/support/compare_json.h"

// A stored report is what `incursion run -f json` printed when it was last looked at. Made anew with
// `build/release/incursion run scenarios/NAME.toml -o tests/cases/scenarios/stored/NAME.json --overwrite`.

namespace incursion::test {

using nlohmann::json;

TEST_CASE("Every shipped scenario gives its stored report")
{
    for (const char* name : {"hatay-2015/scenario", "porvoo-2016/scenario", "porvoo-2016/evening", "mig23-2014/scenario",
                             "rf4e-2012/scenario", "rq4-2019/scenario"}) {
        std::ifstream file{std::string{INCURSION_SOURCE_DIR "/tests/cases/scenarios/stored/"} + name + ".json"};
        REQUIRE(file.good());
        Diagnostics diagnostics;
        const json stored = json::parse(file);
        const json now = json::parse(report_json(flown_report(name, true), diagnostics));
        std::vector<std::string> differences;
        compare(stored, now, name, differences);
        for (const std::string& difference : differences)
            FAIL_CHECK(difference);
        CHECK(differences.empty());
    }
}

TEST_CASE("A stored report is told from one whose times, numbers or members differ")
{
    const json stored = json::parse(R"({"t": "2015-11-24T07:24:05.000000Z", "d": 17.0, "n": null, "v": [1, 2]})");
    const auto differs = [&](const char* text) {
        std::vector<std::string> differences;
        compare(stored, json::parse(text), "", differences);
        return !differences.empty();
    };
    CHECK_FALSE(differs(R"({"t": "2015-11-24T07:24:05.001000Z", "d": 17.0005, "n": null, "v": [1, 2]})"));
    CHECK(differs(R"({"t": "2015-11-24T07:24:05.010000Z", "d": 17.0, "n": null, "v": [1, 2]})"));
    CHECK(differs(R"({"t": "2015-11-24T07:24:05.000000Z", "d": 17.01, "n": null, "v": [1, 2]})"));
    CHECK(differs(R"({"t": "2015-11-24T07:24:05.000000Z", "d": 17.0, "n": 0, "v": [1, 2]})"));
    CHECK(differs(R"({"t": "2015-11-24T07:24:05.000000Z", "d": 17.0, "n": null, "v": [1]})"));
    CHECK(differs(R"({"t": "2015-11-24T07:24:05.000000Z", "d": 17.0, "n": null})"));
    CHECK(differs(R"({"t": "2015-11-24T07:24:05.000000Z", "d": 17.0, "n": null, "v": [1, 2], "w": 1})"));
}

}  // namespace incursion::test

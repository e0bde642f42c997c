#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "sim/base/time.h"
#include "sim/io/write_report_json.h"
#include "tests/cases/scenarios/shipped.h"

// A stored report is what `incursion run -f json` printed when it was last looked at. Made anew with
// `build/release/incursion run scenarios/NAME.toml -o tests/cases/scenarios/stored/NAME.json --overwrite`.

namespace incursion::test {

namespace {

using nlohmann::json;

/// Of the program and the machine rather than of the incident.
const std::set<std::string> not_compared{"incursion", "path", "sha256"};

// Sampled extremes (depth, closest approach, limits) move most with a change of the last bits.
constexpr double number_tolerance = 1e-3;  // metres or seconds; a millionth of what is beyond 1000
constexpr double time_tolerance_s = 2e-3;

bool near_in_time(const std::string& a, const std::string& b)
{
    const auto time_a = parse_time(a), time_b = parse_time(b);
    return time_a && time_b && std::abs(to_seconds(time_a.value() - time_b.value())) <= time_tolerance_s;
}

bool same_value(const json& stored, const json& now)
{
    if (stored.is_number() && now.is_number()) {
        const double a = stored.get<double>(), b = now.get<double>();
        return std::abs(a - b) <= number_tolerance * std::max(1.0, std::abs(a) * 1e-3);
    }
    if (stored.is_string() && now.is_string())
        return stored == now || near_in_time(stored.get<std::string>(), now.get<std::string>());
    return stored == now;
}

/// Every difference, with its place in the document.
void compare(const json& stored, const json& now, const std::string& place, std::vector<std::string>& differences)
{
    if (stored.is_object() && now.is_object()) {
        for (const auto& [key, value] : stored.items())
            if (!now.contains(key))
                differences.push_back(place + "/" + key + ": is missing");
            else if (!not_compared.contains(key))
                compare(value, now[key], place + "/" + key, differences);
        for (const auto& [key, value] : now.items())
            if (!stored.contains(key))
                differences.push_back(place + "/" + key + ": is new");
    } else if (stored.is_array() && now.is_array() && stored.size() == now.size()) {
        for (std::size_t i = 0; i < stored.size(); ++i)
            compare(stored[i], now[i], place + "/" + std::to_string(i), differences);
    } else if (!same_value(stored, now)) {
        differences.push_back(place + ": " + stored.dump() + " is now " + now.dump());
    }
}

}  // namespace

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

#include <catch2/catch.hpp>

#include <set>
#include <string>

#include "sim/incident/tour.h"
#include "tests/cases/scenarios/shipped.h"

namespace incursion::test {

namespace {

constexpr const char* shipped[] = {"hatay-2015/scenario", "porvoo-2016/scenario", "porvoo-2016/evening",
                                   "mig23-2014/scenario", "rf4e-2012/scenario",   "rq4-2019/scenario"};

std::set<std::string> languages_of(const Texts& texts)
{
    std::set<std::string> languages;
    for (const Texts::In& in : texts.list)
        languages.insert(in.language);
    return languages;
}

}  // namespace

TEST_CASE("Every step of every shipped scenario has its stop, in the order of the file")
{
    for (const char* name : shipped) {
        CAPTURE(name);
        Diagnostics diagnostics;
        const auto scenario =
            read_scenario(std::string{INCURSION_SOURCE_DIR "/scenarios/"} + name + ".toml", diagnostics);
        REQUIRE(scenario);
        const auto airspaces = read_airspaces(scenario->airspace, diagnostics);
        REQUIRE(airspaces);
        CHECK(scenario->steps.size() >= 4);
        CHECK(scenario->steps.size() <= 7);
        const auto stops = tour_of(*scenario, shipped_report(name), *airspaces, diagnostics);
        for (const Diagnostic& diagnostic : diagnostics.list())
            FAIL_CHECK(to_string(diagnostic));
        REQUIRE(stops.size() == scenario->steps.size());
        for (std::size_t i = 0; i < stops.size(); ++i) {
            CAPTURE(i);
            CHECK(stops[i].step == i);
            if (i > 0)
                CHECK(stops[i].time > stops[i - 1].time);
        }
        CHECK(stops.front().time == scenario->span.from);
    }
}

TEST_CASE(
    "Every step of a shipped scenario is told in all of its languages, in words that are read within half a minute")
{
    for (const char* name : shipped) {
        Diagnostics diagnostics;
        const auto scenario =
            read_scenario(std::string{INCURSION_SOURCE_DIR "/scenarios/"} + name + ".toml", diagnostics);
        REQUIRE(scenario);
        const std::set<std::string> languages = languages_of(scenario->steps.front().title);
        for (const Step& step : scenario->steps) {
            CAPTURE(name, step.path);
            CHECK(languages_of(step.title) == languages);
            CHECK(languages_of(step.text) == languages);
            for (const std::string& language : languages)
                CHECK(reading_time_s(in_language(step.title, language), in_language(step.text, language)) <= 30);
        }
    }
}

}  // namespace incursion::test

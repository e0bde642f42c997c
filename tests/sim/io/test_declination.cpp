#include "sim/io/declination.h"

#include <cstdlib>

#include <catch2/catch.hpp>

#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

const std::string shipped = std::string{INCURSION_SOURCE_DIR "/scenarios/hatay-2015/scenario.toml"};

Time at(const char* text)
{
    return parse_time(text).value();
}

double declination_deg(LonLat place, const char* time)
{
    const auto found = declination_at(place, at(time), shipped);
    INFO((found ? "" : found.problem()));
    REQUIRE(found);
    return found->deg();
}

std::string problem_of(const char* time, const std::string& scenario)
{
    const auto found = declination_at({36.1, 35.8}, at(time), scenario);
    REQUIRE_FALSE(found);
    return found.problem();
}

bool contains(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("declination is that of the test values published with each model")
{
    // WMM2015testvalues.pdf (NOAA/NCEI, 2014), at height 0, to a hundredth of a degree; 2017.5 is noon of 2 July.
    CHECK(declination_deg({0, 80}, "2015-01-01T00:00:00Z") == Approx(-3.85).margin(0.0051));
    CHECK(declination_deg({120, 0}, "2015-01-01T00:00:00Z") == Approx(0.57).margin(0.0051));
    CHECK(declination_deg({240, -80}, "2015-01-01T00:00:00Z") == Approx(69.81).margin(0.0051));
    CHECK(declination_deg({0, 80}, "2017-07-02T12:00:00Z") == Approx(-2.75).margin(0.0051));
    CHECK(declination_deg({120, 0}, "2017-07-02T12:00:00Z") == Approx(0.32).margin(0.0051));
    CHECK(declination_deg({-120, -80}, "2017-07-02T12:00:00Z") == Approx(69.58).margin(0.0051));
    // WMM2020_TEST_VALUES.txt and WMM2025_TEST_VALUES.txt, the row of each at height 0.
    CHECK(declination_deg({-59, -13}, "2022-07-02T12:00:00Z") == Approx(-16.65).margin(0.0051));
    CHECK(declination_deg({-59, -13}, "2027-07-02T12:00:00Z") == Approx(-17.49).margin(0.0051));
}

TEST_CASE("the model changes with the five years it is for")
{
    // The change of model moves declination by far less than a degree here, and a year by less than a quarter.
    const LonLat place{36.15, 35.81};
    const double before = declination_deg(place, "2019-12-31T23:59:59.999Z");
    const double after = declination_deg(place, "2020-01-01T00:00:00Z");
    CHECK(before == Approx(after).margin(0.25));
    CHECK(before != after);
    CHECK_NOTHROW(declination_deg(place, "2029-12-31T23:59:59Z"));
}

TEST_CASE("for a time without a model the problem names it and the places it was looked for")
{
    ::unsetenv("INCURSION_DATA");
    const std::string before = problem_of("2014-03-23T11:13:40Z", shipped);
    CHECK(contains(before, "wmm2010.wmm"));
    CHECK(contains(before, "data/magnetic"));
    CHECK(contains(problem_of("2030-01-01T00:00:00Z", shipped), "wmm2030.wmm"));
}

TEST_CASE("a model is found in the data folder above the scenario or where the environment says, and a broken one told")
{
    const TemporaryFolder folder;
    const std::string scenario = folder / "a/scenario.toml";
    ::unsetenv("INCURSION_DATA");
    CHECK(contains(problem_of("2015-11-24T07:24:05Z", scenario), "there is no wmm2015.wmm"));
    ::setenv("INCURSION_DATA", INCURSION_SOURCE_DIR "/data", 1);
    CHECK(declination_at({36.1, 35.8}, at("2015-11-24T07:24:05Z"), scenario));
    ::unsetenv("INCURSION_DATA");

    folder.write("data/magnetic/wmm2015.wmm", "WMMF-1\n");
    CHECK(contains(problem_of("2015-11-24T07:24:05Z", scenario), "cannot be used"));
    const std::string source = std::string{INCURSION_SOURCE_DIR "/data/magnetic/wmm2015.wmm"};
    folder.write("data/magnetic/wmm2015.wmm", read_text(source));
    CHECK(contains(problem_of("2015-11-24T07:24:05Z", scenario), "cannot be used"));
    folder.write("data/magnetic/wmm2015.wmm.cof", read_text(source + ".cof").substr(0, 1000));
    CHECK(contains(problem_of("2015-11-24T07:24:05Z", scenario), "cannot be used"));
    folder.write("data/magnetic/wmm2015.wmm.cof", read_text(source + ".cof"));
    CHECK(declination_at({36.1, 35.8}, at("2015-11-24T07:24:05Z"), scenario));
}

#include "sim/model/track.h"

#include <limits>

#include <catch2/catch.hpp>

using namespace incursion;

namespace {

Fix fix_at(int second, double lon = 36, double lat = 36)
{
    return {Time{std::chrono::seconds{second}}, {lon, lat}, 5791.2, std::nullopt};
}

std::string problem_of(std::vector<Fix> fixes)
{
    const auto track = Track::make("SU24-2", AltitudeDatum::msl, std::move(fixes));
    REQUIRE_FALSE(track);
    return track.problem();
}

}  // namespace

TEST_CASE("a track keeps its fixes as given and spans the time from the first to the last")
{
    const auto track = Track::make("SU24-2", AltitudeDatum::pressure, {fix_at(10), fix_at(11, 36.5), fix_at(30)});
    REQUIRE(track);
    CHECK(track->id() == "SU24-2");
    CHECK(track->datum() == AltitudeDatum::pressure);
    REQUIRE(track->fixes().size() == 3);
    CHECK(track->fixes()[1].place == LonLat{36.5, 36});
    CHECK(track->span().from == Time{std::chrono::seconds{10}});
    CHECK(track->span().to == Time{std::chrono::seconds{30}});
    CHECK(track->has_altitudes());
}

TEST_CASE("a track may have one fix or none")
{
    const auto none = Track::make("x", AltitudeDatum::msl, {});
    REQUIRE(none);
    CHECK(none->fixes().empty());
    CHECK(none->span().empty());
    const auto one = Track::make("x", AltitudeDatum::msl, {fix_at(5)});
    REQUIRE(one);
    CHECK(one->span().length() == Duration{0});
}

TEST_CASE("fixes that do not strictly ascend in time are refused, the first of them named")
{
    CHECK(problem_of({fix_at(1), fix_at(1)}) == "fix 1 of track SU24-2 is not later than the one before");
    CHECK(problem_of({fix_at(1), fix_at(2), fix_at(0), fix_at(-1)}) ==
          "fix 2 of track SU24-2 is not later than the one before");
}

TEST_CASE("fixes without a valid place are refused")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(problem_of({fix_at(1), fix_at(2, 36, 90.5)}).find("fix 1 ") != std::string::npos);
    CHECK(problem_of({fix_at(1, nan)}).find("fix 0 ") != std::string::npos);
    CHECK(problem_of({fix_at(1, 36, nan)}).find("no valid position") != std::string::npos);
    CHECK(Track::make("x", AltitudeDatum::msl, {fix_at(1, 540, 90), fix_at(2, -540, -90)}));
}

TEST_CASE("an altitude or accuracy that is no number is refused: what is not known is left out")
{
    const double inf = std::numeric_limits<double>::infinity();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const double bad : {nan, inf, -inf}) {
        Fix fix = fix_at(1);
        fix.altitude_m = bad;
        CHECK(problem_of({fix}).find("altitude") != std::string::npos);
    }
    for (const double bad : {nan, inf, -1.0}) {
        Fix fix = fix_at(1);
        fix.accuracy_m = bad;
        CHECK(problem_of({fix}).find("accuracy") != std::string::npos);
    }
}

TEST_CASE("a track has altitudes only if every fix has one")
{
    Fix bare = fix_at(2);
    bare.altitude_m.reset();
    CHECK_FALSE(Track::make("x", AltitudeDatum::msl, {fix_at(1), bare, fix_at(3)})->has_altitudes());
    CHECK(Track::make("x", AltitudeDatum::msl, {fix_at(1), fix_at(3)})->has_altitudes());
}

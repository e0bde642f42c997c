#include <memory>
#include <cstdint>

#include <catch2/catch.hpp>

#include "sim/analysis/crossing_finder.h"
#include "sim/analysis/track_path.h"
#include "sim/geo/altimetry.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;
using Catch::Contains;

namespace {

constexpr double foot = 0.3048;

std::vector<Crossing> crossings_of(const Airspaces& a, const Track& t, const HeightReading& heights,
                                   LegReading legs = LegReading::geodesic)
{
    const BorderIndex index{a};
    return find_crossings(t, a, index, {legs, {}, heights});
}

std::optional<Problem> problem_of(const Airspaces& a, const Track& t, const HeightReading& heights = {})
{
    const BorderIndex index{a};
    return limits_problem(t, a, index, {LegReading::geodesic, {}, heights});
}

double s_of(const Crossing& c)
{
    return to_seconds(c.time - Time{});
}

Track with_datum(const Track& track, AltitudeDatum datum)
{
    return Track::make(track.id(), datum, {track.fixes().begin(), track.fixes().end()}).value();
}

/// A grid whose heights are those of a function of column and row.
template <class F>
HeightReading ground(double west, double south, double step, std::size_t size, F height)
{
    Terrain terrain{west, south, step, size, size, {}};
    for (std::size_t row = 0; row < size; ++row)
        for (std::size_t column = 0; column < size; ++column)
            terrain.heights_m.push_back(static_cast<float>(height(column, row)));
    return {{}, "hills.tif", std::make_shared<const Terrain>(std::move(terrain))};
}

}  // namespace

TEST_CASE("a flight level is met as much higher above the sea as the altimeter setting is above standard")
{
    Airspaces a{{rectangle("A", 0, 0, 10, 10)}, EdgeReading::straight};
    a.list[0].floor = FlightLevel{195};
    const Track climb = track({{4, 4}, {5, 5}}, 1000, {5000, 7000});  // 2 m/s, above mean sea level
    const double at_standard = s_of(crossings_of(a, climb, {}).front());
    CHECK(at_standard == Approx((19500 * foot - 5000) / 2).margin(1e-9));
    const double at_1030 = s_of(crossings_of(a, climb, {1030.0, {}, {}}).front());
    // ICAO Doc 7488, solved for the altitude of 1030 hPa: -138.5 m, so the level is as much higher above the sea.
    CHECK(at_1030 - at_standard == Approx(138.5 / 2).margin(0.05));
    // What a transponder tells knows nothing of it.
    const Track squawked = with_datum(climb, AltitudeDatum::pressure);
    CHECK(crossings_of(a, squawked, {1030.0, {}, {}}).front().time == crossings_of(a, squawked, {}).front().time);
}

TEST_CASE("a height above the sea is met by pressure altitudes where the altimeter would show it")
{
    Airspaces a{{rectangle("A", 0, 0, 10, 10)}, EdgeReading::straight};
    a.list[0].floor = Msl{3000};
    const Track climb = with_datum(track({{4, 4}, {5, 5}}, 1000, {2000, 4000}), AltitudeDatum::pressure);
    CHECK(s_of(crossings_of(a, climb, {}).front()) == Approx(500).margin(1e-9));
    // At 1030 hPa the altimeter shows 138.5 m more than the pressure altitude, so 3000 m are met earlier.
    CHECK(s_of(crossings_of(a, climb, {1030.0, {}, {}}).front()) == Approx(500 - 138.5 / 2).margin(0.05));
}

TEST_CASE("heights above the ellipsoid are set against the sea by the geoid")
{
    if (!geoid_height_m({0, 0})) {
        WARN("PROJ's grid egm96_15.gtx is not installed");
        return;
    }
    Airspaces a{{rectangle("A", 102, 46, 103, 47)}, EdgeReading::straight};
    a.list[0].floor = Msl{3000};
    // Where NGA's program finds the sea 43.575 m below the ellipsoid, so 3000 m above the sea are 2956.4 above that.
    const LonLat there{102.4487290, 46.8743190};
    const Track climb =
        with_datum(track({there, {there.lon_deg, there.lat_deg + 1e-6}}, 1000, {2000, 4000}), AltitudeDatum::ellipsoid);
    CHECK_FALSE(problem_of(a, climb));
    const auto found = crossings_of(a, climb, {});
    REQUIRE_FALSE(found.empty());
    CHECK(s_of(found.front()) == Approx((3000 - 43.575 - 2000) / 2).margin(0.1));
    CHECK(found.front().altitude_m.value() == Approx(2956.4).margin(0.2));
}

TEST_CASE("over a slope the ceiling above ground slopes with it")
{
    Airspaces a{{rectangle("A", 0, 0, 2, 2)}, EdgeReading::straight};
    a.list[0].ceiling = Agl{1500 * foot};
    // The ground rises by 100 m for every tenth of a degree to the east.
    const HeightReading hills = ground(-1, -1, 0.1, 41, [](std::size_t column, std::size_t) { return 100.0 * static_cast<double>(column); });
    // Level at 2000 m along the equator, 400 s for 2 degrees: at column c the ground is 100 c, and 1500 ft above it is
    // 2000 m at c = 15.428, which is 0.5428 degrees east, 108.56 s after the start.
    const auto found = crossings_of(a, track({{0, 1}, {2, 1}}, 400, {2000, 2000}), hills, LegReading::straight);
    REQUIRE(found.size() == 2);
    CHECK(found[0].by == CrossedBy::ceiling);
    CHECK(s_of(found[0]) == Approx(108.56).margin(1e-4));
    CHECK(found[0].error_s < 1e-6);
    CHECK(found[1].by == CrossedBy::end);
}

TEST_CASE("flights over random hills enter and leave limits above ground when dense sampling says")
{
    const auto seed = GENERATE(as<std::uint64_t>{}, 1, 2, 3);
    INFO("seed " << seed);
    RandomStream random{seed, "hills"};
    const auto uniform = [&](double low, double high) { return random.uniform(low, high); };
    const HeightReading hills = ground(-1, -1, 0.05, 61, [&](auto, auto) { return uniform(0, 900); });
    Airspaces a{{rectangle("A", -0.7, -0.7, 1.4, 1.4)}, EdgeReading::straight};
    for (int round = 0; round < 30; ++round) {
        a.list[0].floor = round % 3 == 0 ? VerticalLimit{Agl{uniform(50, 500)}} : VerticalLimit{Surface{}};
        a.list[0].ceiling = round % 3 == 1 ? VerticalLimit{Msl{uniform(900, 1500)}} : VerticalLimit{Agl{1500 * foot}};
        if (round % 3 == 1)
            a.list[0].floor = Agl{uniform(50, 500)};
        const LegReading legs = round % 2 == 0 ? LegReading::geodesic : LegReading::straight;
        const auto place = [&] { return LonLat{uniform(-0.9, 1.9), uniform(-0.9, 1.9)}; };
        const Track t = track({place(), place()}, 200, {uniform(200, 1500), uniform(200, 1500)});
        const BorderIndex index{a};
        const TrackPath path{t, legs};
        const auto is_inside = [&](Time when) {
            const LonLat at = path.at(when);
            const double height = path.altitude_at(when).value(), below = hills.terrain->height_m(at).value();
            const auto from_zero = [&](const VerticalLimit& limit, double none) {
                if (const auto* agl = std::get_if<Agl>(&limit))
                    return below + agl->m;
                const auto* msl = std::get_if<Msl>(&limit);
                return msl != nullptr ? msl->m : none;
            };
            return !index.airspaces_at(at).empty() && from_zero(a.list[0].floor, -1e9) <= height &&
                   height < from_zero(a.list[0].ceiling, 1e9);
        };
        INFO("round " << round);
        const auto found = crossings_of(a, t, hills, legs);
        std::size_t passed = 0;
        int differing = 0;
        for (int i = 0; i < 5000; ++i) {
            const Time when = at_second((i + 0.5) * 0.04);
            while (passed < found.size() && found[passed].time <= when)
                ++passed;
            const bool is_held = passed > 0 && found[passed - 1].way == Way::in;
            differing += is_held != is_inside(when) ? 1 : 0;
        }
        CHECK(differing == 0);
    }
}

TEST_CASE("heights that cannot be compared are named")
{
    Airspaces a{{rectangle("A", 0, 0, 10, 10)}, EdgeReading::straight};
    const Track flat = track({{1, 1}, {2, 2}}, 10), climb = track({{1, 1}, {2, 2}}, 10, {1, 2});
    CHECK_FALSE(problem_of(a, flat));
    a.list[0].ceiling = Msl{1000};
    CHECK(problem_of(a, flat));
    CHECK_FALSE(problem_of(a, climb));
    a.list[0].ceiling = Agl{1000};
    CHECK_THAT(problem_of(a, climb).value().message, Contains("terrain"));
}

TEST_CASE("ground that is not known matters only to tracks that fly over it within the airspace")
{
    Airspaces a{{rectangle("A", 0, 0, 1, 1), rectangle("B", 5, 5, 6, 6)}, EdgeReading::straight};
    a.list[0].ceiling = Agl{500};
    const HeightReading hills = ground(-1, -1, 0.5, 5, [](auto column, auto row) {
        return column == 4 && row == 4 ? std::numeric_limits<double>::quiet_NaN() : 10.0;
    });
    CHECK_FALSE(problem_of(a, track({{-4, 0.2}, {0.4, 0.2}}, 10, {100, 100}), hills));
    CHECK_FALSE(problem_of(a, track({{4, 4}, {7, 7}}, 10, {100, 100}), hills));
    const auto unknown = problem_of(a, track({{0.2, 0.2}, {0.9, 0.9}}, 10, {100, 100}), hills);
    REQUIRE(unknown);
    CHECK_THAT(unknown->message, Contains("hills.tif") && Contains("A"));
}

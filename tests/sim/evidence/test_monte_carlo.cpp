#include "sim/evidence/monte_carlo.h"

#include <cmath>

#include <catch2/catch.hpp>
#include <tbb/global_control.h>

#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// A half-plane for all that the tests do: everything north of the equator, from 1 degree west to 1 east of `lon`.
struct World {
    Airspaces airspaces;
    BorderIndex index;
    BorderDistances distances;
    AnalysisGround ground;

    explicit World(double lon)
        : airspaces{{rectangle("N", wrapped_lon(lon - 1), 0, wrapped_lon(lon + 1), 1)}, EdgeReading::straight},
          index{airspaces},
          distances{index.edges()},
          ground{airspaces, index, distances, {LegReading::straight, {}}, ClosestTo::each_key}
    {
    }
};

double below(double x)  // the normal distribution function
{
    return std::erfc(-x / std::sqrt(2.0)) / 2;
}

constexpr double metres_per_lat_deg = 110574.3;  // of the WGS-84 meridian at the equator

/// From `from_m` to `to_m` north of the border, in 100 s.
Track flight(double from_m, double to_m, double lon = 0)
{
    std::vector<LonLat> places;
    for (int i = 0; i <= 100; ++i)
        places.push_back({wrapped_lon(lon + i * 1e-5), (from_m + (to_m - from_m) * i / 100) / metres_per_lat_deg});
    return track(places, 1);
}

}  // namespace

TEST_CASE("without errors every replica is the exact report")
{
    const World w{0};
    const Track t = flight(-5000, 5000);
    const TrackReport exact = analyse_track(t, {}, w.ground);
    const Uncertainty u = assess(t, "N", {}, 0, 20, {}, w.ground, 1);
    CHECK(u.inside.value == 1);
    CHECK(u.dwell_s.p05 == Approx(to_seconds(exact.visits[0].duration())).margin(1e-8));
    CHECK(u.dwell_s.p95 == Approx(u.dwell_s.p05).margin(1e-12));
    CHECK(u.entry_s.median == Approx(to_seconds(exact.visits[0].entry.time - t.span().from)).margin(1e-8));
    CHECK(u.depth_m.median == Approx(exact.visits[0].max_depth_m).margin(0.02));
}

TEST_CASE("a track along the border is inside with the probability of its bias")
{
    // P(bias > 100 m north) = Phi(-1) = 0.1587 of a standard deviation of 100 m; 4 sigma of 4000 replicas is 0.023.
    for (const double lon : {0.0, 180.0}) {
        CAPTURE(lon);
        const World w{lon};
        TrackAccuracy accuracy;
        accuracy.bias_m = 60;
        const Uncertainty u = assess(flight(-100, -100, lon), "N", accuracy, 80, 4000, {}, w.ground, 7);
        CHECK(u.inside.value == Approx(below(-1)).margin(0.023));
        CHECK(u.along[u.along.size() / 2].inside == Approx(below(-1)).margin(0.023));
        CHECK(u.verdict == Verdict::undecidable);
        CHECK(u.closest_m.p05 == 0);
    }
}

TEST_CASE("a perpendicular crossing enters with the position's error over the speed, and the clock's")
{
    const World w{0};
    TrackAccuracy accuracy;
    accuracy.bias_m = 300;  // 3 s at 100 m/s
    accuracy.clock_s = 4;   // so 5 s together
    const Uncertainty u = assess(flight(-5000, 5000), "N", accuracy, 0, 4000, {}, w.ground, 3);
    // Standard error of a median: 1.2533 sigma / sqrt(n) = 0.1 s; of the 5 % quantile: 2.113 sigma / sqrt(n) = 0.167 s.
    CHECK(u.entry_s.median == Approx(50).margin(0.4));
    CHECK(u.entry_s.p05 == Approx(50 - 1.6449 * 5).margin(0.67));
    CHECK(u.entry_s.p95 == Approx(50 + 1.6449 * 5).margin(0.67));
    CHECK(u.depth_m.median == Approx(5000).margin(4 * 1.2533 * 300 / std::sqrt(4000.0)));
    CHECK(u.entry_s.median_low <= u.entry_s.median);
    CHECK(u.entry_s.median <= u.entry_s.median_high);
}

TEST_CASE("white noise brings a track over more often than the same bias, and a fix's accuracy is white noise")
{
    const World w{0};
    TrackAccuracy white, of_fixes, drift;
    white.white_m = drift.drift_m = 100;
    const Track t = flight(-200, -200);
    std::vector<Fix> fixes{t.fixes().begin(), t.fixes().end()};
    for (Fix& f : fixes)
        f.accuracy_m = 100;
    const Track told = *Track::make("test", AltitudeDatum::msl, fixes);
    // Each of 101 fixes by itself: 1 - Phi(2)^101 = 0.902; 4 sigma of 2000 replicas is 0.027.
    const double expected = 1 - std::pow(below(2), 101);
    CHECK(assess(t, "N", white, 0, 2000, {}, w.ground, 5).inside.value == Approx(expected).margin(0.027));
    CHECK(assess(told, "N", of_fixes, 0, 2000, {}, w.ground, 5).inside.value == Approx(expected).margin(0.027));
    of_fixes.of_fixes = FixAccuracy::ignored;
    CHECK(assess(told, "N", of_fixes, 0, 20, {}, w.ground, 5).inside.value == 0);
    const double drifting = assess(t, "N", drift, 0, 2000, {}, w.ground, 5).inside.value;
    CHECK(drifting > below(-2));
    CHECK(drifting < 0.5);
}

TEST_CASE("the number of threads changes nothing, another seed does")
{
    const World w{0};
    TrackAccuracy accuracy;
    accuracy.white_m = accuracy.drift_m = 50;
    const auto run = [&](std::size_t threads, std::uint64_t seed) {
        const tbb::global_control limit{tbb::global_control::max_allowed_parallelism, threads};
        return assess(flight(-500, 400), "N", accuracy, 20, 500, {}, w.ground, seed);
    };
    const Uncertainty one = run(1, 9), two = run(2, 9);
    CHECK(one.dwell_s.mean == two.dwell_s.mean);
    CHECK(one.depth_m.mean == two.depth_m.mean);
    CHECK(one.entry_s.mean == two.entry_s.mean);
    for (std::size_t i = 0; i < one.along.size(); ++i)
        CHECK(one.along[i].inside == two.along[i].inside);
    CHECK(run(2, 10).dwell_s.mean != one.dwell_s.mean);
}

#include <cmath>

#include <catch2/catch.hpp>

#include "sim/evidence/monte_carlo.h"
#include "sim/geo/geodesic.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

constexpr std::size_t replicas = 4000;
constexpr double metres_per_lat_deg = 110574.3;  // of the WGS-84 meridian at the equator
constexpr double metres_per_lon_deg = 111319.49;

double below(double x)  // the normal distribution function
{
    return std::erfc(-x / std::sqrt(2.0)) / 2;
}

/// Four standard deviations of a share.
double share_margin(double share)
{
    return 4 * std::sqrt(share * (1 - share) / static_cast<double>(replicas));
}

/// Four standard errors of the median of a normal sample.
double median_margin(double sigma)
{
    return 4 * 1.2533 * sigma / std::sqrt(static_cast<double>(replicas));
}

struct World {
    Airspaces airspaces;
    BorderIndex index{airspaces};
    BorderDistances distances{index.edges()};

    explicit World(Airspace airspace) : airspaces{{std::move(airspace)}, EdgeReading::straight} {}

    Uncertainty assessed(const Track& track, const TrackAccuracy& accuracy, std::span<const Claim> claims = {},
                         std::optional<Duration> max_gap = {}, std::size_t count = replicas) const
    {
        const AnalysisGround ground{airspaces, index, distances, {LegReading::straight, max_gap}};
        return assess(track, "N", accuracy, 0, count, claims, ground, 11);
    }
};

/// Everything north of the equator, for all that the tests do.
Airspace north()
{
    return rectangle("N", -1, 0, 1, 1);
}

LonLat place(double east_m, double north_m)
{
    return {east_m / metres_per_lon_deg, north_m / metres_per_lat_deg};
}

/// Northward from `from_m` to `to_m`, a fix each second for 100 s.
Track flight(double from_m, double to_m, std::optional<double> altitude_m = {})
{
    std::vector<Fix> fixes;
    for (int i = 0; i <= 100; ++i)
        fixes.push_back({at_second(i), place(i, from_m + (to_m - from_m) * i / 100), altitude_m, {}});
    return *Track::make("test", AltitudeDatum::msl, std::move(fixes));
}

TrackAccuracy biased(double bias_m)
{
    TrackAccuracy accuracy;
    accuracy.bias_m = bias_m;
    return accuracy;
}

ClaimedFigure figure(ClaimBound bound, std::vector<ClaimReading> readings)
{
    return {std::move(readings), bound};
}

}  // namespace

TEST_CASE("a claim holds as often as a normal error lets it")
{
    // 100 m/s from 5 km outside to 5 km inside. A bias b north makes the dwell 50 s + b / 100 m/s, depth and length
    // 5 km + b and the entry 50 s - b / 100 m/s; its standard deviation is 300 m, or 3 s.
    Claim claim;
    claim.path = "claim[3]";
    claim.dwell = figure(ClaimBound::about, {{50, 1.5, "50 s"}, {53, 0, "53 s"}});
    claim.depth = figure(ClaimBound::at_least, {{5300, 0, "5.3 km"}});
    claim.length = figure(ClaimBound::at_most, {{4700, 0, "4.7 km"}});
    claim.entry_time = at_second(47);
    claim.entry_time_half_step_s = 3;
    const Uncertainty u = World{north()}.assessed(flight(-5000, 5000), biased(300), std::vector{claim});
    REQUIRE(u.claims.size() == 5);
    const double within_half = 2 * below(0.5) - 1;          // |b| < 150 m
    const double from_zero_to_two = below(2) - 0.5;         // entry from 44 to 50 s
    const struct {
        const char *what, *reading;
        double share;
    } expected[] = {{"dwell", "50 s", within_half},
                    {"dwell", "53 s", 0},  // to the nanosecond: never
                    {"depth", "5.3 km", below(-1)},
                    {"length", "4.7 km", below(-1)},
                    {"entry_time", "1970-01-01T00:00:47.000000Z", from_zero_to_two}};
    for (std::size_t i = 0; i < 5; ++i) {
        const ClaimProbability& c = u.claims[i];
        CAPTURE(i, c.what, c.reading);
        CHECK(c.claim == "claim[3]");
        CHECK(c.what == expected[i].what);
        CHECK(c.reading == expected[i].reading);
        CHECK(c.holds.value == Approx(expected[i].share).margin(share_margin(expected[i].share)));
        CHECK(c.holds.low <= c.holds.value);
        CHECK(c.holds.value <= c.holds.high);
    }
}

TEST_CASE("that an aircraft stayed so far away holds as often as its bias leaves it there")
{
    // Along the border, 200 m off: 150 m away while b < 50 m, half a standard deviation. Who comes in is 0 m away.
    Claim claim;
    claim.min_distance = figure(ClaimBound::at_least, {{150, 0, "150 m"}, {1, 0, "1 m"}});
    const Uncertainty u = World{north()}.assessed(flight(-200, -200), biased(100), std::vector{claim});
    REQUIRE(u.claims.size() == 2);
    CHECK(u.claims[0].what == "min_distance");
    CHECK(u.claims[0].holds.value == Approx(below(0.5)).margin(share_margin(below(0.5))));
    CHECK(u.claims[1].holds.value == Approx(below(1.99)).margin(share_margin(below(1.99))));
    CHECK(u.inside.value == Approx(below(-2)).margin(share_margin(below(-2))));
}

TEST_CASE("an altitude error takes a flight under a ceiling, over a floor and between the two")
{
    TrackAccuracy accuracy;
    accuracy.altitude_m = 100;
    const Track high = flight(2000, 2500, 1100);
    Airspace below_1000 = north(), above_1200 = north(), between = north();
    below_1000.ceiling = Msl{1000};
    above_1200.floor = Msl{1200};
    between.floor = Msl{1050};
    between.ceiling = Msl{1300};
    const struct {
        const Airspace& airspace;
        double share;
    } cases[] = {{below_1000, below(-1)}, {above_1200, below(-1)}, {between, below(2) - below(-0.5)}};
    for (const auto& [airspace, share] : cases) {
        CAPTURE(share);
        const Uncertainty u = World{airspace}.assessed(high, accuracy);
        CHECK(u.inside.value == Approx(share).margin(share_margin(share)));
        // The error is one for the whole track: inside all of its 100 s, or never.
        CHECK(u.dwell_if_inside_s.p05 == Approx(100).margin(1e-6));
        CHECK(u.along[u.along.size() / 2].inside == Approx(u.inside.value).margin(1e-12));
    }
    CHECK(World{below_1000}.assessed(high, {}).inside.value == 0);
    CHECK(World{between}.assessed(high, {}).inside.value == 1);
}

TEST_CASE("an altitude error and a climb make the time at a floor unsure")
{
    // Climbs from 500 to 1500 m in 100 s, so that 30 m of error are 3 s; inside above 1000 m.
    std::vector<Fix> fixes;
    for (int i = 0; i <= 100; ++i)
        fixes.push_back({at_second(i), place(i, 3000), 500 + 10.0 * i, {}});
    Airspace above = north();
    above.floor = Msl{1000};
    TrackAccuracy accuracy;
    accuracy.altitude_m = 30;
    const Uncertainty u =
        World{above}.assessed(*Track::make("test", AltitudeDatum::msl, std::move(fixes)), accuracy);
    CHECK(u.inside.value == 1);
    CHECK(u.entry_s.median == Approx(50).margin(median_margin(3)));
    // The 5 % quantile of a normal sample has a standard error of 2.113 sigma / sqrt(n).
    CHECK(u.entry_s.p05 == Approx(50 - 1.6449 * 3).margin(4 * 2.113 * 3 / std::sqrt(4000.0)));
    CHECK(u.dwell_s.median == Approx(50).margin(median_margin(3)));
}

TEST_CASE("what happens in a gap is not counted in any replica")
{
    // 100 m/s across the border, unseen from 1 km outside to 1 km inside: 20 s.
    constexpr std::size_t count = 500;
    std::vector<Fix> fixes;
    for (int i = 0; i <= 100; ++i)
        if (i <= 40 || i >= 60)
            fixes.push_back({at_second(i), place(i, -5000 + 100.0 * i), {}, {}});
    const Track seen = *Track::make("test", AltitudeDatum::msl, std::move(fixes));
    const World w{north()};
    const Uncertainty gap = w.assessed(seen, biased(100), {}, std::chrono::seconds{5}, count);
    CHECK(gap.inside.value == 1);
    CHECK(gap.dwell_s.p05 == Approx(40).margin(1e-6));
    CHECK(gap.dwell_s.p95 == Approx(40).margin(1e-6));
    CHECK(gap.entry_s.median == Approx(60).margin(1e-6));
    const double root = std::sqrt(static_cast<double>(count));
    CHECK(w.assessed(seen, biased(100), {}, {}, count).dwell_s.median == Approx(50).margin(4 * 1.2533 / root));
    // Two parts seen, both outside: the nearest of what was seen counts.
    fixes.clear();
    for (int i = 0; i <= 40; ++i)
        fixes.push_back({at_second(i), place(i, -4000 - 20.0 * i), {}, {}});
    fixes.push_back({at_second(70), place(70, -2000), {}, {}});
    fixes.push_back({at_second(71), place(71, -2100), {}, {}});
    const Uncertainty off = w.assessed(*Track::make("test", AltitudeDatum::msl, std::move(fixes)), biased(100), {},
                                       std::chrono::seconds{5}, count);
    CHECK(off.inside.value == 0);
    CHECK(off.closest_m.median == Approx(2000).margin(4 * 1.2533 * 100 / root));
}

TEST_CASE("between fixes far apart the path counts, not the fixes")
{
    // 20 km east, through the middle of a square of 10 km that stands on a corner, without a fix inside. Its sides are
    // 5 km from the middle, its corners 7,071 m. A bias b north leaves a chord of 2 (7,071 m - |b|) and a depth of
    // 5 km - |b| / sqrt 2; the median of |b| is 0.6745 standard deviations.
    constexpr std::size_t count = 500;
    const double corner = 5000 * std::sqrt(2.0);
    const World square{
        airspace("N", {{place(corner, 0), place(0, corner), place(-corner, 0), place(0, -corner)}})};
    const Track through = track({place(-10'000, 0), place(10'000, 0)}, 100);
    const Uncertainty u = square.assessed(through, biased(300), {}, {}, count);
    CHECK(u.inside.value == 1);
    // The density of |b| at its median is 0.6356 / sigma, so the median's standard error 0.787 sigma / sqrt(n).
    const double error_m = 0.787 * 300 / std::sqrt(static_cast<double>(count));
    CHECK(u.depth_m.median == Approx(5000 - 0.6745 * 300 / std::sqrt(2.0)).margin(4 * error_m / std::sqrt(2.0)));
    CHECK(u.dwell_s.median == Approx((corner - 0.6745 * 300) / 100).margin(4 * error_m / 100));

    // 20 km past its northern corner, 2 km off: nearest between the fixes, which are 10 km away.
    const Track past = track({place(-10'000, corner + 2000), place(10'000, corner + 2000)}, 100);
    CHECK(square.assessed(past, biased(300), {}, {}, count).closest_m.median ==
          Approx(2000).margin(4 * 1.2533 * 300 / std::sqrt(static_cast<double>(count))));
}

#include <algorithm>

#include <catch2/catch.hpp>

#include "sim/analysis/track_report.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

TrackReport report_of(const Track& t, const Airspaces& airspaces, const Belonging& belonging, ClosestTo closest)
{
    const BorderIndex index{airspaces};
    const BorderDistances distances{index.edges()};
    return analyse_track(t, belonging, {airspaces, index, distances, {}, closest});
}

}  // namespace

TEST_CASE("one search over all foreign airspaces finds the least of what one search for each finds", "[long]")
{
    RandomStream random{53, "closest"};
    for (int round = 0; round < 20; ++round) {
        Airspaces a;
        for (int i = 0; i < 6; ++i) {
            const double west = random.uniform(0, 8), south = random.uniform(-3, 3);
            a.list.push_back(rectangle("K" + std::to_string(i), west, south, west + 0.3, south + 0.3));
        }
        const Track t = track({{random.uniform(0, 8), random.uniform(-4, 4)},
                               {random.uniform(0, 8), random.uniform(-4, 4)},
                               {random.uniform(0, 8), random.uniform(-4, 4)}},
                              600);
        const Belonging own_is_first{"K0", {}};
        const TrackReport each = report_of(t, a, own_is_first, ClosestTo::each_key);
        const TrackReport one = report_of(t, a, own_is_first, ClosestTo::nearest);
        REQUIRE(each.closest_approach.size() == 5);
        REQUIRE(one.closest_approach.size() == 1);
        // The earliest entry where there are several.
        const auto least = std::min_element(
            each.closest_approach.begin(), each.closest_approach.end(), [](const auto& p, const auto& q) {
                return p.distance_m != q.distance_m ? p.distance_m < q.distance_m : p.time < q.time;
            });
        CAPTURE(round);
        CHECK(one.closest_approach[0].airspace == least->airspace);
        CHECK(one.closest_approach[0].distance_m == Approx(least->distance_m).epsilon(2e-6).margin(0.02));
    }
}

TEST_CASE("where nothing is foreign there is no closest approach")
{
    const Airspaces a{{rectangle("OWN", 0, 0, 1, 1)}, EdgeReading::straight};
    const Track t = track({{-1, 0.5}, {2, 0.5}}, 600);
    CHECK(report_of(t, a, {"OWN", {}}, ClosestTo::nearest).closest_approach.empty());
    CHECK(report_of(t, a, {"OWN", {}}, ClosestTo::each_key).closest_approach.empty());
}

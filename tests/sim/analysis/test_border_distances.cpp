#include "sim/analysis/border_distances.h"

#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

TEST_CASE("distances of one and of several airspaces agree with those that look at every edge, asked by many threads")
{
    RandomStream random{61, "distances"};
    const Airspaces a = tiling(random, {178.5, 10}, 0.37, 5, 5, 0.3, EdgeReading::straight);
    const BorderEdges edges{a};
    const std::vector<AirspaceSet> sets{{{0}}, {{7}}, {{7}, {8}}, {{0}, {12}, {24}}, {}, {{99}}};
    const BorderDistances distances{edges};
    std::vector<std::thread> threads;
    std::vector<std::vector<const BorderDistance*>> got(4);
    for (auto& of_thread : got)
        threads.emplace_back([&] {
            for (const AirspaceSet& set : sets)
                of_thread.push_back(&distances.of(set));
        });
    for (std::thread& thread : threads)
        thread.join();
    for (std::size_t i = 0; i < sets.size(); ++i) {
        CAPTURE(i);
        const BorderDistance plain{edges, sets[i]};
        for (const auto& of_thread : got)
            CHECK(of_thread[i] == got[0][i]);
        CHECK(got[0][i]->empty() == plain.empty());
        for (int k = 0; k < 20; ++k) {
            const LonLat p{wrapped_lon(178 + random.uniform(0, 4)), random.uniform(9, 13)};
            const auto expected = plain.nearest(p), found = got[0][i]->nearest(p);
            REQUIRE(found.has_value() == expected.has_value());
            if (found) {
                CHECK(found->distance_m == expected->distance_m);
                CHECK(found->edge == expected->edge);
            }
        }
    }
}

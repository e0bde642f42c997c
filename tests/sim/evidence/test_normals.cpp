#include <catch2/catch.hpp>

#include <cmath>

#include "sim/evidence/normals.h"

using namespace incursion;

TEST_CASE("normal numbers have the normal distribution's moments and tails")
{
    const std::uint64_t seed = 7;
    CAPTURE(seed);
    RandomStream stream{seed, "normals"};
    Normals normals{stream};
    const int n = 4'000'000;
    double sum = 0, squares = 0, fourths = 0;
    int beyond_1 = 0, beyond_3 = 0, beyond_tail = 0, positive = 0;
    for (int i = 0; i < n; ++i) {
        const double x = normals();
        sum += x;
        squares += x * x;
        fourths += x * x * x * x;
        positive += x > 0;
        beyond_1 += std::abs(x) > 1;
        beyond_3 += std::abs(x) > 3;
        beyond_tail += std::abs(x) > 3.6;
    }
    // Within five standard deviations of each statistic.
    CHECK(std::abs(sum / n) < 5 / std::sqrt(n));
    CHECK(std::abs(squares / n - 1) < 5 * std::sqrt(2.0 / n));
    CHECK(std::abs(fourths / n - 3) < 5 * std::sqrt(96.0 / n));
    const auto within = [&](int count, double p) {
        return std::abs(count - n * p) < 5 * std::sqrt(n * p * (1 - p));
    };
    CHECK(within(positive, 0.5));
    CHECK(within(beyond_1, std::erfc(1 / std::sqrt(2.0))));
    CHECK(within(beyond_3, std::erfc(3 / std::sqrt(2.0))));
    CHECK(within(beyond_tail, std::erfc(3.6 / std::sqrt(2.0))));
}

#include "sim/base/random.h"

#include <cmath>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

using namespace incursion;

TEST_CASE("the generator is the one of the C++ standard")
{
    std::mt19937_64 engine;  // [rand.predef]: the 10000th value of a default one
    engine.discard(9999);
    CHECK(engine() == 9981545732273789042ULL);
}

TEST_CASE("a seed and a name give the numbers that FNV-1a, SplitMix64 and MT19937-64 give by their papers")
{
    // From a second implementation of the three, checked against their published test values.
    RandomStream radar{20151124, "radar"};
    CHECK(radar.bits() == 12532325298064498256ULL);
    CHECK(radar.bits() == 1552287919874722005ULL);
    CHECK(radar.bits() == 8083370221655386033ULL);
    RandomStream nameless{0, ""};
    CHECK(nameless.bits() == 4202853405243385394ULL);
    RandomStream again{20151124, "radar"};
    CHECK(again.uniform() == 0.6793787157228287);
    CHECK(again.uniform() == 0.0841496967525589);
}

TEST_CASE("drawing from one stream changes nothing in another")
{
    RandomStream alone{7, "plots"};
    std::vector<std::uint64_t> expected;
    for (int i = 0; i < 100; ++i)
        expected.push_back(alone.bits());

    RandomStream plots{7, "plots"}, noise{7, "noise"};
    for (int i = 0; i < 100; ++i) {
        for (int k = 0; k < i; ++k)
            noise.normal();
        CHECK(plots.bits() == expected[static_cast<std::size_t>(i)]);
    }
}

TEST_CASE("streams of other names and other seeds are not alike")
{
    const std::vector<RandomStream> streams{{1, "a"}, {1, "b"}, {2, "a"}, {2, "b"}, {1, ""}, {0, "a"}, {1, "aa"}};
    const int draws = 4000;
    for (std::size_t i = 0; i < streams.size(); ++i)
        for (std::size_t j = i + 1; j < streams.size(); ++j) {
            RandomStream x = streams[i], y = streams[j];
            double sum = 0;
            for (int k = 0; k < draws; ++k)
                sum += (x.uniform() - 0.5) * (y.uniform() - 0.5);
            CAPTURE(i, j);
            CHECK(std::abs(sum / draws * 12) < 5 / std::sqrt(draws));  // correlation within five sigma
        }
}

TEST_CASE("uniform numbers fill [0, 1) evenly, in multiples of 2^-53")
{
    RandomStream stream{42, "uniform"};
    const int draws = 100000;
    double sum = 0, squares = 0;
    for (int i = 0; i < draws; ++i) {
        const double u = stream.uniform();
        REQUIRE((u >= 0 && u < 1));
        REQUIRE(std::trunc(u * 0x1.0p53) == u * 0x1.0p53);
        sum += u;
        squares += u * u;
    }
    // Mean 1/2 with variance 1/12; mean of squares 1/3 with variance 4/45: five sigma.
    CHECK(sum / draws == Approx(0.5).margin(5 * std::sqrt(1.0 / 12 / draws)));
    CHECK(squares / draws == Approx(1.0 / 3).margin(5 * std::sqrt(4.0 / 45 / draws)));
}

TEST_CASE("a uniform number never reaches the upper end of its range, however narrow that is")
{
    RandomStream stream{42, "narrow"};
    const double low = 1.0, high = std::nextafter(low, 2.0);
    for (int i = 0; i < 1000; ++i)
        REQUIRE(stream.uniform(low, high) == low);
    for (int i = 0; i < 1000; ++i) {
        const double x = stream.uniform(-3, 5);
        REQUIRE((x >= -3 && x < 5));
    }
}

TEST_CASE("normal numbers have the moments of the standard normal distribution")
{
    RandomStream stream{42, "normal"};
    const int draws = 100000;
    double m1 = 0, m2 = 0, m3 = 0, m4 = 0;
    int beyond_two = 0;
    for (int i = 0; i < draws; ++i) {
        const double x = stream.normal();
        REQUIRE(std::isfinite(x));
        m1 += x;
        m2 += x * x;
        m3 += x * x * x;
        m4 += x * x * x * x;
        beyond_two += std::abs(x) > 2;
    }
    // Variances of the powers: 1, 2, 15, 96; five sigma.
    CHECK(m1 / draws == Approx(0).margin(5 * std::sqrt(1.0 / draws)));
    CHECK(m2 / draws == Approx(1).margin(5 * std::sqrt(2.0 / draws)));
    CHECK(m3 / draws == Approx(0).margin(5 * std::sqrt(15.0 / draws)));
    CHECK(m4 / draws == Approx(3).margin(5 * std::sqrt(96.0 / draws)));
    CHECK(static_cast<double>(beyond_two) / draws == Approx(0.0455003).margin(5 * std::sqrt(0.0455 / draws)));
}

#include "sim/border/border_distance.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/geo/geodesic.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

AirspaceSet everything(const Airspaces& a)
{
    AirspaceSet set;
    for (std::uint32_t i = 0; i < a.list.size(); ++i)
        set.push_back({i});
    return set;
}

/// The slow twin: golden sections along every edge, from several starts.
double brute_force_m(const BorderEdges& edges, const AirspaceSet& wanted, LonLat p)
{
    double least = 1e12;
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        const auto owners = edges.owners({i});
        if (std::none_of(owners.begin(), owners.end(),
                         [&](AirspaceId id) { return std::binary_search(wanted.begin(), wanted.end(), id); }))
            continue;
        const BorderEdge& e = edges[{i}];
        const GeodesicLine line{e.a, e.b};
        const auto distance = [&](double w) {
            const LonLat q = edges.reading() == EdgeReading::geodesic
                                 ? line.at(w * line.length_m())
                                 : LonLat{e.a.lon_deg + w * (e.b.lon_deg - e.a.lon_deg),
                                          e.a.lat_deg + w * (e.b.lat_deg - e.a.lat_deg)};
            return distance_m(p, q);
        };
        constexpr double golden = 0.6180339887498949;
        for (int part = 0; part < 4; ++part) {
            double low = part / 4.0, high = (part + 1) / 4.0;
            for (int k = 0; k < 60; ++k) {
                const double u = high - golden * (high - low), v = low + golden * (high - low);
                (distance(u) < distance(v) ? high : low) = distance(u) < distance(v) ? v : u;
            }
            least = std::min({least, distance(low), distance(part / 4.0), distance((part + 1) / 4.0)});
        }
    }
    return least;
}

}  // namespace

TEST_CASE("from the equator due north to a parallel side: the length of the meridian")
{
    const Airspaces a{{rectangle("A", 10, 1, 12, 2)}, EdgeReading::straight};
    const BorderEdges edges{a};
    const auto nearest = BorderDistance{edges, everything(a)}.nearest({11, 0});
    REQUIRE(nearest);
    // Meridian arc from the equator to 1 degree on WGS-84: 110574.389 m (Snyder, Map Projections, eq. 3-21).
    CHECK(nearest->distance_m == Approx(110574.389).margin(0.001));
    CHECK(nearest->place.lat_deg == Approx(1).margin(1e-9));
    CHECK(nearest->place.lon_deg == Approx(11).margin(1e-6));
}

TEST_CASE("the nearest border agrees with brute force, near and far, across 180 and at the poles", "[long]")
{
    const auto reading = GENERATE(EdgeReading::straight, EdgeReading::geodesic);
    const auto origin = GENERATE(LonLat{10.3, 40.1}, LonLat{178.2, -3.7}, LonLat{-30.0, 86.0}, LonLat{100, -89});
    RandomStream random{21, "nearest"};
    CAPTURE(static_cast<int>(reading), origin.lon_deg);
    const Airspaces a = tiling(random, origin, 0.37, 6, 6, 0.3, reading);
    const BorderEdges edges{a};
    const AirspaceSet one{{static_cast<std::uint32_t>(random.bits() % a.list.size())}};
    for (const AirspaceSet& wanted : {everything(a), one}) {
        const BorderDistance border{edges, wanted};
        for (int k = 0; k < 12; ++k) {
            const double spread = k % 3 == 0 ? 60 : 3;
            const LonLat p{wrapped_lon(origin.lon_deg + random.uniform(-spread, spread)),
                           std::clamp(origin.lat_deg + random.uniform(-spread, spread), -90.0, 90.0)};
            CAPTURE(k, p.lon_deg, p.lat_deg);
            const auto found = border.nearest(p);
            REQUIRE(found);
            CHECK(found->distance_m == Approx(brute_force_m(edges, wanted, p)).epsilon(1e-9).margin(1e-5));
            CHECK(distance_m(p, found->place) == Approx(found->distance_m).margin(1e-6));
        }
    }
}

TEST_CASE("on and next to edges of all lengths the distance is what brute force finds")
{
    const auto reading = GENERATE(EdgeReading::straight, EdgeReading::geodesic);
    const double lat_deg = GENERATE(0.0, -38.0, 66.0, 88.0);
    const std::uint64_t seed = 24;
    CAPTURE(seed, static_cast<int>(reading), lat_deg);
    RandomStream random{seed, "feet"};
    for (int k = 0; k < 40; ++k) {
        const double size_deg = std::pow(10.0, random.uniform(-3, 0));
        const auto corner = [&] {
            return LonLat{179.99 + random.uniform(-size_deg, size_deg), lat_deg + random.uniform(-size_deg, size_deg)};
        };
        const std::vector<LonLat> corners{corner(), corner(), corner()};
        const Airspaces a{{airspace("A", {corners})}, reading};
        const BorderEdges edges{a};
        const BorderDistance border{edges, everything(a)};
        const BorderEdge& e = edges[{static_cast<std::uint32_t>(k) % static_cast<std::uint32_t>(edges.size())}];
        const double w = random.uniform(), off_deg = std::pow(10.0, random.uniform(-9, 0.3)) * random.uniform(-1, 1);
        const LonLat p{e.a.lon_deg + w * (e.b.lon_deg - e.a.lon_deg),
                       std::clamp(e.a.lat_deg + w * (e.b.lat_deg - e.a.lat_deg) + off_deg, -90.0, 90.0)};
        CAPTURE(k, p.lon_deg, p.lat_deg, size_deg, off_deg);
        const double found = border.nearest(p)->distance_m, exact = brute_force_m(edges, everything(a), p);
        CHECK(found == Approx(exact).epsilon(1e-11).margin(1e-6));
    }
}

TEST_CASE("whatever edge one begins with, the nearest border is as far")
{
    const auto reading = GENERATE(EdgeReading::straight, EdgeReading::geodesic);
    const auto origin = GENERATE(LonLat{10.3, 40.1}, LonLat{178.2, -3.7}, LonLat{-30.0, 86.0}, LonLat{100, -89});
    const std::uint64_t seed = 23;
    CAPTURE(seed, static_cast<int>(reading), origin.lon_deg);
    RandomStream random{seed, "nearest from"};
    const Airspaces a = tiling(random, origin, 0.37, 6, 6, 0.3, reading);
    const BorderEdges edges{a};
    const BorderDistance border{edges, everything(a)};
    for (int k = 0; k < 100; ++k) {
        const double spread = k % 3 == 0 ? 60 : 3;
        const LonLat p{wrapped_lon(origin.lon_deg + random.uniform(-spread, spread)),
                       std::clamp(origin.lat_deg + random.uniform(-spread, spread), -90.0, 90.0)};
        const BorderEdgeId edge{static_cast<std::uint32_t>(random.bits() % edges.size())};
        CAPTURE(k, p.lon_deg, p.lat_deg, edge.index);
        const NearestBorder found = border.nearest_from(p, edge);
        CHECK(found.distance_m == Approx(border.nearest(p)->distance_m).margin(1e-6).epsilon(1e-12));
        CHECK(distance_m(p, found.place) == Approx(found.distance_m).margin(1e-6));
        CHECK(border.to_edge(p, found.edge).distance_m == Approx(found.distance_m).margin(1e-6).epsilon(1e-12));
    }
}

TEST_CASE("a point on the border is at no distance from it")
{
    RandomStream random{22, "on"};
    const Airspaces a = tiling(random, {10, 40}, 0.37, 6, 6, 0.3, EdgeReading::straight);
    const BorderEdges edges{a};
    const BorderDistance border{edges, everything(a)};
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        const BorderEdge& e = edges[{i}];
        const double w = random.uniform();
        const LonLat p{e.a.lon_deg + w * (e.b.lon_deg - e.a.lon_deg), e.a.lat_deg + w * (e.b.lat_deg - e.a.lat_deg)};
        CHECK(border.nearest(p)->distance_m < 1e-5);
        CHECK(border.nearest(e.a)->distance_m < 1e-6);
    }
}

TEST_CASE("nothing is found beyond the distance asked for, and without edges there is no border")
{
    const Airspaces a{{rectangle("A", 10, 1, 12, 2), airspace("B", {})}, EdgeReading::straight};
    const BorderEdges edges{a};
    CHECK_FALSE(BorderDistance(edges, {{0}}).nearest({11, 0}, 110000));
    CHECK(BorderDistance(edges, {{0}}).nearest({11, 0}, 111000));
    CHECK(BorderDistance(edges, {{1}}).empty());
    CHECK_FALSE(BorderDistance(edges, {{1}}).nearest({11, 0}));
}

TEST_CASE("the frame of a map along a pole is no border")
{
    const Airspaces a{{airspace("ATA", {{{-180, -60}, {-180, -90}, {180, -90}, {180, -60}}})}, EdgeReading::straight};
    const BorderEdges edges{a};
    // From the pole to 60 S along the meridian: a quarter less the arc to 60 degrees, 10001965.729 - 6654072.819 m
    // (Snyder, as above).
    CHECK(BorderDistance(edges, {{0}}).nearest({0, -90})->distance_m == Approx(3347892.91).margin(0.05));
}

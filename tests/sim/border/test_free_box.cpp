#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/border/border_index.h"
#include "sim/geo/geodesic.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// The slow twin: how many of many points on every edge the box holds, whole turns apart.
std::size_t edge_points_in(const BorderEdges& edges, const LonLatBox& box)
{
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        const BorderEdge& e = edges[{i}];
        const GeodesicLine line{e.a, e.b};
        for (int k = 0; k <= 40; ++k) {
            const double w = k / 40.0;
            const LonLat p = edges.reading() == EdgeReading::geodesic
                                 ? line.at(w * line.length_m())
                                 : LonLat{e.a.lon_deg + w * (e.b.lon_deg - e.a.lon_deg),
                                          e.a.lat_deg + w * (e.b.lat_deg - e.a.lat_deg)};
            for (const double turn : {-360.0, 0.0, 360.0})
                count += p.lon_deg + turn >= box.west && p.lon_deg + turn <= box.east && p.lat_deg >= box.south &&
                         p.lat_deg <= box.north;
        }
    }
    return count;
}

}  // namespace

TEST_CASE("a free box holds its point, no edge and only places of the same airspaces")
{
    const auto reading = GENERATE(EdgeReading::straight, EdgeReading::geodesic);
    const auto origin = GENERATE(LonLat{10.3, 40.1}, LonLat{178.2, -3.7}, LonLat{-30.0, 84.0}, LonLat{100, -89});
    const std::uint64_t seed = 17;
    CAPTURE(seed, static_cast<int>(reading), origin.lon_deg, origin.lat_deg);
    RandomStream random{seed, "free box"};
    const Airspaces a = tiling(random, origin, 0.37, 5, 5, 0.3, reading);
    const BorderIndex index{a};
    int found = 0;
    for (int k = 0; k < 300; ++k) {
        // At random, or a little off a corner or the middle of a side.
        LonLat p{origin.lon_deg + random.uniform(-0.1, 1.9), origin.lat_deg + random.uniform(-0.1, 1.9)};
        if (k % 3 > 0) {
            const auto& points = a.list[random.bits() % a.list.size()].rings[0].points;
            const std::size_t i = random.bits() % 4;
            const LonLat q = points[k % 3 == 1 ? i : (i + 1) % 4];
            const double off = std::pow(10.0, random.uniform(-7, -2));
            p = {(points[i].lon_deg + lon_near(q.lon_deg, points[i].lon_deg)) / 2 + off * random.normal(),
                 (points[i].lat_deg + q.lat_deg) / 2 + off * random.normal()};
        }
        if (std::abs(p.lat_deg) > 90)
            continue;
        p.lon_deg = wrapped_lon(p.lon_deg);
        CAPTURE(k, p.lon_deg, p.lat_deg);
        const auto box = index.free_box_at(p);
        if (!box)
            continue;
        ++found;
        REQUIRE(box->west <= p.lon_deg);
        REQUIRE(p.lon_deg <= box->east);
        REQUIRE(box->south <= p.lat_deg);
        REQUIRE(p.lat_deg <= box->north);
        REQUIRE(edge_points_in(index.edges(), *box) == 0);
        const AirspaceSet here = index.airspaces_at(p);
        for (const LonLat q : {LonLat{box->west, box->south}, LonLat{box->east, box->south},
                               LonLat{box->west, box->north}, LonLat{box->east, box->north}})
            REQUIRE(index.airspaces_at(q) == here);
    }
    REQUIRE(found > 100);
}

TEST_CASE("past an edge askew the free box ends short of it, on the edge there is none")
{
    const Airspaces a{{airspace("A", {{{10.1, 40.1}, {10.2, 40.2}, {10.1, 40.3}}})}, EdgeReading::straight};
    const BorderIndex index{a};
    // 0.01 degrees east of the rising side from 10.1, 40.1: a square of half of that reaches to it.
    const auto box = index.free_box_at({10.15, 40.14});
    REQUIRE(box);
    CHECK(box->west == Approx(10.145).margin(1e-8));
    CHECK(box->north == Approx(40.145).margin(1e-8));
    CHECK(box->west > 10.145);
    CHECK(box->north < 40.145);
    CHECK_FALSE(index.free_box_at({10.15, 40.15}));
    CHECK_FALSE(index.free_box_at({10.1, 40.1}));
    CHECK(index.free_box_at({10.9, 40.9}));
}

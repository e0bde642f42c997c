#include "sim/border/border_index.h"

#include <catch2/catch.hpp>

#include "sim/border/edge_side.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

AirspaceSet ids(std::initializer_list<std::uint32_t> list)
{
    AirspaceSet set;
    for (const auto i : list)
        set.push_back({i});
    return set;
}

/// The slow twin: a ray to the south pole past every edge of every airspace.
AirspaceSet brute_force(const BorderEdges& edges, LonLat p)
{
    AirspaceSet inside = edges.at_south_pole();
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        const BorderEdge& e = edges[{i}];
        for (const double turn : {-360.0, 0.0, 360.0}) {
            const LonLat q{p.lon_deg + turn, p.lat_deg};
            if (e.a.lon_deg <= q.lon_deg && q.lon_deg < e.b.lon_deg && side_of(edges.reading(), e, q) > 0)
                toggle(inside, edges.owners({i}));
        }
    }
    return inside;
}

}  // namespace

TEST_CASE("inside, outside and the far side of the Earth are told apart")
{
    const Airspaces a{{rectangle("A", 10, 40, 12, 42)}, EdgeReading::straight};
    const BorderIndex index{a};
    CHECK(index.airspaces_at({11, 41}) == ids({0}));
    CHECK(index.airspaces_at({371, 41}) == ids({0}));
    CHECK(index.airspaces_at({-349, 41}) == ids({0}));
    CHECK(index.airspaces_at({9.999999, 41}).empty());
    CHECK(index.airspaces_at({-169, -41}).empty());
    CHECK(index.airspaces_at({0, 90}).empty());
    CHECK(index.airspaces_at({0, -90}).empty());
}

TEST_CASE("a point on a shared side or corner belongs to exactly one neighbour, the one to the south and east")
{
    const Airspaces a{{rectangle("SW", 10, 40, 11, 41), rectangle("SE", 11, 40, 12, 41), rectangle("NW", 10, 41, 11, 42),
                       rectangle("NE", 11, 41, 12, 42)},
                      EdgeReading::straight};
    const BorderIndex index{a};
    CHECK(index.airspaces_at({11, 41}) == ids({1}));
    CHECK(index.airspaces_at({11, 40.5}) == ids({1}));
    CHECK(index.airspaces_at({10.5, 41}) == ids({0}));
    CHECK(index.airspaces_at({11.5, 41}) == ids({1}));
    CHECK(index.airspaces_at({10, 41.5}) == ids({2}));
    CHECK(index.airspaces_at({12, 41.5}).empty());
    CHECK(index.airspaces_at({10.5, 42}) == ids({2}));
    CHECK(index.airspaces_at({10.5, 40}).empty());
}

TEST_CASE("a ring across the 180th meridian holds both sides of it, however it is written")
{
    for (const double east : {-178.0, 182.0}) {
        const Airspaces a{{rectangle("A", 178, -20, east, -10)}, EdgeReading::straight};
        const BorderIndex index{a};
        for (const double lon : {178.5, 179.999, 180.0, -180.0, -179.0, -178.001, 181.0})
            CHECK(index.airspaces_at({lon, -15}) == ids({0}));
        for (const double lon : {177.9, -177.9, 0.0, 182.5})
            CHECK(index.airspaces_at({lon, -15}).empty());
    }
}

TEST_CASE("a ring that winds round the Earth holds the pole on its smaller side")
{
    std::vector<LonLat> north, south;
    for (int lon = -180; lon < 180; lon += 30) {
        north.push_back({static_cast<double>(lon), 80.0});
        south.push_back({static_cast<double>(lon), -70.0});
    }
    const Airspaces a{{airspace("N", {north}), airspace("S", {south})}, EdgeReading::straight};
    const BorderIndex index{a};
    for (const double lon : {-180.0, -90.0, 0.0, 45.5, 179.9}) {
        CHECK(index.airspaces_at({lon, 90}) == ids({0}));
        CHECK(index.airspaces_at({lon, 80.1}) == ids({0}));
        CHECK(index.airspaces_at({lon, 79.9}).empty());
        CHECK(index.airspaces_at({lon, -69.9}).empty());
        CHECK(index.airspaces_at({lon, -70.1}) == ids({1}));
        CHECK(index.airspaces_at({lon, -90}) == ids({1}));
    }
}

TEST_CASE("Antarctica closed along the frame of the map holds the south pole")
{
    const Airspaces a{{airspace("ATA", {{{-180, -60}, {-180, -90}, {180, -90}, {180, -60}, {0, -65}}})},
                      EdgeReading::straight};
    const BorderIndex index{a};
    for (const double lon : {-180.0, -179.0, 0.0, 90.0, 180.0}) {
        CHECK(index.airspaces_at({lon, -90}) == ids({0}));
        CHECK(index.airspaces_at({lon, -89}) == ids({0}));
        CHECK(index.airspaces_at({lon, -50}).empty());
    }
}

TEST_CASE("the frame of the whole map holds every place")
{
    const Airspaces a{{rectangle("W", -180, -90, 180, 90)}, EdgeReading::straight};
    const BorderIndex index{a};
    for (const LonLat p : {LonLat{0, 0}, {-180, 10}, {180, 10}, {179.99, -80}, {0, 90}, {0, -90}})
        CHECK(index.airspaces_at(p) == ids({0}));
}

TEST_CASE("rings are read even-odd: holes, overlaps and a bow tie need no repair")
{
    const Airspaces a{{airspace("A", {{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {{1, 1}, {3, 1}, {3, 3}, {1, 3}}}),
                       airspace("B", {{{10, 0}, {14, 4}, {14, 0}, {10, 4}}}),
                       airspace("C", {{{20, 0}, {22, 0}, {22, 2}, {20, 2}}, {{22, 0}, {24, 0}, {24, 2}, {22, 2}}})},
                      EdgeReading::straight};
    const BorderIndex index{a};
    CHECK(index.airspaces_at({0.5, 2}) == ids({0}));
    CHECK(index.airspaces_at({2, 2}).empty());
    CHECK(index.airspaces_at({10.5, 2}) == ids({1}));
    CHECK(index.airspaces_at({12, 0.5}).empty());
    CHECK(index.airspaces_at({22, 1}) == ids({2}));  // on the side between two parts of one airspace
}

TEST_CASE("the index agrees with brute force, at random points and on corners and sides")
{
    const auto reading = GENERATE(EdgeReading::straight, EdgeReading::geodesic);
    const auto origin = GENERATE(LonLat{10.3, 40.1}, LonLat{178.2, -3.7}, LonLat{-30.0, 84.0}, LonLat{100, -89});
    const std::uint64_t seed = 7;
    CAPTURE(seed, static_cast<int>(reading), origin.lon_deg, origin.lat_deg);
    RandomStream random{seed, "index"};
    const Airspaces a = tiling(random, origin, 0.37, 12, 12, 0.3, reading);
    const BorderIndex index{a};
    for (int k = 0; k < 3000; ++k) {
        LonLat p{wrapped_lon(origin.lon_deg + random.uniform(-0.2, 4.6)), origin.lat_deg + random.uniform(-0.2, 4.6)};
        const auto& points = a.list[random.bits() % a.list.size()].rings[0].points;
        const std::size_t i = random.bits() % 4;
        if (k % 4 == 1)
            p = points[i];
        if (k % 4 == 2)
            p = {(points[i].lon_deg + points[(i + 1) % 4].lon_deg) / 2, (points[i].lat_deg + points[(i + 1) % 4].lat_deg) / 2};
        if (k % 4 == 3)
            p.lat_deg = points[i].lat_deg;
        if (std::abs(p.lat_deg) > 90)
            continue;
        CAPTURE(k, p.lon_deg, p.lat_deg);
        const AirspaceSet found = index.airspaces_at(p);
        REQUIRE(found == brute_force(index.edges(), p));
        REQUIRE(found.size() <= 1);
    }
}

TEST_CASE("shared sides are stored once")
{
    const Airspaces a{{rectangle("A", 0, 0, 1, 1), rectangle("B", 1, 0, 2, 1)}, EdgeReading::straight};
    const BorderEdges edges{a};
    CHECK(edges.size() == 7);
    std::size_t shared = 0;
    for (std::uint32_t i = 0; i < edges.size(); ++i)
        shared += edges.owners({i}).size() == 2 ? 1U : 0U;
    CHECK(shared == 1);
}

TEST_CASE("the edges of each airspace are listed once and ascending")
{
    RandomStream random{12, "by airspace"};
    Airspaces a = tiling(random, {177, 50}, 0.11, 6, 6, 0.3, EdgeReading::straight);
    a.list.insert(a.list.begin() + 3, airspace("none", {}));
    const BorderEdges edges{a};
    const auto lists = edges_by_airspace(edges);
    REQUIRE(lists.size() == a.list.size());
    for (std::uint32_t owner = 0; owner < lists.size(); ++owner) {
        std::vector<BorderEdgeId> expected;
        for (std::uint32_t i = 0; i < edges.size(); ++i)
            if (const auto owners = edges.owners({i}); std::count(owners.begin(), owners.end(), AirspaceId{owner}) > 0)
                expected.push_back({i});
        CHECK(std::vector<BorderEdgeId>(lists[owner].begin(), lists[owner].end()) == expected);
    }
    CHECK(edges_by_airspace(BorderEdges{Airspaces{}}).size() == 0);
}

TEST_CASE("a box finds every edge that meets it")
{
    RandomStream random{11, "collect"};
    const Airspaces a = tiling(random, {177, 50}, 0.11, 30, 30, 0.3, EdgeReading::straight);
    const BorderIndex index{a};
    for (int k = 0; k < 200; ++k) {
        const double west = random.uniform(176, 180.5), south = random.uniform(49.5, 53);
        const LonLatBox box{west, south, west + random.uniform(0, 0.3), south + random.uniform(0, 0.3)};
        std::vector<BorderEdgeId> found;
        index.collect(box, found);
        for (std::uint32_t i = 0; i < index.edges().size(); ++i) {
            const BorderEdge& e = index.edges()[{i}];
            for (const LonLat end : {e.a, e.b})
                for (const double turn : {0.0, 360.0})
                    if (end.lon_deg + turn >= box.west && end.lon_deg + turn <= box.east && end.lat_deg >= box.south &&
                        end.lat_deg <= box.north)
                        REQUIRE(std::find(found.begin(), found.end(), BorderEdgeId{i}) != found.end());
        }
    }
}

TEST_CASE("a point a hair from the line between two cells and from a corner of a geodesic ring is told right")
{
    std::vector<LonLat> ring;
    for (int lon = 15; lon <= 45; ++lon)
        ring.push_back({static_cast<double>(lon), 61});
    for (int lon = 45; lon >= 15; --lon)
        ring.push_back({static_cast<double>(lon), 63});
    const Airspaces a{{airspace("A", {ring})}, EdgeReading::geodesic};
    const BorderIndex index{a};
    for (int lon = 16; lon < 45; ++lon)
        for (const double hair : {-1e-9, -4e-15, 0.0, 4e-15, 1e-9})
            for (const double lat : {61.001, 61.5, 62.0, 62.99})
                CHECK(index.airspaces_at({lon + hair, lat}) == ids({0}));
}

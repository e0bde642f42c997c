#include <catch2/catch.hpp>

#include <cmath>

#include "sim/base/random.h"
#include "sim/io/export_airspaces.h"
#include "tests/sim/io/read_support.h"

namespace incursion {

namespace {

/// Even-odd by a ray to the east in the plane: the slow twin of what polygons hold.
bool holds(const std::vector<std::vector<LonLat>>& rings, LonLat p)
{
    bool inside = false;
    for (const auto& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const LonLat a = ring[i], b = ring[(i + 1) % ring.size()];
            if ((a.lat_deg > p.lat_deg) != (b.lat_deg > p.lat_deg) &&
                p.lon_deg < a.lon_deg + (p.lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg) * (b.lon_deg - a.lon_deg))
                inside = !inside;
        }
    return inside;
}

bool holds(const ExportedAirspace& airspace, LonLat p)
{
    int polygons = 0;
    for (const ExportedPolygon& polygon : airspace.polygons)
        polygons += holds(polygon.rings, p) ? 1 : 0;
    CHECK(polygons <= 1);
    return polygons > 0;
}

double length_deg(const std::vector<std::vector<LonLat>>& lines)
{
    double length = 0;
    for (const auto& line : lines)
        for (std::size_t i = 1; i < line.size(); ++i)
            length += std::hypot(line[i].lon_deg - line[i - 1].lon_deg, line[i].lat_deg - line[i - 1].lat_deg);
    return length;
}

std::vector<ExportedAirspace> exported(const std::vector<Ring>& rings, const ExportBox& box,
                                       EdgeReading edges = EdgeReading::straight)
{
    Diagnostics diagnostics;
    Airspaces airspaces{{Airspace{"AAA", "AAA", Surface{}, Unlimited{}, rings}}, edges};
    auto list = exported_airspaces(airspaces, box, diagnostics);
    CHECK(diagnostics.list().empty());
    return list;
}

}  // namespace

TEST_CASE("an airspace is cut off at the box: its surface there, and its border without the box's sides", "[export]")
{
    // The box holds the north-east quarter of the square, and a corner of its hole.
    const std::vector<Ring> rings{{{{0, 0}, {4, 0}, {4, 4}, {0, 4}}}, {{{1, 1}, {1, 3}, {3, 3}, {3, 1}}}};
    const auto list = exported(rings, {2, 6, 2, 6});
    REQUIRE(list.size() == 1);
    CHECK(holds(list[0], {3.5, 3.5}));
    CHECK(holds(list[0], {2.5, 3.5}));
    CHECK_FALSE(holds(list[0], {2.5, 2.5}));
    CHECK_FALSE(holds(list[0], {4.5, 3}));
    CHECK_FALSE(holds(list[0], {1.5, 3.5}));
    CHECK(length_deg(list[0].lines) == Approx(2 + 2 + 1 + 1));
    CHECK(exported(rings, {5, 6, 0, 4}).empty());
}

TEST_CASE("a box wholly inside an airspace is filled and has no border", "[export]")
{
    const auto list = exported({{{{0, 0}, {40, 0}, {40, 40}, {0, 40}}}}, {10, 11, 10, 11});
    REQUIRE(list.size() == 1);
    CHECK(list[0].lines.empty());
    CHECK(holds(list[0], {10.5, 10.5}));
}

TEST_CASE("over 180 degrees an airspace is cut into what lies on either side", "[export]")
{
    const auto list = exported({{{{179, -1}, {-179, -1}, {-179, 1}, {179, 1}}}}, {178, 182, -2, 2});
    REQUIRE(list.size() == 1);
    CHECK(list[0].polygons.size() == 2);
    CHECK(holds(list[0], {179.5, 0}));
    CHECK(holds(list[0], {-179.5, 0}));
    CHECK_FALSE(holds(list[0], {178.5, 0}));
    CHECK_FALSE(holds(list[0], {-178.5, 0}));
    CHECK(length_deg(list[0].lines) == Approx(8));
    for (const auto& line : list[0].lines)
        for (const LonLat& place : line)
            CHECK(std::abs(place.lon_deg) <= 180);
}

TEST_CASE("a ring round a pole holds the pole", "[export]")
{
    Ring ring;
    for (int lon = -180; lon < 180; lon += 10)
        ring.points.push_back({static_cast<double>(lon), 80});
    const auto list = exported({ring}, {100, 140, 70, 90});
    REQUIRE(list.size() == 1);
    CHECK(holds(list[0], {120, 89.5}));
    CHECK(holds(list[0], {120, 80.5}));
    CHECK_FALSE(holds(list[0], {120, 79.5}));
    CHECK(length_deg(list[0].lines) == Approx(40));
    const auto whole = exported({ring}, {-180, 180, 70, 90});
    CHECK(holds(whole[0], {-179.5, 85}));
    CHECK(length_deg(whole[0].lines) == Approx(360));
}

TEST_CASE("geodesic sides are drawn as such", "[export]")
{
    // Of a great circle from (0, 60) to (40, 60) the middle lies at atan(tan 60 / cos 20) on a sphere: 61.518 degrees;
    // the geodesic of the ellipsoid is within a hundredth of a degree of it.
    const std::vector<Ring> rings{{{{0, 60}, {0, 50}, {40, 50}, {40, 60}}}};
    const auto list = exported(rings, {-5, 45, 40, 70}, EdgeReading::geodesic);
    CHECK(holds(list[0], {20, 61.5}));
    CHECK_FALSE(holds(list[0], {20, 61.54}));
    CHECK_FALSE(holds(exported(rings, {-5, 45, 40, 70})[0], {20, 60.1}));
}

TEST_CASE("random rings that cross themselves are cut as a slow twin reads them, even-odd", "[export]")
{
    const std::uint64_t seed = 20260729;
    CAPTURE(seed);
    RandomStream random{seed, "export"};
    for (int round = 0; round < 60; ++round) {
        CAPTURE(round);
        std::vector<Ring> rings(1 + random.bits() % 3);
        std::vector<std::vector<LonLat>> plain;
        for (Ring& ring : rings) {
            const std::size_t points = 3 + random.bits() % 8;
            for (std::size_t i = 0; i < points; ++i)
                ring.points.push_back({random.uniform(-3, 3), random.uniform(-3, 3)});
            plain.push_back(ring.points);
        }
        const auto list = exported(rings, {-1, 1, -1, 1});
        for (int i = 0; i < 200; ++i) {
            const LonLat p{random.uniform(-1.2, 1.2), random.uniform(-1.2, 1.2)};
            const bool in_box = std::abs(p.lon_deg) < 1 && std::abs(p.lat_deg) < 1;
            CAPTURE(p.lon_deg, p.lat_deg);
            CHECK((!list.empty() && holds(list[0], p)) == (in_box && holds(plain, p)));
        }
    }
}

TEST_CASE("the surroundings of an incident are generous, and go over 180 degrees and to the poles", "[export]")
{
    const ExportBox small = box_about({{10, 0}, {10.1, 0}});
    CHECK(small.west_deg == Approx(9.46).margin(0.01));
    CHECK(small.north_deg == Approx(0.54));
    const ExportBox large = box_about({{10, 40}, {14, 44}});
    CHECK(large.west_deg == Approx(8));
    CHECK(large.east_deg == Approx(16));
    CHECK(large.south_deg == Approx(38));
    const ExportBox over = box_about({{179, 0}, {-179, 0}});
    CHECK(over.west_deg == Approx(178));
    CHECK(over.east_deg == Approx(182));
    const ExportBox pole = box_about({{0, 88.9}, {90, 89.5}});
    CHECK(pole.west_deg == -180);
    CHECK(pole.east_deg == 180);
    CHECK(pole.north_deg == 90);
}

}  // namespace incursion

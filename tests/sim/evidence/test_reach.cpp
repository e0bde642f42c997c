#include "sim/evidence/reach.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/base/random.h"
#include "sim/geo/geodesic.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// A degree of longitude and of latitude at the equator.
constexpr double lon_degree_m = 111319.49079327357;
constexpr double lat_degree_m = 110574.27582159;

/// Keeps what AnalysisGround refers to.
struct Ground {
    explicit Ground(Airspaces given)
        : airspaces{std::move(given)},
          index{airspaces},
          distances{index.edges()},
          ground{airspaces, index, distances, {}}
    {
    }
    Airspaces airspaces;
    BorderIndex index;
    BorderDistances distances;
    AnalysisGround ground;
};

/// East of the zero meridian.
const Ground& east()
{
    static const Ground ground{{{rectangle("EAST", 0, -1, 2, 1)}, EdgeReading::straight}};
    return ground;
}

Track along_meridian(double east_m, double length_m, double duration_s)
{
    const double lon = east_m / lon_degree_m, lat = length_m / 2 / lat_degree_m;
    return track({{lon, -lat}, {lon, lat}}, duration_s);
}

void check_spans(const ReachReport& report, const std::vector<ReachSpan>& expected, double margin_s)
{
    REQUIRE(report.spans.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CAPTURE(i);
        CHECK(report.spans[i].inside == expected[i].inside);
        CHECK(to_seconds(report.spans[i].span.from - expected[i].span.from) == Approx(0).margin(margin_s));
        CHECK(to_seconds(report.spans[i].span.to - expected[i].span.to) == Approx(0).margin(margin_s));
    }
}

TimeSpan span(double from_s, double to_s)
{
    return {at_second(from_s), at_second(to_s)};
}

Reach at(const ReachReport& report, Time t)
{
    const auto found =
        std::find_if(report.spans.begin(), report.spans.end(), [&](const ReachSpan& s) { return s.span.contains(t); });
    REQUIRE(found != report.spans.end());
    return found->inside;
}

}  // namespace

TEST_CASE("beside a straight border, an aircraft can have been across it for a while that is worked out by hand")
{
    // 10 s, 2000 m apart, 250 m/s: at most sqrt(2500^2 - 2000^2) / 2 = 750 m aside. At 600 m the ellipse
    // (1250 m, 750 m) cuts the border at +-1250 * 0.8 * 0.75 = 750 m along: sqrt(250^2 + 600^2) / 250 = 2.6 s.
    const ReachReport outside = reach(along_meridian(-600, 2000, 10), "EAST", 250, east().ground);
    check_spans(outside,
                {{span(0, 2.6), Reach::excluded}, {span(2.6, 7.4), Reach::possible}, {span(7.4, 10), Reach::excluded}},
                1e-4);
    CHECK(outside.definite_s == 0);
    CHECK(outside.possible_s == Approx(4.8).margin(1e-4));
    const ReachReport inside = reach(along_meridian(600, 2000, 10), "EAST", 250, east().ground);
    check_spans(inside,
                {{span(0, 2.6), Reach::definite}, {span(2.6, 7.4), Reach::possible}, {span(7.4, 10), Reach::definite}},
                1e-4);
    CHECK(inside.definite_s == Approx(5.2).margin(1e-4));
    check_spans(reach(along_meridian(-751, 2000, 10), "EAST", 250, east().ground), {{span(0, 10), Reach::excluded}}, 0);
    check_spans(reach(along_meridian(751, 2000, 10), "EAST", 250, east().ground), {{span(0, 10), Reach::definite}}, 0);
}

TEST_CASE("an aircraft as fast as its legs, or said to be slower, was where the shortest way was")
{
    // 0.02 degrees of the equator in 20 s, and the border after 0.005 degrees: 5 s.
    const Track across = track({{-0.005, 0}, {0.015, 0}}, 20);
    const double own_mps = 0.02 * lon_degree_m / 20;
    for (const double speed_mps : {0.0, own_mps}) {
        const ReachReport report = reach(across, "EAST", speed_mps, east().ground);
        CHECK(at(report, at_second(4.999)) == Reach::excluded);
        CHECK(at(report, at_second(5.001)) == Reach::definite);
        CHECK(report.possible_s < 1e-3);
        CHECK(report.definite_s == Approx(15).margin(1e-3));
    }
    CHECK(reach(across, "EAST", 0, east().ground).faster_legs == 1);
    CHECK(reach(across, "EAST", own_mps + 1, east().ground).faster_legs == 0);
}

TEST_CASE("a gap of two hours beside a border leaves all of its middle open, and airspaces with limits nothing certain")
{
    // Standing 10 km off: the border is 100 s away at 100 m/s. Longer flights than 400 km are open all along.
    const Track hour = track({{-10e3 / lon_degree_m, 0}, {-10e3 / lon_degree_m, 0}}, 3600);
    check_spans(
        reach(hour, "EAST", 100, east().ground),
        {{span(0, 100), Reach::excluded}, {span(100, 3500), Reach::possible}, {span(3500, 3600), Reach::excluded}},
        0.01);
    const Track hours = track({{-10e3 / lon_degree_m, 0}, {-10e3 / lon_degree_m, 0}}, 7200);
    check_spans(reach(hours, "EAST", 100, east().ground), {{span(0, 7200), Reach::possible}}, 0);

    Airspaces limited{{rectangle("EAST", 0, -1, 2, 1)}, EdgeReading::straight};
    limited.list[0].ceiling = Msl{3000};
    const Ground ground{std::move(limited)};
    check_spans(reach(along_meridian(2000, 2000, 10), "EAST", 250, ground.ground), {{span(0, 10), Reach::possible}}, 0);
    check_spans(reach(along_meridian(-2000, 2000, 10), "EAST", 250, ground.ground), {{span(0, 10), Reach::excluded}},
                0);
}

TEST_CASE("a track without legs has no spans, nor has a key without airspaces anything but excluded")
{
    CHECK(reach(track({{0, 0}}, 1), "EAST", 250, east().ground).spans.empty());
    check_spans(reach(track({{1, 0}, {1, 0}}, 5), "WEST", 250, east().ground), {{span(0, 5), Reach::excluded}}, 0);
}

TEST_CASE("no admissible place contradicts what is definite or excluded, nor is possible what no border can meet")
{
    const std::uint64_t seed = 20151124;
    CAPTURE(seed);
    RandomStream random{seed, "reach"};
    int possible = 0, sure = 0;
    // Across 180 degrees, near the pole, and near the equator; corners within reach.
    for (const LonLat corner : {LonLat{179.99, 52}, LonLat{-180, -70}, LonLat{30, 0.01}, LonLat{12, 84}}) {
        Airspaces airspaces{
            {rectangle("BOX", corner.lon_deg, corner.lat_deg, corner.lon_deg + 1, corner.lat_deg + 0.5)},
            EdgeReading::geodesic};
        const Ground g{std::move(airspaces)};
        std::vector<LonLat> border;
        for (std::uint32_t i = 0; i < g.index.edges().size(); ++i) {
            const BorderEdge& edge = g.index.edges()[BorderEdgeId{i}];
            const GeodesicLine line{edge.a, edge.b};
            for (int j = 0; j <= 2000; ++j) {
                const LonLat place = line.at(line.length_m() * j / 2000.0);
                if (distance_m(corner, place) < 30e3)  // no flight below goes farther
                    border.push_back(place);
            }
        }
        for (int round = 0; round < 6; ++round) {
            const LonLat a = direct(corner, Angle::degrees(random.uniform(-180, 180)), random.uniform(0, 6e3));
            const LonLat b = direct(corner, Angle::degrees(random.uniform(-180, 180)), random.uniform(0, 6e3));
            const double duration_s = random.uniform(20, 200);
            const double speed_mps = distance_m(a, b) / duration_s * random.uniform(1, 1.3) + 1;
            const ReachReport report = reach(track({a, b}, duration_s), "BOX", speed_mps, g.ground);
            for (int k = 1; k < 20; k += 3) {
                const double t = duration_s * k / 20, left = duration_s - t;
                double slack_m = 1e9;  // of the border place that is most easily reached
                for (const LonLat place : border)
                    slack_m = std::min(slack_m, std::max(distance_m(a, place) - speed_mps * t,
                                                         distance_m(place, b) - speed_mps * left));
                const Reach told = at(report, at_second(t));
                CAPTURE(corner.lon_deg, corner.lat_deg, round, k, slack_m);
                ++(told == Reach::possible ? possible : sure);
                if (slack_m < -5)
                    CHECK(told == Reach::possible);
                if (slack_m > 40)  // border places are 35 m apart at most
                    CHECK(told != Reach::possible);
                for (int n = 0; n < 20 && told != Reach::possible; ++n) {
                    const LonLat p =
                        direct(a, Angle::degrees(random.uniform(-180, 180)), speed_mps * t * random.uniform(0, 1));
                    if (distance_m(p, b) <= speed_mps * left - 1)
                        CHECK(g.index.airspaces_at({wrapped_lon(p.lon_deg), p.lat_deg}).empty() ==
                              (told == Reach::excluded));
                }
            }
        }
    }
    CHECK(possible > 10);
    CHECK(sure > 10);
}

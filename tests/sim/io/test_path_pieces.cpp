#include "tests/sim/io/table_support.h"

#include "sim/base/random.h"
#include "sim/io/path_pieces.h"

using namespace incursion;
using namespace incursion::test;

namespace {

PathPoint at(double second, double lon_deg, double lat_deg, std::optional<double> altitude_m = {})
{
    return {Time{} + seconds(second), {lon_deg, lat_deg}, altitude_m};
}

using Places = std::vector<std::vector<LonLat>>;

Places places_of(const std::vector<PathPoint>& path)
{
    Places places;
    for (const auto& piece : path_pieces(path)) {
        places.emplace_back();
        for (const PathPoint& point : piece)
            places.back().push_back(point.place);
    }
    return places;
}

}  // namespace

TEST_CASE("a path within 180 degrees is one line, and one of one place a line of two")
{
    CHECK(places_of({at(0, 1, 2), at(1, 3, 4), at(2, 3, 4)}) == Places{{{1, 2}, {3, 4}, {3, 4}}});
    CHECK(places_of({at(0, 1, 2)}) == Places{{{1, 2}, {1, 2}}});
    CHECK(places_of({at(0, 190, 2)}) == Places{{{-170, 2}, {-170, 2}}});
}

TEST_CASE("a path over 180 degrees is cut there, eastwards and westwards, however its longitudes are counted")
{
    const Places east{{{178, 10}, {180, 11}}, {{-180, 11}, {-176, 13}}};
    CHECK(places_of({at(0, 178, 10), at(6, -176, 13)}) == east);
    CHECK(places_of({at(0, 178, 10), at(6, 184, 13)}) == east);
    CHECK(places_of({at(0, -182, 10), at(6, -176, 13)}) == east);
    CHECK(places_of({at(0, -176, 13), at(6, 178, 10)}) == Places{{{-176, 13}, {-180, 11}}, {{180, 11}, {178, 10}}});
    CHECK(places_of({at(0, 179, 0), at(1, -179, 0), at(2, 179, 0)}) ==
          Places{{{179, 0}, {180, 0}}, {{-180, 0}, {-179, 0}, {-180, 0}}, {{180, 0}, {179, 0}}});
}

TEST_CASE("a path that only comes to 180 degrees is not cut")
{
    CHECK(places_of({at(0, 179, 0), at(1, 180, 0)}) == Places{{{179, 0}, {180, 0}}});
    CHECK(places_of({at(0, 179, 0), at(1, -180, 0)}) == Places{{{179, 0}, {180, 0}}});
    CHECK(places_of({at(0, 179, 0), at(1, 180, 5), at(2, 179, 6)}) == Places{{{179, 0}, {180, 5}, {179, 6}}});
}

TEST_CASE("a path that stands on 180 degrees goes on from the side to which it leaves")
{
    CHECK(places_of({at(0, 179, 0), at(1, 180, 5), at(2, -179, 6)}) ==
          Places{{{179, 0}, {180, 5}}, {{-180, 5}, {-179, 6}}});
    CHECK(places_of({at(0, 180, 5), at(1, -179, 6)}) == Places{{{-180, 5}, {-179, 6}}});
    CHECK(places_of({at(0, -180, 5), at(1, 179, 6)}) == Places{{{180, 5}, {179, 6}}});
}

TEST_CASE("the place of a cut has the height and the instant between those of the leg's ends")
{
    const auto pieces = path_pieces(std::vector{at(0, 178, 0, 1000), at(6, -176, 0, 4000)});
    REQUIRE(pieces.size() == 2);
    for (const PathPoint& cut : {pieces[0].back(), pieces[1].front()}) {
        CHECK(cut.altitude_m == 2000);
        CHECK(cut.time == Time{} + seconds(2));
    }
    const auto half_known = path_pieces(std::vector{at(0, 178, 0, 1000), at(6, -176, 0)});
    CHECK_FALSE(half_known[0].back().altitude_m);
}

TEST_CASE("lines of any path lie within 180 degrees, have two points and hold all places in order")
{
    RandomStream random{GENERATE(range<std::uint64_t>(1, 20)), "paths"};
    std::vector<PathPoint> path;
    for (int i = 0; i < 200; ++i) {
        const double lon_deg =
            random.uniform() < 0.3 ? (random.uniform() < 0.5 ? 180 : -180) : random.uniform(-540, 540);
        path.push_back(at(i, lon_deg, random.uniform(-90, 90)));
        path.back().altitude_m = i;
    }
    std::size_t next = 0;
    for (const auto& piece : path_pieces(path)) {
        REQUIRE(piece.size() >= 2);
        for (std::size_t i = 0; i < piece.size(); ++i) {
            REQUIRE(std::abs(piece[i].place.lon_deg) <= 180);
            if (i > 0)
                REQUIRE(std::abs(piece[i].place.lon_deg - piece[i - 1].place.lon_deg) <= 180);
            if (next < path.size() && piece[i].altitude_m == path[next].altitude_m)
                ++next;
        }
    }
    CHECK(next == path.size());
}

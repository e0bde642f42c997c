#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <sstream>

#include "sim/geo/geodesic.h"
#include "tests/bench/shared_border.h"
#include "tests/bench/track_rows.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::bench;

namespace {

const std::vector<LonLat> border{{30, 36}, {31, 36.2}, {32, 36}};

std::string rows_of(const TrackSet& set)
{
    std::string text;
    for (const Track& track : set.tracks())
        append_rows(track, text);
    return text;
}

std::vector<std::string> sorted_lines(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    std::sort(lines.begin(), lines.end());
    return lines;
}

}  // namespace

TEST_CASE("a set has exactly so many fixes, and the same on every run")
{
    for (const SetKind kind : {SetKind::dense, SetKind::sparse, SetKind::wander}) {
        const TrackSet set{{kind, 10'001, 7}, border};
        std::size_t fixes = 0;
        for (std::size_t i = 0; i < set.size(); ++i) {
            CHECK(set.track(i).fixes().size() == set.length(i));
            fixes += set.length(i);
        }
        CHECK(fixes == 10'001);
        CHECK(rows_of(set) == rows_of(TrackSet{{kind, 10'001, 7}, border}));
        CHECK(rows_of(set) != rows_of(TrackSet{{kind, 10'001, 8}, border}));
    }
}

TEST_CASE("dense traffic flies 240 metres a second with a fix every 10 seconds and some 20 metres of noise")
{
    const Track track = TrackSet{{SetKind::dense, 2'000, 7}, {}}.track(0);
    const auto fixes = track.fixes();
    REQUIRE(fixes.size() > 300);
    for (std::size_t i = 1; i < fixes.size(); ++i) {
        CHECK(fixes[i].time - fixes[i - 1].time == seconds(10));
        // Six standard deviations of the difference of two fixes.
        CHECK(distance_m(fixes[i - 1].place, fixes[i].place) == Approx(2'400).margin(6 * 20 * 1.42));
    }
    CHECK(distance_m(fixes[0].place, fixes[300].place) == Approx(300 * 2'400).margin(200));
}

TEST_CASE("the sparse set is every thirtieth fix of the dense one")
{
    const Track dense = TrackSet{{SetKind::dense, 5'000, 7}, {}}.track(0);
    const Track sparse = TrackSet{{SetKind::sparse, 5'000, 7}, {}}.track(0);
    REQUIRE(sparse.fixes().size() == (dense.fixes().size() + 29) / 30);
    for (std::size_t i = 0; i < sparse.fixes().size(); ++i) {
        CHECK(sparse.fixes()[i].place == dense.fixes()[30 * i].place);
        CHECK(sparse.fixes()[i].time == dense.fixes()[30 * i].time);
    }
}

TEST_CASE("wandering tracks keep near the border, one fix a second, 300 fixes each")
{
    const TrackSet set{{SetKind::wander, 60'000, 7}, border};
    CHECK(set.size() == 200);
    std::size_t near = 0;
    for (const Track& track : set.tracks()) {
        CHECK(track.span().length() == seconds(299));
        for (const Fix& fix : track.fixes()) {
            CHECK(distance_m(fix.place, {31, 36}) < 120'000);
            const double part = std::min(std::abs(fix.place.lon_deg - 30), std::abs(32 - fix.place.lon_deg));
            near += std::abs(fix.place.lat_deg - 36 - 0.2 * part) * 111'000 < 8'000 ? 1U : 0U;
        }
    }
    CHECK(near > 50'000);
}

TEST_CASE("a row tells a fix to the bit")
{
    std::string text;
    const Time noon = Time{} + seconds(1'767'268'800);
    append_rows(*Track::make("d17", AltitudeDatum::msl, {{noon, {-0.0000001, -36.5}, 9'000, {}}}), text);
    CHECK(text == "d17,1767268800,-0.0000001,-36.5000000,9000\n");

    const Track track = TrackSet{{SetKind::dense, 500, 7}, {}}.track(0);
    text.clear();
    append_rows(track, text);
    std::istringstream in{text};
    for (const Fix& fix : track.fixes()) {
        std::string id, time, lon, lat, altitude;
        std::getline(in, id, ',');
        std::getline(in, time, ',');
        std::getline(in, lon, ',');
        std::getline(in, lat, ',');
        std::getline(in, altitude);
        CHECK(id == track.id());
        CHECK(Time{} + std::chrono::seconds{std::stoll(time)} == fix.time);
        CHECK(std::stod(lon) == fix.place.lon_deg);
        CHECK(std::stod(lat) == fix.place.lat_deg);
        CHECK(std::stod(altitude) == fix.altitude_m);
    }
}

TEST_CASE("interleaved rows are the same rows in order of time")
{
    const TrackSet set{{SetKind::wander, 30'000, 7}, border};
    const std::string text = rows_by_time(set, 0, set.size());
    CHECK(sorted_lines(text) == sorted_lines(rows_of(set)));
    std::istringstream in{text};
    long long before = 0;
    for (std::string line; std::getline(in, line);) {
        const long long second = std::stoll(line.substr(line.find(',') + 1));
        CHECK(before <= second);
        before = second;
    }
}

TEST_CASE("the shared border of two airspaces is the longest run of sides that both have")
{
    Airspaces airspaces;
    airspaces.list.push_back(test::airspace("A", {{{0, 0}, {1, 0}, {1, 1}, {1.1, 2}, {1, 3}, {0, 3}}}));
    airspaces.list.push_back(test::airspace("B", {{{1, 3}, {1.1, 2}, {1, 1}, {2, 1}, {2, 3}}}));
    const std::vector<LonLat> expected{{1, 1}, {1.1, 2}, {1, 3}};
    CHECK(shared_border(airspaces, "A", "B") == expected);
    CHECK(shared_border(airspaces, "B", "A") == std::vector<LonLat>(expected.rbegin(), expected.rend()));
    CHECK(shared_border(airspaces, "A", "C").empty());
}

TEST_CASE("a shared border may run over the first point of a ring")
{
    Airspaces airspaces;
    airspaces.list.push_back(test::airspace("A", {{{1, 1}, {1.1, 2}, {0, 3}, {0, 0}, {1, 0}}}));
    airspaces.list.push_back(test::airspace("B", {{{1, 0}, {1, 1}, {1.1, 2}, {2, 2}}}));
    CHECK(shared_border(airspaces, "A", "B") == std::vector<LonLat>{{1, 0}, {1, 1}, {1.1, 2}});
}

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "sim/geo/geodesic.h"
#include "sim/io/clean_track.h"
#include "sim/io/reach.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

constexpr std::uint64_t seed = 20151124;

/// Seconds since 1970, longitude, latitude and perhaps an altitude.
struct At {
    int s;
    double lon, lat;
    std::optional<double> altitude_m = std::nullopt;
};

/// Lines are 1, 2, 3, ...
TrackPiece track_of(const std::vector<At>& list)
{
    TrackPiece track;
    track.id = "T1";
    for (const At& at : list) {
        track.fixes.push_back({Time{std::chrono::seconds{at.s}}, {at.lon, at.lat}, at.altitude_m, {}});
        track.lines.push_back(std::ssize(track.lines) + 1);
    }
    return track;
}

struct Cleaned {
    TrackPiece track;
    RowProblems problems;

    /// `line kind` of each fix told, in order of kinds.
    std::vector<std::string> told() const
    {
        std::vector<std::string> list;
        for (const RowProblems::Kind& kind : problems.kinds())
            for (const RowProblems::Told& each : kind.told)
                list.push_back(std::to_string(each.line) + " " + std::string{kind.name});
        return list;
    }
    std::string message() const { return problems.kinds().at(0).told.at(0).message; }
};

Cleaned clean_piece(TrackPiece track, TrackReadOptions options = {})
{
    Cleaned cleaned{std::move(track), {}};
    clean_track(cleaned.track, options, cleaned.problems);
    // Whatever was wrong, this is a track.
    REQUIRE(cleaned.track.fixes.size() == cleaned.track.lines.size());
    for (std::size_t i = 1; i < cleaned.track.fixes.size(); ++i) {
        REQUIRE(cleaned.track.fixes[i - 1].time < cleaned.track.fixes[i].time);
        if (options.max_speed_mps)
            REQUIRE(reaches(cleaned.track.fixes[i - 1], cleaned.track.fixes[i], *options.max_speed_mps));
    }
    return cleaned;
}
Cleaned clean(const std::vector<At>& list, TrackReadOptions options = {})
{
    return clean_piece(track_of(list), std::move(options));
}

TrackReadOptions limit(double max_speed_mps)
{
    TrackReadOptions options;
    options.max_speed_mps = max_speed_mps;
    return options;
}

TrackReadOptions repair()
{
    TrackReadOptions options;
    options.dirty = DirtyFixes::repair;
    return options;
}

using Lines = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("a good track is left as it is")
{
    const Cleaned c = clean({{0, 1, 50, 1000}, {10, 1.01, 50, 1100}, {20, 1.02, 50}, {30, 1.03, 50, 900}}, limit(300));
    CHECK(c.track.lines == Lines{1, 2, 3, 4});
    CHECK(c.told().empty());
    CHECK(clean({}).track.fixes.empty());
    CHECK(clean({{5, 1, 2}}, limit(1)).track.lines == Lines{1});
}

TEST_CASE("a fix that goes back in time is dropped, and so is one that has run ahead")
{
    const Cleaned back = clean({{0, 1, 50}, {10, 2, 50}, {5, 3, 50}, {20, 4, 50}});
    CHECK(back.track.lines == Lines{1, 2, 4});
    CHECK(back.told() == std::vector<std::string>{"3 fixes that go back in time"});
    CHECK(back.message() ==
          "1970-01-01T00:00:05.000000Z is before 1970-01-01T00:00:10.000000Z, the fix before of track "
          "'T1'; fix dropped");
    // One wrong date must not cost all that follows it.
    const Cleaned ahead = clean({{0, 1, 50}, {9999, 2, 50}, {20, 3, 50}, {30, 4, 50}});
    CHECK(ahead.track.lines == Lines{1, 3, 4});
    CHECK(ahead.told() == std::vector<std::string>{"2 fixes ahead of their time"});
    CHECK(ahead.message().find("is later than the fixes behind it") != std::string::npos);
    // Where it is one against one, the first stays.
    CHECK(clean({{10, 1, 50}, {5, 2, 50}}).track.lines == Lines{1});
    CHECK(clean({{10, 1, 50}, {5, 2, 50}, {20, 3, 50}}).track.lines == Lines{1, 3});
}

TEST_CASE("of several positions at one instant the first stays")
{
    const Cleaned second = clean({{0, 1, 50}, {10, 2, 50}, {10, 3, 50}, {10, 2, 50}, {20, 4, 50}});
    CHECK(second.track.lines == Lines{1, 2, 5});
    CHECK(second.told() == std::vector<std::string>{"3 fixes that repeat an instant"});
    CHECK(second.problems.repeated() == 1);
    const Cleaned stopped =
        clean({{0, 1, 50}, {10, 2, 50}, {10, 3, 50}, {10, 4, 50}, {20, 5, 50}, {30, 5, 50}, {30, 6, 50}});
    CHECK(stopped.track.lines == Lines{1, 2, 5, 6});
    CHECK(stopped.told() == std::vector<std::string>{"3 fixes of a stopped clock", "4 fixes of a stopped clock",
                                                     "7 fixes that repeat an instant"});
    const Cleaned repeated = clean({{0, 1, 50}, {0, 1, 50}, {0, 1, 50}});
    CHECK(repeated.track.lines == Lines{1});
    CHECK(repeated.told().empty());
    CHECK(repeated.problems.repeated() == 2);
}

TEST_CASE("repairing sorts by time, of equal instants the first stays, and lines stay beside their fixes")
{
    const std::vector<At> shuffled{{30, 3, 50}, {10, 1, 50}, {20, 2, 50}, {10, 1, 50}, {20, 7, 50}, {0, 0, 50}};
    const Cleaned repaired = clean(shuffled, repair());
    CHECK(repaired.track.lines == Lines{6, 2, 3, 1});
    CHECK(repaired.track.fixes[3].place.lon_deg == 3);
    CHECK(repaired.told() == std::vector<std::string>{"5 fixes that repeat an instant"});
    CHECK(repaired.problems.repeated() == 1);
    CHECK(clean(shuffled).track.lines == Lines{2, 3});
}

TEST_CASE("of a jump, the fix goes that does not fit the others, wherever it stands")
{
    // 0.01 degrees of latitude are 1.1 km: 110 m/s from one to the next.
    const auto with_outlier = [](std::size_t place) {
        std::vector<At> list;
        for (int i = 0; i < 5; ++i)
            list.push_back({10 * i, 36, 35 + 0.01 * i});
        list[place].lat = 50;
        return clean(list, limit(300));
    };
    for (std::size_t place = 0; place < 5; ++place) {
        const Cleaned c = with_outlier(place);
        Lines expected{1, 2, 3, 4, 5};
        expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(place));
        CHECK(c.track.lines == expected);
        CHECK(c.told() == std::vector<std::string>{std::to_string(place + 1) + " fixes too fast to reach"});
    }
    CHECK(with_outlier(2).message().find("km from the fix before of track 'T1' in 10.000 s, which takes") !=
          std::string::npos);
    CHECK(with_outlier(0).message().find("km from the fix behind") != std::string::npos);
    // Without a limit nothing is too fast.
    CHECK(clean({{0, 0, 0}, {1, 90, 80}}).track.lines == Lines{1, 2});
}

TEST_CASE("an error that lasts, one that creeps in and two in a row cost only themselves")
{
    // The third can be reached from the second (at 290 m/s), but nothing from it in time.
    CHECK(clean({{0, 0, 0}, {10, 0.01, 0}, {20, 0.036, 0}, {30, 0.0, 0.0}, {40, 0.01, 0}}, limit(300)).track.lines ==
          Lines{1, 2, 4, 5});
    std::vector<At> list;
    for (int i = 0; i < 30; ++i)
        list.push_back({i, 0.002 * i, i >= 10 && i < 15 ? 40 + 0.002 * i : 0});
    const Cleaned c = clean(list, limit(320));
    CHECK(c.problems.count() == 5);
    CHECK(c.track.lines.size() == 25);
    // Two wrong ones at different places.
    CHECK(clean({{0, 0, 0}, {1, 50, 0}, {2, -50, 0}, {3, 0.002, 0}, {4, 0.004, 0}}, limit(300)).track.lines ==
          Lines{1, 4, 5});
}

TEST_CASE("a fix whose longitude and latitude are swapped is told as such")
{
    const Cleaned c = clean({{0, 36, 35.8}, {10, 36.01, 35.8}, {20, 35.8, 36.02}, {30, 36.03, 35.8}}, limit(300));
    CHECK(c.track.lines == Lines{1, 2, 4});
    CHECK(c.told() == std::vector<std::string>{"3 fixes with longitude and latitude swapped"});
    CHECK(c.message().find("are the two columns swapped?") != std::string::npos);
}

TEST_CASE("the date line and the poles are no jumps")
{
    CHECK(clean({{0, 179.99, 10}, {10, -179.99, 10}, {20, -179.97, 10}}, limit(250)).track.lines == Lines{1, 2, 3});
    CHECK(clean({{0, 179.99, 10}, {10, 180.01, 10}, {20, -179.97, 10}}, limit(250)).track.lines == Lines{1, 2, 3});
    CHECK(clean({{0, 10, 89.99}, {10, -170, 89.99}}, limit(250)).track.lines == Lines{1, 2});
    CHECK(clean({{0, 10, 90}, {10, 77, 90}}, limit(0.001)).track.lines == Lines{1, 2});
    CHECK(clean({{0, 10, -89.99}, {10, -170, -89.99}}, limit(220)).track.lines == Lines{1});
}

TEST_CASE("altitudes that change by the factor between feet and metres are told and kept")
{
    const Cleaned c =
        clean({{0, 1, 50, 10'668}, {10, 1, 50, 3'251.6}, {20, 1, 50, 10'668}, {30, 1, 50}, {40, 1, 50, 3'251.6}});
    CHECK(c.track.lines == Lines{1, 2, 3, 4, 5});
    CHECK(c.told() ==
          std::vector<std::string>{"2 fixes with altitudes in mixed units", "3 fixes with altitudes in mixed units"});
    CHECK(c.message().find("goes from 10668 m to 3252 m in 10.000 s") != std::string::npos);
    // A climb by that factor at the speed of an aircraft, another factor, and the noise of a taxiing one.
    CHECK(clean({{0, 1, 50, 1'000}, {300, 1, 50, 3'280.84}}).told().empty());
    CHECK(clean({{0, 1, 50, 1'000}, {1, 1, 50, 5'000}}).told().empty());
    CHECK(clean({{0, 1, 50, 60}, {1, 1, 50, 196.85}}).told().empty());
}

TEST_CASE("whether one fix reaches another agrees with the measured geodesic")
{
    RandomStream random{seed, "reach"};
    CAPTURE(seed);
    int reached = 0;
    for (int i = 0; i < 20'000; ++i) {
        const double lat = i % 5 == 0 ? random.uniform(89, 90) : random.uniform(-90, 90);
        const LonLat place{i % 3 == 0 ? random.uniform(179, 181) : random.uniform(-180, 180), lat};
        const Fix from{Time{}, place, {}, {}};
        const double step_m = random.uniform(1, i % 7 == 0 ? 5e6 : 3000);
        const LonLat there = direct(place, Angle::degrees(random.uniform(0, 360)), step_m);
        const Fix to{Time{std::chrono::seconds{10}},
                     {i % 2 == 0 ? wrapped_lon(there.lon_deg) : there.lon_deg, there.lat_deg},
                     {},
                     {}};
        // The bounds are tightest where the limit is nearly the speed.
        const double max_speed_mps = step_m / 10 * random.uniform(0.99, 1.02);
        CAPTURE(i, from.place.lon_deg, from.place.lat_deg, to.place.lon_deg, to.place.lat_deg, max_speed_mps);
        const bool expected = distance_m(from.place, to.place) <= max_speed_mps * 10;
        REQUIRE(reaches(from, to, max_speed_mps) == expected);
        reached += expected ? 1 : 0;
    }
    CHECK(reached > 5'000);
    CHECK(reached < 15'000);
}

TEST_CASE("outliers put into a clean track are removed, and nothing else")
{
    RandomStream random{seed, "outliers"};
    CAPTURE(seed);
    for (int round = 0; round < 60; ++round) {
        // At most 260 m/s, over the date line and close to the pole too.
        LonLat place{random.uniform(-180, 180), round % 3 == 0 ? random.uniform(88, 90) : random.uniform(-80, 80)};
        Angle azimuth = Angle::degrees(random.uniform(0, 360));
        TrackPiece track;
        std::set<std::int64_t> wrong;
        std::int64_t second = 0;
        for (std::int64_t line = 1; line <= 300; ++line) {
            const double step_s = 1 + static_cast<double>(random.bits() % 20);
            second += static_cast<std::int64_t>(step_s);
            azimuth = azimuth + Angle::degrees(random.uniform(-10, 10));
            place = direct(place, azimuth, step_s * random.uniform(50, 260));
            place.lon_deg = wrapped_lon(place.lon_deg);
            Fix fix{Time{std::chrono::seconds{second}}, place, {}, {}};
            // Out of reach for the whole flight, which takes less than 6,000 s.
            if (random.uniform() < 0.05) {
                fix.place = direct(place, Angle::degrees(random.uniform(0, 360)), random.uniform(2e6, 9e6));
                wrong.insert(line);
            }
            track.id = "T1";
            track.fixes.push_back(fix);
            track.lines.push_back(line);
        }
        const Cleaned c = clean_piece(track, limit(300));
        CAPTURE(round, c.told());
        CHECK(c.problems.count() == std::ssize(wrong));
        CHECK(c.track.fixes.size() == 300 - wrong.size());
        CHECK(
            std::none_of(c.track.lines.begin(), c.track.lines.end(), [&](auto line) { return wrong.contains(line); }));
    }
}

namespace {

/// The slow twin: the most fixes that can stay, by trying every pair.
std::size_t longest_chain(const std::vector<Fix>& fixes, double max_speed_mps)
{
    std::vector<std::size_t> longest(fixes.size(), 1);
    for (std::size_t k = 0; k < fixes.size(); ++k)
        for (std::size_t i = 0; i < k; ++i) {
            const bool follows =
                fixes[i].time < fixes[k].time &&
                distance_m(fixes[i].place, fixes[k].place) <= max_speed_mps * to_seconds(fixes[k].time - fixes[i].time);
            if (follows)
                longest[k] = std::max(longest[k], longest[i] + 1);
        }
    return *std::max_element(longest.begin(), longest.end());
}

}  // namespace

TEST_CASE("no way of cleaning keeps more fixes")
{
    RandomStream random{seed, "chains"};
    CAPTURE(seed);
    for (int round = 0; round < 300; ++round) {
        TrackPiece by_time, by_speed;
        for (int i = 0; i < 60; ++i) {
            const Fix fix{
                Time{std::chrono::seconds{i * 10}}, {random.uniform(0, 0.15), random.uniform(0, 0.15)}, {}, {}};
            by_speed.fixes.push_back(fix);
            by_speed.lines.push_back(i);
            by_time.fixes.push_back({Time{std::chrono::seconds{random.bits() % 40}}, {0, 0}, {}, {}});
            by_time.lines.push_back(i);
        }
        CAPTURE(round);
        CHECK(clean_piece(by_speed, limit(300)).track.fixes.size() == longest_chain(by_speed.fixes, 300));
        CHECK(clean_piece(by_time).track.fixes.size() == longest_chain(by_time.fixes, 1));
    }
}

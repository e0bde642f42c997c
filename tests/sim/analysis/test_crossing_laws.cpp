// Laws that hold for any track and any airspaces, tried on random tilings in awkward places: on the equator,
// across the 180th meridian, far north, next to the south pole, with tracks that run through corners and along
// sides.
#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

#include "sim/analysis/crossings.h"
#include "sim/analysis/span_sum.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

struct Setting {
    LonLat origin;
    EdgeReading edges;
    LegReading legs;
};

Setting any_setting()
{
    const auto origin = GENERATE(LonLat{0.3, -2.1}, LonLat{178.1, 35.8}, LonLat{-40, 82}, LonLat{100, -89.5});
    const auto edges = GENERATE(EdgeReading::straight, EdgeReading::geodesic);
    const auto legs = GENERATE(LegReading::straight, LegReading::geodesic);
    return {origin, edges, legs};
}

constexpr double step_deg = 0.4;
constexpr int cells = 10;

Airspaces tiles(RandomStream& random, const Setting& s)
{
    return tiling(random, s.origin, step_deg, cells, cells, 0.3, s.edges);
}

/// A walk over the tiles; every third fix sits on a corner of some tile.
Track wander(RandomStream& random, const Setting& s, const Airspaces& a, int fixes, double stride_deg)
{
    std::vector<LonLat> places;
    LonLat p{s.origin.lon_deg + 2, s.origin.lat_deg + 2};
    for (int i = 0; i < fixes; ++i) {
        p.lon_deg = std::clamp(p.lon_deg + random.uniform(-stride_deg, stride_deg), s.origin.lon_deg - 0.3,
                               s.origin.lon_deg + 4.3);
        p.lat_deg = std::clamp(p.lat_deg + random.uniform(-stride_deg, stride_deg), s.origin.lat_deg - 0.3,
                               s.origin.lat_deg + 4.3);
        const auto& ring = a.list[random.bits() % a.list.size()].rings[0].points;
        places.push_back(i % 3 == 2 ? ring[random.bits() % 4] : LonLat{wrapped_lon(p.lon_deg), p.lat_deg});
        if (i % 3 == 2)
            p = {lon_near(places.back().lon_deg, s.origin.lon_deg + 2), places.back().lat_deg};
    }
    return track(places, 60);
}

/// Tiles in a setting, made from a seed.
struct Stage {
    Setting setting;
    std::uint64_t seed;
    RandomStream random;
    Airspaces airspaces;
    BorderIndex index;

    Stage(const Setting& its_setting, std::uint64_t its_seed)
        : setting{its_setting}, seed{its_seed}, random{seed, "laws"}, airspaces{tiles(random, setting)}, index{airspaces}
    {
    }
    Track wander(int fixes, double stride_deg) { return ::wander(random, setting, airspaces, fixes, stride_deg); }
    std::vector<Crossing> crossings_of(const Track& t) const
    {
        return find_crossings(t, airspaces, index, {setting.legs, {}});
    }
    std::string where() const
    {
        return "seed " + std::to_string(seed) + " at " + std::to_string(setting.origin.lon_deg) + ", " +
               (setting.edges == EdgeReading::straight ? "straight" : "geodesic") + " edges, " +
               (setting.legs == LegReading::straight ? "straight" : "geodesic") + " legs";
    }
};

std::map<std::uint32_t, std::vector<TimeSpan>> visits_by_airspace(const std::vector<Crossing>& crossings)
{
    std::map<std::uint32_t, std::vector<TimeSpan>> visits;
    for (const Crossing& c : crossings) {
        auto& list = visits[c.airspace.index];
        if (c.way == Way::in)
            list.push_back({c.time, c.time});
        else
            list.back().to = c.time;
    }
    return visits;
}

std::vector<TimeSpan> all_spans(const std::vector<Crossing>& crossings)
{
    std::vector<TimeSpan> spans;
    for (const auto& [airspace, list] : visits_by_airspace(crossings))
        spans.insert(spans.end(), list.begin(), list.end());
    return spans;
}

double seconds_in(const std::vector<Crossing>& crossings, std::uint32_t airspace)
{
    const auto visits = visits_by_airspace(crossings);
    const auto found = visits.find(airspace);
    return found == visits.end() ? 0 : to_seconds(total_length(found->second));
}

Track changed(const Track& t, auto change)
{
    std::vector<Fix> fixes(t.fixes().begin(), t.fixes().end());
    change(fixes);
    return *Track::make(t.id(), t.datum(), fixes);
}

}  // namespace

TEST_CASE("crossings of one airspace strictly ascend and alternate, in first")
{
    Stage stage{any_setting(), 3};
    CAPTURE(stage.where());
    for (int k = 0; k < 20; ++k) {
        std::map<std::uint32_t, Crossing> last;
        for (const Crossing& c : stage.crossings_of(stage.wander(40, 1.0))) {
            const auto before = last.find(c.airspace.index);
            if (before == last.end()) {
                REQUIRE(c.way == Way::in);
            } else {
                REQUIRE(c.way != before->second.way);
                REQUIRE(before->second.time < c.time);
            }
            last[c.airspace.index] = c;
        }
        for (const auto& [airspace, c] : last)
            REQUIRE(c.way == Way::out);
    }
}

TEST_CASE("a tiling shares the flight out exactly once, to the nanosecond")
{
    Stage stage{any_setting(), 4};
    CAPTURE(stage.where());
    for (int k = 0; k < 40; ++k) {
        CAPTURE(k);
        const Track t = stage.wander(40, 1.0);
        const std::vector<TimeSpan> spans = all_spans(stage.crossings_of(t));
        REQUIRE(total_length(spans) == covered_length(spans));  // no instant twice
        // What no tile holds, an airspace round all of them holds but for the tiles: a second, independent sum.
        Airspaces outside = stage.airspaces;
        const LonLat origin = stage.setting.origin;
        Airspace rim = rectangle("rim", origin.lon_deg - 1, origin.lat_deg - 0.45, origin.lon_deg + 5, origin.lat_deg + 5);
        for (const Airspace& tile : stage.airspaces.list)
            rim.rings.push_back(tile.rings[0]);
        if (origin.lat_deg < -80 || stage.setting.edges == EdgeReading::geodesic)
            continue;  // the rim's own long sides would not hold the track there
        outside.list.push_back(rim);
        const BorderIndex with_rim{outside};
        const std::vector<TimeSpan> whole = all_spans(find_crossings(t, outside, with_rim, {stage.setting.legs, {}}));
        REQUIRE(total_length(whole) == t.span().length());
    }
}

TEST_CASE("reversed in time, ins and outs swap while dwell stays")
{
    Stage stage{any_setting(), 5};
    CAPTURE(stage.where());
    const Track t = stage.wander(60, 1.0);
    const Track back = changed(t, [&](std::vector<Fix>& fixes) {
        std::reverse(fixes.begin(), fixes.end());
        for (Fix& f : fixes)
            f.time = t.span().from + (t.span().to - f.time);
    });
    const auto there = stage.crossings_of(t), again = stage.crossings_of(back);
    for (std::uint32_t i = 0; i < stage.airspaces.list.size(); ++i)
        REQUIRE(seconds_in(there, i) == Approx(seconds_in(again, i)).margin(1e-6));
}

TEST_CASE("a leg split anywhere on it changes nothing")
{
    Stage stage{any_setting(), 6};
    CAPTURE(stage.where());
    const Track t = stage.wander(30, 1.0);
    const Track split = changed(t, [&](std::vector<Fix>& fixes) {
        std::vector<Fix> more;
        for (std::size_t i = 0; i + 1 < fixes.size(); ++i) {
            more.push_back(fixes[i]);
            const LegPath leg{stage.setting.legs, fixes[i], fixes[i + 1]};
            Fix middle = fixes[i];
            middle.time = leg.time_at(stage.random.uniform(0.1, 0.9));
            middle.place = leg.at(leg.fraction_at(middle.time));
            middle.place.lon_deg = wrapped_lon(middle.place.lon_deg);
            more.push_back(middle);
        }
        more.push_back(fixes.back());
        fixes = more;
    });
    const auto whole = stage.crossings_of(t), parts = stage.crossings_of(split);
    for (std::uint32_t i = 0; i < stage.airspaces.list.size(); ++i)
        REQUIRE(seconds_in(whole, i) == Approx(seconds_in(parts, i)).margin(1e-6));
}

TEST_CASE("shifted in time, dwell stays and instants move along")
{
    Stage stage{any_setting(), 7};
    CAPTURE(stage.where());
    const Track t = stage.wander(30, 1.0);
    const Duration off = std::chrono::hours{24 * 365 * 45} + Duration{123456789};
    const Track later = changed(t, [&](std::vector<Fix>& fixes) {
        for (Fix& f : fixes)
            f.time += off;
    });
    const auto now = stage.crossings_of(t), then = stage.crossings_of(later);
    REQUIRE(now.size() == then.size());
    for (std::size_t i = 0; i < now.size(); ++i)
        REQUIRE(now[i].time + off == then[i].time);
}

TEST_CASE("all longitudes turned together, across 180 too, times stay")
{
    const auto edges = GENERATE(EdgeReading::straight, EdgeReading::geodesic);
    const auto legs = GENERATE(LegReading::straight, LegReading::geodesic);
    Stage stage{{{0.5, 30}, edges, legs}, 8};
    const Track t = stage.wander(30, 1.0);
    const auto before = stage.crossings_of(t);
    for (const double turn : {90.0, 177.5, -178.0}) {
        CAPTURE(turn, stage.where());
        const auto turned = [&](LonLat p) { return LonLat{wrapped_lon(p.lon_deg + turn), p.lat_deg}; };
        Airspaces b = stage.airspaces;
        for (Airspace& airspace : b.list)
            for (LonLat& p : airspace.rings[0].points)
                p = turned(p);
        const Track u = changed(t, [&](std::vector<Fix>& fixes) {
            for (Fix& f : fixes)
                f.place = turned(f.place);
        });
        const auto after = find_crossings(u, b, BorderIndex{b}, {legs, {}});
        for (std::uint32_t i = 0; i < stage.airspaces.list.size(); ++i)
            REQUIRE(seconds_in(before, i) == Approx(seconds_in(after, i)).margin(1e-6));
    }
}

TEST_CASE("a raised ceiling does not shrink dwell")
{
    Stage stage{{{0.5, 30}, EdgeReading::straight, LegReading::geodesic}, 9};
    CAPTURE(stage.where());
    Airspaces a = stage.airspaces;
    Track t = stage.wander(60, 1.0);
    t = changed(t, [&](std::vector<Fix>& fixes) {
        for (Fix& f : fixes)
            f.altitude_m = stage.random.uniform(0, 1000);
    });
    std::vector<double> last(a.list.size(), 0);
    for (const double ceiling : {100.0, 400.0, 700.0, 1100.0}) {
        for (Airspace& airspace : a.list)
            airspace.ceiling = Msl{ceiling};
        const auto found = find_crossings(t, a, BorderIndex{a}, {stage.setting.legs, {}});
        for (std::uint32_t i = 0; i < a.list.size(); ++i) {
            REQUIRE(seconds_in(found, i) >= last[i] - 1e-9);
            last[i] = seconds_in(found, i);
        }
    }
}

TEST_CASE("dense sampling agrees within its step")
{
    Stage stage{any_setting(), 10};
    CAPTURE(stage.where());
    const Track t = stage.wander(25, 1.2);
    const auto crossings = stage.crossings_of(t);
    for (std::size_t i = 0; i + 1 < t.fixes().size(); ++i) {
        const LegPath leg{stage.setting.legs, t.fixes()[i], t.fixes()[i + 1]};
        for (int k = 0; k < 400; ++k) {
            const double u = (k + 0.5) / 400;
            const Time at = leg.time_at(u);
            AirspaceSet by_crossings;
            bool near_crossing = false;
            for (const Crossing& c : crossings) {
                near_crossing = near_crossing || std::abs((c.time - at).count()) < 10;
                if (c.time <= at)
                    toggle(by_crossings, std::span{&c.airspace, 1});
            }
            if (!near_crossing)
                REQUIRE(by_crossings == stage.index.airspaces_at(leg.at(u)));
        }
    }
}

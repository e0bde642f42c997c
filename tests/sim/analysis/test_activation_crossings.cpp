#include <cstdint>

#include <catch2/catch.hpp>

#include "sim/analysis/crossings.h"
#include "sim/analysis/span_sum.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

std::vector<Crossing> crossings_of(const Airspaces& a, const Track& t)
{
    const BorderIndex index{a};
    return find_crossings(t, a, index, {});
}

Activation active(std::vector<TimeSpan> spans)
{
    return {std::move(spans), {}};
}

/// The spans between an entry and the next exit of the first airspace.
std::vector<TimeSpan> held_spans(const std::vector<Crossing>& crossings)
{
    std::vector<TimeSpan> spans;
    for (const Crossing& c : crossings)
        if (c.way == Way::in)
            spans.push_back({c.time, c.time});
        else
            spans.back().to = c.time;
    return spans;
}

}  // namespace

TEST_CASE("an airspace is entered when it becomes active around the aircraft and left when it ceases to be")
{
    Airspaces a{{rectangle("A", 1, -1, 3, 1)}, EdgeReading::straight};
    a.list[0].activation = active({{at_second(150), at_second(200)}, {at_second(250), at_second(1000)}});
    const auto found = crossings_of(a, track({{0, 0}, {4, 0}}, 400));  // within the sides from 100 s to 300 s
    REQUIRE(found.size() == 4);
    CHECK(found[0].time == at_second(150));
    CHECK(found[0].by == CrossedBy::activation);
    CHECK(found[0].error_s == 0);
    CHECK(found[0].place.lon_deg == Approx(1.5).margin(1e-9));
    CHECK(found[1].time == at_second(200));
    CHECK(found[1].by == CrossedBy::activation);
    CHECK(found[2].time == at_second(250));
    CHECK(to_seconds(found[3].time - Time{}) == Approx(300).margin(1e-6));
    CHECK(found[3].by == CrossedBy::side);
}

TEST_CASE("hours that begin and end with legs, with the track or with a side are told as what they are")
{
    Airspaces a{{rectangle("A", 1, -1, 3, 1)}, EdgeReading::straight};
    const Track t = track({{2, 0}, {2, 0.2}, {2, 0.4}, {2, 0.6}}, 100);
    a.list[0].activation = active({{at_second(100), at_second(200)}});
    const auto at_fixes = crossings_of(a, t);
    REQUIRE(at_fixes.size() == 2);
    CHECK(at_fixes[0].time == at_second(100));
    CHECK(at_fixes[0].by == CrossedBy::activation);
    CHECK(at_fixes[1].time == at_second(200));
    CHECK(at_fixes[1].by == CrossedBy::activation);
    a.list[0].activation = active({{at_second(0), at_second(300)}});
    const auto whole = crossings_of(a, t);
    REQUIRE(whole.size() == 2);
    CHECK(whole[0].by == CrossedBy::start);
    CHECK(whole[1].by == CrossedBy::end);
    a.list[0].activation = Activation{};
    CHECK(crossings_of(a, t).empty());
}

TEST_CASE("weekly hours open every week at their hour")
{
    // 1970-01-01, the zero of these tracks, was a Thursday: the second Thursday begins 7 days later.
    Airspaces a{{rectangle("A", -1, -1, 1, 1)}, EdgeReading::straight};
    a.list[0].activation = parse_activation("THU 06:00-07:00").value();
    const Track t = track({{0, 0}, {0, 0.5}}, 8 * 86400);
    const auto found = crossings_of(a, t);
    REQUIRE(found.size() == 4);
    CHECK(found[0].time == at_second(6 * 3600));
    CHECK(found[1].time == at_second(7 * 3600));
    CHECK(found[2].time == at_second(7 * 86400 + 6 * 3600));
}

TEST_CASE("what an airspace holds while active is what it would hold always, less the rest")
{
    const auto seed = GENERATE(as<std::uint64_t>{}, 1, 2, 3);
    INFO("seed " << seed);
    RandomStream random{seed, "hours"};
    const auto uniform = [&](double low, double high) { return random.uniform(low, high); };
    for (int round = 0; round < 100; ++round) {
        Airspaces a{{rectangle("A", -1, -1, 1, 1)}, EdgeReading::straight};
        a.list[0].floor = Msl{uniform(0, 500)};
        a.list[0].ceiling = Msl{uniform(500, 1000)};
        std::vector<LonLat> places;
        std::vector<double> heights;
        for (int i = 0; i < 8; ++i) {
            places.push_back({uniform(-2, 2), uniform(-2, 2)});
            heights.push_back(uniform(-200, 1200));
        }
        const Track t = track(places, 100, heights);
        const std::vector<TimeSpan> always = held_spans(crossings_of(a, t));
        std::vector<TimeSpan> spans, expected;
        for (double from = uniform(-50, 100); from < 800;) {
            const double to = from + uniform(1, 200);
            spans.push_back({at_second(0) + seconds(std::round(from)), at_second(0) + seconds(std::round(to))});
            from = to + uniform(2, 100);
        }
        for (const TimeSpan& held : always)
            for (const TimeSpan& span : spans)
                if (const TimeSpan both{std::max(held.from, span.from), std::min(held.to, span.to)}; !both.empty())
                    expected.push_back(both);
        a.list[0].activation = active(spans);
        CHECK(held_spans(crossings_of(a, t)) == expected);
    }
}

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

#include "sim/evidence/avoidance.h"
#include "sim/geo/geodesic.h"
#include "sim/io/read_airspaces.h"
#include "tests/cases/scenarios/shipped.h"

// The last avoidance point on a real border, set against turns that this file flies itself: an arc of the radius that
// speed and bank give, a point every 20 ms, without any rolling, and then straight on for five minutes.

namespace incursion::test {

namespace {

constexpr double standard_gravity = 9.80665;

class RealBorder {
public:
    RealBorder()
    {
        Diagnostics diagnostics;
        scenario_ = read_scenario(INCURSION_SOURCE_DIR "/scenarios/hatay-2015/scenario.toml", diagnostics);
        REQUIRE(scenario_);
        airspaces_ = read_airspaces(scenario_->airspace, diagnostics);
        REQUIRE(airspaces_);
        index_.emplace(*airspaces_);
        distances_.emplace(index_->edges());
    }

    AnalysisGround ground() const { return {*airspaces_, *index_, *distances_, {}}; }

    /// Nearest to the border, or nothing where it comes in.
    std::optional<double> clearance_m(const Track& flown) const
    {
        for (const Crossing& c : find_crossings(flown, *airspaces_, *index_, {}))
            if (c.way == Way::in && (*airspaces_)[c.airspace].key == "TUR")
                return std::nullopt;
        double least_m = 1e9;
        const BorderDistance& border = distances_->of(airspaces_with_key(*airspaces_, "TUR"));
        for (const Fix& fix : flown.fixes())
            least_m = std::min(least_m, border.nearest(fix.place)->distance_m);
        return least_m;
    }

private:
    std::optional<Scenario> scenario_;
    std::optional<Airspaces> airspaces_;
    std::optional<BorderIndex> index_;
    std::optional<BorderDistances> distances_;
};

/// A straight flight of 250 m/s that comes to the salient from outside.
struct Flight {
    LonLat from, to;
    double speed_mps = 250;

    Inverse line() const { return inverse(from, to); }
    Track track() const
    {
        const double whole_s = line().distance_m / speed_mps;
        const Fix first{Time{}, from, {}, {}}, last{Time{} + seconds(whole_s), to, {}, {}};
        return Track::make("test", AltitudeDatum::msl, {first, last}).value();
    }

    /// Leaves the line at `t` with a turn of `angle_deg`, right positive.
    Track turned(Time t, double angle_deg, double bank_deg) const
    {
        constexpr double step_s = 0.02;
        const double side = angle_deg < 0 ? -1 : 1;
        const double rate = standard_gravity * std::tan(Angle::degrees(bank_deg).rad()) / speed_mps;
        const double turn_s = std::abs(Angle::degrees(angle_deg).rad()) / rate;
        const double flown_m = speed_mps * to_seconds(t - Time{});
        Angle course = line().azimuth;
        LonLat place = GeodesicLine{from, course, flown_m}.at(flown_m, course);
        std::vector<Fix> fixes{Fix{t, place, {}, {}}};
        const int steps = static_cast<int>(turn_s / step_s);
        for (int i = 1; i <= steps; ++i) {
            // The chord of an arc runs along its middle course and is shorter than it by less than a millimetre here.
            const Angle half = Angle::radians(side * rate * step_s / 2);
            place = direct(place, course + half, speed_mps * step_s);
            course = course + half + half;
            fixes.push_back({t + seconds(i * step_s), place, {}, {}});
        }
        fixes.push_back({t + seconds(steps * step_s + 300), direct(place, course, speed_mps * 300), {}, {}});
        return Track::make("test", AltitudeDatum::msl, std::move(fixes)).value();
    }
};

}  // namespace

TEST_CASE("Hatay: the last turn away just stays out of the real border, and a tenth of a second later none does")
{
    const RealBorder border;
    // Across the salient from the east and from the west, obliquely from the south, and straight on its tip.
    const Flight flight = GENERATE(Flight{{36.45, 35.82}, {36.05, 35.84}}, Flight{{35.98, 35.83}, {36.3, 35.82}},
                                   Flight{{36.25, 35.65}, {36.10, 35.90}}, Flight{{36.1539, 35.60}, {36.1539, 35.95}});
    CAPTURE(flight.from.lon_deg, flight.from.lat_deg);
    constexpr double bank_deg = 45;
    AvoidanceTurn turn;
    turn.bank_rad = Angle::degrees(bank_deg).rad();
    turn.roll_rate_radps = Angle::degrees(2000).rad();  // so that rolling takes 0.02 s
    const Track track = flight.track();
    const auto found =
        find_avoidances(track, analyse_track(track, {"SYR", {}}, border.ground()), {}, turn, border.ground());
    REQUIRE_FALSE(found.empty());
    const Avoidance& last = found.front();
    REQUIRE(last.airspace == "TUR");
    REQUIRE(last.turn);

    std::optional<double> in_time_m;
    for (const double angle_deg : {-180.0, -135.0, -90.0, -45.0, 45.0, 90.0, 135.0, 180.0}) {
        if (const auto m = border.clearance_m(flight.turned(*last.turn, angle_deg, bank_deg)))
            in_time_m = std::min(in_time_m.value_or(*m), *m);
        CAPTURE(angle_deg);
        CHECK_FALSE(border.clearance_m(flight.turned(*last.turn + seconds(0.1), angle_deg, bank_deg)));
    }
    REQUIRE(in_time_m);
    CHECK(*in_time_m < 250 * 0.1);  // within what a tenth of a second is worth
    CHECK(last.clearance_m < 1);
}

}  // namespace incursion::test

#include <catch2/catch.hpp>

#include "sim/io/read_flight_plan.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

struct Read {
    FlightPlan plan;
    Diagnostics diagnostics;
};

Read read(const std::string& items)
{
    Read result;
    const auto document = read_toml("start = { position = [1, 2], altitude = \"1 km\", heading = \"90 deg\", cas = "
                                    "\"300 kt\" }\nplan = [\n" + items + "\n]\n", "f", result.diagnostics);
    REQUIRE(document);
    TomlReader reader{std::get<TomlTable>(document->content), 1, "aircraft[0]", "f", result.diagnostics};
    result.plan = read_flight_plan(reader);
    return result;
}

}  // namespace

TEST_CASE("the items of a plan arrive as written")
{
    const auto [plan, d] = read(R"({ fly_to = [36.10, 35.8274], over = true, load_factor = "2 g" },
{ turn_to = "203 deg", side = "left", bank = "30 deg", climb_to = "6000 m", climb_rate = "10 m/s", mach = 0.8, acceleration = "0.1 g" },
{ hold = "30 s", climb_to = "20000 ft", climb_angle = "3 deg", ground_speed = "230 m/s" },
{ orbit = { centre = [36, 35], radius = "5 nmi", leg = "20 km", bearing = "45 deg", side = "left", turns = 1.5 } },
{ speed = "200 m/s" },
{ orbit = { centre = [36, 35], radius = "5 km" } })");
    CAPTURE(told(d));
    REQUIRE(d.list().empty());
    REQUIRE(plan.items.size() == 6);
    CHECK(plan.start.speed.kind == SpeedKind::cas);
    CHECK(plan.start.speed.value == Approx(300 * 1852.0 / 3600).epsilon(1e-15));

    const auto* fly = std::get_if<FlyTo>(&*plan.items[0].lateral);
    REQUIRE(fly != nullptr);
    CHECK(fly->place == LonLat{36.10, 35.8274});
    CHECK(fly->over);
    CHECK(fly->turn.load_factor == 2.0);
    CHECK_FALSE(fly->turn.bank);
    CHECK(plan.items[0].path == "aircraft[0].plan[0]");

    const auto* turn = std::get_if<TurnTo>(&*plan.items[1].lateral);
    REQUIRE(turn != nullptr);
    CHECK(turn->heading.deg() == Approx(203).epsilon(1e-15));
    CHECK(turn->side == TurnSide::left);
    CHECK(turn->turn.bank->deg() == Approx(30).epsilon(1e-15));
    CHECK(plan.items[1].climb->altitude_m == 6000);
    CHECK(plan.items[1].climb->rate_mps == 10.0);
    CHECK(plan.items[1].speed->target == SpeedTarget{SpeedKind::mach, 0.8});
    CHECK(*plan.items[1].speed->acceleration_mps2 == Approx(0.980665).epsilon(1e-15));

    CHECK(std::get_if<Hold>(&*plan.items[2].lateral)->duration_s == 30);
    CHECK(plan.items[2].climb->path_angle->deg() == Approx(3).epsilon(1e-15));
    CHECK(plan.items[2].speed->target == SpeedTarget{SpeedKind::ground, 230});

    const auto* orbit = std::get_if<Orbit>(&*plan.items[3].lateral);
    REQUIRE(orbit != nullptr);
    CHECK(orbit->radius_m == 9260);
    CHECK(orbit->leg_m == 20000);
    CHECK(orbit->leg_bearing.deg() == Approx(45).epsilon(1e-15));
    CHECK(orbit->side == TurnSide::left);
    CHECK(orbit->turns == 1.5);

    CHECK_FALSE(plan.items[4].lateral);
    CHECK(plan.items[4].speed->target == SpeedTarget{SpeedKind::tas, 200});
    CHECK(std::get_if<Orbit>(&*plan.items[5].lateral)->side == TurnSide::right);
}

TEST_CASE("keys of a plan item that do not go together are errors")
{
    const auto fails = [](const std::string& item, const char* part) {
        const auto [plan, d] = read(item);
        CAPTURE(item, part, told(d));
        CHECK(count(d, Severity::error) == 1);
        CHECK(tells(d, "error 3 aircraft[0].plan[0]", part));
    };
    fails("{ fly_to = [1, 2], hold = \"1 s\" }", "exclude");
    fails("{ hold = \"1 s\", over = true }", "together with fly_to");
    fails("{ fly_to = [1, 2], side = \"left\" }", "together with turn_to");
    fails("{ hold = \"1 s\", bank = \"30 deg\" }", "fly_to or turn_to");
    fails("{ turn_to = \"1 deg\", bank = \"30 deg\", load_factor = 2 }", "exclude");
    fails("{ turn_to = \"1 deg\", load_factor = 1 }", "more than 1 g");
    fails("{ turn_to = \"1 deg\", load_factor = \"2 m\" }", "load factor");
    fails("{ turn_to = \"1 deg\", bank = \"90 deg\" }", "0 and 90");
    fails("{ hold = \"1 s\", climb_rate = \"1 m/s\" }", "together with climb_to");
    fails("{ climb_to = \"1 m\", climb_rate = \"1 m/s\", climb_angle = \"1 deg\" }", "exclude");
    fails("{ climb_to = \"1 m\", climb_rate = \"-1 m/s\" }", "greater than zero");
    fails("{ speed = \"1 m/s\", mach = 0.5 }", "exclude");
    fails("{ mach = \"0.5\" }", "without a unit");
    fails("{ hold = \"1 s\", acceleration = \"1 g\" }", "together with speed");
    fails("{ hold = \"0 s\" }", "greater than zero");
    fails("{ }", "asks for nothing");
    fails("{ orbit = { radius = \"1 km\" } }", "'centre' is missing");
    fails("{ orbit = { centre = [1, 2], radius = \"1 km\", leg = \"1 km\" } }", "'bearing' is missing");
    fails("{ orbit = { centre = [1, 2], radius = \"1 km\", side = \"shorter\" } }", "left, right");
    fails("{ orbit = { centre = [1, 2], radius = \"1 km\", turns = 1, duration = \"1 s\" } }", "exclude");
    fails("{ orbit = { centre = [1, 2], radius = \"1 km\" } }, { hold = \"1 s\" }", "never ends");
    fails("{ fly_to = [1, 2, 3] }", "two numbers");
    fails("{ fly_to = [1, nan] }", "finite");
    fails("{ fly_to = [400, 2] }", "-360 to 360");
    fails("7", "a table is needed");
}

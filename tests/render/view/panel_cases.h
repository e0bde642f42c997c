#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "render/view/replay.h"
#include "render/view/view_state.h"
#include "sim/io/read_airspaces.h"
#include "sim/io/read_scenario.h"

namespace incursion::test {

inline Time at_second(double s)
{
    return Time{} + seconds(s);
}

inline Aircraft recorded(std::string id, std::string account, std::string state, std::vector<Fix> fixes)
{
    Aircraft aircraft;
    aircraft.motion = *Track::make(id, AltitudeDatum::msl, std::move(fixes));
    aircraft.id = std::move(id);
    aircraft.account = std::move(account);
    aircraft.state = std::move(state);
    return aircraft;
}

inline Fix fix(double s, double lon, double lat, double altitude_m)
{
    return {at_second(s), {lon, lat}, altitude_m, std::nullopt};
}

inline Call call(std::string account, double s, std::string text)
{
    Call made;
    made.account = std::move(account);
    made.time = at_second(s);
    made.from = "Tower";
    made.to = "EAST";
    made.text = std::move(text);
    return made;
}

/// Three degrees of latitude by one of longitude across the equator, SQR, so that its sides to west and east are near.
/// EAST (account a, state AAA) flies along the equator at a thousandth of a degree a second, 111.319 m/s, 3,000 m high:
/// 0 s at 9.9 E, in at 100 s, out at 1,100 s. NORTH (account b, state BBB) flies from 9.7 E 0.5 S to 9.85 E 0.5 N in
/// 1,000 s, climbing by 5 m/s from 1,000 m. Calls of a at 50, 80 and 300 s, one of b at 90 s; an event of b at 700 s.
inline Scenario square_scenario()
{
    Scenario scenario;
    scenario.title = "The square";
    scenario.span = {at_second(0), at_second(1200)};
    scenario.accounts = {{"a", "Party A", {}}, {"b", "Party B", {}}};
    scenario.aircraft = {
        recorded("EAST", "a", "AAA", {fix(0, 9.9, 0, 3000), fix(1200, 11.1, 0, 3000)}),
        recorded("NORTH", "b", "BBB", {fix(0, 9.7, -0.5, 1000), fix(1000, 9.85, 0.5, 6000)}),
    };
    scenario.calls = {call("a", 50, "You approach SQR."), call("a", 80, "Turn back."), call("b", 90, "Hello."),
                      call("a", 300, "Leave at once.")};
    Event event;
    event.account = "b";
    event.time = at_second(700);
    event.title = "a flare";
    scenario.events = {event};
    return scenario;
}

inline Airspaces square_airspace()
{
    Airspace square;
    square.key = square.owner = "SQR";
    square.rings = {{{{10, -1.5}, {11, -1.5}, {11, 1.5}, {10, 1.5}}}};
    return {{square}, EdgeReading::straight};
}

inline std::unique_ptr<Replay> replay_of(Scenario scenario, Airspaces airspaces)
{
    Diagnostics diagnostics;
    auto replay = Replay::make(std::move(scenario), std::move(airspaces), diagnostics);
    if (!replay)
        throw std::runtime_error{"the scenario of a test cannot be flown"};
    return replay;
}

inline std::unique_ptr<Replay> square_replay()
{
    return replay_of(square_scenario(), square_airspace());
}

/// `hatay-2015`, ...
inline std::unique_ptr<Replay> shipped_replay(const std::string& name)
{
    Diagnostics diagnostics;
    auto scenario = read_scenario(INCURSION_SOURCE_DIR "/scenarios/" + name + "/scenario.toml", diagnostics);
    if (!scenario)
        throw std::runtime_error{"a shipped scenario cannot be read"};
    auto airspaces = read_airspaces(scenario->airspace, diagnostics);
    if (!airspaces)
        throw std::runtime_error{"the airspaces of a shipped scenario cannot be read"};
    return replay_of(std::move(*scenario), std::move(*airspaces));
}

/// Everything of the square from its start, nothing selected, in kilometres.
inline ViewState square_view(const Replay& replay, double s)
{
    ViewState view = first_view(replay);
    view.time = at_second(s);
    view.selected = 0;
    view.unit = LengthUnit::kilometre;
    return view;
}

}  // namespace incursion::test

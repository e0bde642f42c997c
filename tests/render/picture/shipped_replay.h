#pragma once

#include <memory>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "render/view/replay.h"
#include "sim/io/read_airspaces.h"
#include "sim/io/read_scenario.h"

namespace incursion::test {

/// A shipped scenario, read and flown: `hatay-2015`.
inline std::unique_ptr<Replay> shipped_replay(const std::string& name)
{
    Diagnostics diagnostics;
    auto scenario =
        read_scenario(std::string{INCURSION_SOURCE_DIR "/scenarios/"} + name + "/scenario.toml", diagnostics);
    REQUIRE(scenario);
    auto airspaces = read_airspaces(scenario->airspace, diagnostics);
    REQUIRE(airspaces);
    auto replay = Replay::make(std::move(*scenario), std::move(*airspaces), diagnostics);
    REQUIRE(replay);
    return replay;
}

/// That of Hatay, flown once for all tests of the program.
inline const Replay& hatay()
{
    static const std::unique_ptr<Replay> replay = shipped_replay("hatay-2015");
    return *replay;
}

}  // namespace incursion::test

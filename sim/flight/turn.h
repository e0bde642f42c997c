#pragma once

#include <functional>
#include <string_view>

#include "sim/flight/flyer.h"
#include "sim/model/flight_plan.h"

namespace incursion {

/// Angle, right positive, from where a flyer with level wings goes to where it should go; radians, any number
/// of whole turns apart. For a heading it is taken from the heading, for a place from the track made good.
using Aim = std::function<double(const Flyer&)>;

Aim aim_at_heading(Angle heading);
Aim aim_at_place(LonLat place);

enum class TurnEnd {
    done,     ///< wings level, aimed
    time_up,
    failed,   ///< Flyer::problem() says why
    never,    ///< a full turn more than needed did not line it up: the place lies inside the turn
};

/// Turns at the bank that the limit asks for and the type allows, rolling in, turning steadily and rolling out
/// so that the aircraft is aimed when its wings are level (to 1e-9 rad). The instant to roll out is found by
/// flying the roll-out ahead, so changes of speed and altitude and the wind meanwhile are all accounted for.
/// A small turn rolls out before it has rolled in.
TurnEnd fly_turn(Flyer& flyer, const TurnLimit& limit, TurnSide side, const Aim& aim, std::string_view path);

/// Takes the bank off at the type's roll rate.
Outcome roll_level(Flyer& flyer);

/// The bank to turn with: asked for, else the default; within the type's limits at the flyer's state.
struct TurnBank {
    double asked_rad = 0;
    double flown_rad = 0;
    std::string_view limit;  ///< what holds it back; empty where nothing does
    bool is_asked = false;   ///< by the plan
    double load_factor = 1;  ///< of the bank flown, as far as the wing carries it
};
TurnBank turn_bank(const Flyer& flyer, const TurnLimit& limit);

}  // namespace incursion

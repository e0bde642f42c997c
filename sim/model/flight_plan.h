#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/base/angle.h"
#include "sim/geo/lon_lat.h"

namespace incursion {

/// Which speed a number means. `ground` is held against the wind.
enum class SpeedKind { tas, cas, mach, ground };

struct SpeedTarget {
    SpeedKind kind = SpeedKind::tas;
    double value = 0;  ///< m/s, or the Mach number
    friend bool operator==(const SpeedTarget&, const SpeedTarget&) = default;
};

struct TurnLimit {
    std::optional<Angle> bank;           ///< the bank to turn with
    std::optional<double> load_factor;   ///< or the load factor, 1/cos(bank) in a level turn
};

enum class TurnSide { shorter, left, right };

/// Fly to a place along the geodesic from wherever the aircraft is. A fly-by point is left early, so that
/// the turn onto the next leg is tangent to it; `over` makes the aircraft cross the point first.
struct FlyTo {
    LonLat place;
    bool over = false;
    TurnLimit turn;
};
/// Turn to a true heading and hold it.
struct TurnTo {
    Angle heading;
    TurnSide side = TurnSide::shorter;
    TurnLimit turn;
};
/// Keep on as the aircraft is flying, for so long.
struct Hold {
    double duration_s = 0;
};
/// Fly round a place: a circle, or a racetrack with two straight legs.
struct Orbit {
    LonLat centre;
    double radius_m = 0;                 ///< of the circle or of the racetrack's half turns
    double leg_m = 0;                    ///< straight legs; 0 makes it a circle
    Angle leg_bearing;                   ///< direction of the first straight leg
    TurnSide side = TurnSide::right;     ///< never `shorter`
    std::optional<double> duration_s;    ///< for so long,
    std::optional<double> turns;         ///< or so many times round; until the end where both are absent
};

/// Altitude to reach from the moment the item begins, while whatever else is flown.
struct ClimbTo {
    double altitude_m = 0;                   ///< above mean sea level
    std::optional<double> rate_mps;          ///< positive; climb or descent follows from the altitude
    std::optional<Angle> path_angle;         ///< positive likewise
};
/// Speed to reach, likewise.
struct SpeedChange {
    SpeedTarget target;
    std::optional<double> acceleration_mps2;  ///< positive; slowing down follows from the target
};

/// One item of a plan: at most one lateral action, and a climb and a speed change begun with it. An item
/// without a lateral action holds its heading until its climb and its speed change are done.
struct PlanItem {
    std::optional<std::variant<FlyTo, TurnTo, Hold, Orbit>> lateral;
    std::optional<ClimbTo> climb;
    std::optional<SpeedChange> speed;
    std::string path;  ///< `aircraft[0].plan[2]`, for messages
};

struct StartState {
    LonLat place;
    double altitude_m = 0;  ///< above mean sea level
    Angle heading;          ///< true
    SpeedTarget speed;
};

enum class LimitPolicy {
    fly_at_limit,  ///< what the type cannot do is flown at its limit and reported
    refuse,        ///< it makes the flight fail
};

struct FlightPlan {
    StartState start;
    std::vector<PlanItem> items;  ///< when they are done, the aircraft keeps on straight and level
    LimitPolicy limits = LimitPolicy::fly_at_limit;
};

/// Air moving over the ground. Between two layers it changes linearly with altitude; below the lowest
/// and above the highest it is that layer's. No layer at all is still air.
struct WindLayer {
    double altitude_m = 0;  ///< above mean sea level
    Angle from;             ///< the true direction it blows from, as winds are told
    double speed_mps = 0;
};
struct Wind {
    std::vector<WindLayer> layers;  ///< in ascending altitude
};

}  // namespace incursion

#include "sim/flight/flight.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/flight/compass.h"
#include "sim/flight/flyer.h"
#include "sim/flight/guidance.h"
#include "sim/flight/plan_check.h"
#include "sim/flight/recorder.h"
#include "sim/geo/local_frame.h"

namespace incursion {

namespace {

constexpr std::string_view start_path = "start";

State state_from(const StartState& start, double altitude_m)
{
    const Eigen::Vector3d position = ecef_from(start.place, 0);
    const Eigen::Vector3d direction = direction_from(start.heading, compass_at(position));
    State state{};
    for (std::size_t i = 0; i < 3; ++i) {
        state[part::position + i] = position[static_cast<Eigen::Index>(i)];
        state[part::direction + i] = direction[static_cast<Eigen::Index>(i)];
    }
    state[part::altitude] = altitude_m;
    return state;
}

/// The altitude to start from: the ceiling, where the plan starts above it.
double start_altitude(const StartState& start, const AircraftType& type, LimitLog& limits)
{
    if (!type.ceiling_m || start.altitude_m <= *type.ceiling_m)
        return start.altitude_m;
    limits.open(Held::altitude, 0, {{}, std::string{start_path}, "ceiling", number_text(start.altitude_m, "m"),
                                    number_text(*type.ceiling_m, "m")});
    return *type.ceiling_m;
}

}  // namespace

Result<Flight> fly(const FlightPlan& plan, const AircraftType& type, const Wind& wind, const FlightOptions& options)
{
    if (const auto problem = problem_with(plan, type, wind, options))
        return *problem;
    LimitLog limits{options.span.from, plan.limits};
    Recorder recorder{options.span.from, std::max(options.span.from, options.record_from), options.span.to,
                      options.record_from, options.record_interval};
    Flyer::Start start;
    start.state = state_from(plan.start, start_altitude(plan.start, type, limits));
    start.speed = plan.start.speed;
    start.end_s = to_seconds(options.span.length());
    start.tolerance_m = options.tolerance_m;
    start.path = start_path;
    Flyer flyer{{&type, &wind}, start, {&limits, &recorder}};
    if (fly_items(flyer, plan.items) == Outcome::failed)
        return Problem{flyer.problem()};
    recorder.finish(flyer.state());

    auto track = Track::make(options.id, AltitudeDatum::msl, recorder.take());
    if (!track)
        return Problem{track.problem()};
    return Flight{*track, limits.finished(flyer.now_s())};
}

}  // namespace incursion

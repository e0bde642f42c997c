#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/training/score.h"
#include "tests/support/shapes.h"

namespace incursion::test {

// A lesson whose figures can be worked by hand. HOME lies between 1.0 and 1.1 E on both sides of the equator; BRAVO
// flies east along the equator, 0.002 degrees a second (222.64 m/s), from 0.5 E: it is in at 250 s, out at 300 s, 50 s
// inside and at most 0.05 degrees (5,566 m) deep. ALFA flies south-west far in the south and never comes near. A call
// is due nearer than 0.2 degrees, which is at 150 s. The radar turns in 10 s, sees everything and does not err.
inline constexpr double degree_m = 6378137.0 * 3.14159265358979323846 / 180;
inline constexpr double speed_mps = 0.002 * degree_m;

inline const Airspaces& home()
{
    static const Airspaces airspaces{{rectangle("HOME", 1.0, -1, 1.1, 1)}, EdgeReading::straight};
    return airspaces;
}

inline Radar flawless_radar()
{
    Radar radar;
    radar.id = "R1";
    radar.site = {0.8, -0.4};
    radar.antenna_m = 100;
    radar.type.scan_period_s = 10;
    radar.type.max_range_m = 400'000;
    radar.type.beam_width_rad = 0.0174533;
    radar.type.range_resolution_m = 100;
    radar.type.detection_range_m = 1e12;  // so near to every plot is sure
    radar.type.detection = 0.999999;
    radar.type.height_noise_m = 0;
    return radar;
}

/// A recorded flight on the whole seconds from 0 to 600 s, along a parallel unless it also goes north.
inline Aircraft recorded(const std::string& id, double lon_deg, double east_per_s, double lat_deg,
                         double north_per_s = 0)
{
    std::vector<Fix> fixes;
    for (int s = 0; s <= 600; ++s)
        fixes.push_back({at_second(s), {lon_deg + east_per_s * s, lat_deg + north_per_s * s}, 6000, {}});
    Aircraft aircraft;
    aircraft.id = id;
    aircraft.state = "AWAY";
    aircraft.motion = Track::make(id, AltitudeDatum::msl, std::move(fixes)).value();
    aircraft.type = AircraftType{};
    aircraft.type->id = "any";
    return aircraft;
}

/// Thirty degrees of bank at once: a radius of v^2 / (g tan 30) = 8,755 m.
inline AvoidanceTurn quick_turn()
{
    AvoidanceTurn turn;
    turn.bank_rad = Angle::degrees(30).rad();
    turn.roll_rate_radps = 20;
    return turn;
}

inline Scenario equator_scenario()
{
    Scenario scenario;
    scenario.path = "equator.toml";
    scenario.span = {at_second(0), at_second(600)};
    scenario.seed = 7;
    scenario.avoidance = quick_turn();
    scenario.aircraft = {recorded("ALFA", 1.2, -0.002, -1.5, -0.001), recorded("BRAVO", 0.5, 0.002, 0)};
    return scenario;
}

inline Lesson equator_lesson()
{
    Lesson lesson;
    lesson.path = "lesson.toml";
    lesson.title = "Over the equator";
    lesson.span = {at_second(0), at_second(600)};
    lesson.role = "HOME control";
    lesson.superior = "HOME command";
    lesson.radar = flawless_radar();
    lesson.rules.airspace = "HOME";
    lesson.rules.first_call_m = 0.2 * degree_m;
    lesson.rules.interval_s = 30;
    lesson.rules.least_calls = 3;
    lesson.categories = {"friendly", "hostile"};
    lesson.phrases = {{"warn", "{track}, you are near HOME.", {}},
                      {"north", "{track}, turn north.", Angle::degrees(0)}};
    return lesson;
}

inline Reaction obedient(Behaviour behaviour = Behaviour::obeys)
{
    Reaction reaction;
    reaction.aircraft = "BRAVO";
    reaction.behaviour = behaviour;
    reaction.turn = quick_turn();
    return reaction;
}

inline Task task_of(TaskKind kind, double within_s = 10, double zero_after_s = 30)
{
    Task task;
    task.id = "task";
    task.title = "the task";
    task.kind = kind;
    task.aircraft = "BRAVO";
    task.points = 10;
    task.within_s = within_s;
    task.zero_after_s = zero_after_s;
    return task;
}

inline std::unique_ptr<Exercise> exercise_of(Lesson lesson, Scenario scenario = equator_scenario())
{
    Diagnostics diagnostics;
    auto exercise = Exercise::make(std::move(lesson), std::move(scenario), home(), diagnostics);
    for (const Diagnostic& d : diagnostics.list())
        UNSCOPED_INFO(to_string(d));
    REQUIRE(exercise);
    return exercise;
}

inline std::unique_ptr<Exercise> exercise_with(Task task)
{
    Lesson lesson = equator_lesson();
    lesson.tasks = {std::move(task)};
    return exercise_of(std::move(lesson));
}

inline Action action_at(double s, ActionKind kind, std::string track = "", std::string id = "")
{
    Action action;
    action.time = at_second(s);
    action.kind = kind;
    action.track = std::move(track);
    action.id = std::move(id);
    return action;
}

inline Action call_at(double s, std::string track, std::string phrase = "warn")
{
    return action_at(s, ActionKind::call, std::move(track), std::move(phrase));
}

inline Action order_at(double s, std::string track, double heading_deg)
{
    Action action = action_at(s, ActionKind::order, std::move(track));
    action.heading = Angle::degrees(heading_deg);
    return action;
}

/// The track of an aircraft that is shown at an instant.
inline std::string number_of(const Course& course, std::size_t aircraft, double s)
{
    for (const ShownTrack& shown : course.shown)
        if (shown.aircraft == aircraft && shown.shown.contains(at_second(s)))
            return shown.number;
    return "";
}

inline constexpr std::size_t alfa = 0, bravo = 1;

/// BRAVO's number where nothing happens to its track.
inline std::string number_of_bravo(const Exercise& exercise)
{
    return number_of(exercise.course({}), bravo, 100);
}

inline Score scored(const Exercise& exercise, const std::vector<Action>& actions)
{
    Diagnostics diagnostics;
    const Course course = exercise.course(actions);
    const auto incident = debrief_incident(exercise, debrief_scenario(exercise, course), diagnostics);
    REQUIRE(incident);
    return score_of(exercise, course, incident->report);
}

/// Of the first task.
inline TaskScore marked(const Exercise& exercise, const std::vector<Action>& actions)
{
    const Score score = scored(exercise, actions);
    INFO(score.tasks.front().expected << " / " << score.tasks.front().done);
    CHECK(score.out_of == (score.tasks.front().applies ? 10 : 0));
    return score.tasks.front();
}

/// The first shown fix of an aircraft at or after an instant.
inline double first_fix_s(const Course& course, std::size_t aircraft, double from_s)
{
    for (const ShownTrack& shown : course.shown)
        if (shown.aircraft == aircraft)
            for (const Fix& fix : shown.system.fixes())
                if (fix.time >= at_second(from_s))
                    return to_seconds(fix.time - Time{});
    return -1;
}

inline double second_of(Time t)
{
    return to_seconds(t - Time{});
}

}  // namespace incursion::test

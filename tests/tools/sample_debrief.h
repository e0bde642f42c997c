#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/training/look_back.h"
#include "tests/support/shapes.h"

namespace incursion::sample {

/// A square from 0 to 1 E about the equator, and one aircraft, "A<1>", that flies east along the equator at 222.6 m/s:
/// out of 0.5 W, in at 0 E after 250 s, out at 1 E after 750 s. A radar at 0.5 E sees it every 10 s, without error.
inline std::shared_ptr<const Exercise> exercise()
{
    using namespace incursion::test;
    Scenario scenario;
    scenario.path = "scenario.toml";
    scenario.span = {at_second(0), at_second(1000)};
    scenario.seed = 7;
    Aircraft aircraft;
    aircraft.id = "A<1>";
    aircraft.state = "BBB";
    std::vector<Fix> fixes;
    for (int i = 0; i <= 100; ++i)
        fixes.push_back({at_second(10.0 * i), {-0.5 + 0.02 * i, 0}, 5000.0, std::nullopt});
    aircraft.motion = Track::make(aircraft.id, AltitudeDatum::msl, std::move(fixes)).value();
    scenario.aircraft = {aircraft};

    Lesson lesson;
    lesson.path = "lesson.toml";
    lesson.title = "Watch <b>AAA</b> & call";
    lesson.scenario_path = scenario.path;
    lesson.span = scenario.span;
    lesson.role = "Controller";
    lesson.briefing = "Watch.";
    lesson.superior = "the chief";
    lesson.radar.id = "R1";
    lesson.radar.site = {0.5, -0.5};
    lesson.radar.antenna_m = 100;
    lesson.radar.type.scan_period_s = 10;
    lesson.radar.type.max_range_m = 300'000;
    lesson.radar.type.beam_width_rad = 0.0174533;
    lesson.radar.type.range_resolution_m = 100;
    lesson.radar.type.range_noise_m = 1;
    lesson.radar.type.azimuth_noise_rad = 1e-5;
    lesson.radar.type.is_secondary = true;
    lesson.radar.type.detection = 1;
    lesson.rules.airspace = "AAA";
    lesson.rules.first_call_m = 40'000;
    lesson.categories = {"military", "civil"};
    lesson.injects = {{"dead", "The radio fails", InjectKind::radio_failure, "", at_second(230), 20, 0, 0}};
    Task first;
    first.id = "first";
    first.title = "Call it";
    first.kind = TaskKind::first_call;
    first.aircraft = aircraft.id;
    first.points = 10;
    first.within_s = 20;
    first.zero_after_s = 60;
    Task entry = first;
    entry.id = "entry";
    entry.title = "Log its entry";
    entry.kind = TaskKind::log_entry;
    Task nobody = first;
    nobody.id = "keep,out";
    nobody.title = "Call nobody else";
    nobody.kind = TaskKind::right_aircraft;
    nobody.aircraft.clear();
    nobody.points = 5;
    lesson.tasks = {first, entry, nobody};
    Diagnostics diagnostics;
    std::shared_ptr<const Exercise> made = Exercise::make(
        std::move(lesson), std::move(scenario), {{rectangle("AAA", 0, -1, 1, 1)}, EdgeReading::straight}, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.list())
        FAIL_CHECK(to_string(diagnostic));
    REQUIRE(made);
    return made;
}

inline Action done(double s, ActionKind kind, std::string track = {}, std::string text = {})
{
    Action action;
    action.time = test::at_second(s);
    action.kind = kind;
    action.track = std::move(track);
    action.text = std::move(text);
    return action;
}

/// Called at 100 s and, with a dead radio, at 240 s; the entry logged at 265 s.
inline std::vector<Action> actions()
{
    return {done(0, ActionKind::begin),
            done(60, ActionKind::take_up, "A01"),
            done(100, ActionKind::call, "A01", "Turn <i>round</i> & go"),
            done(240, ActionKind::call, "A01", "Turn"),
            done(265, ActionKind::log_entry, "A01"),
            done(800, ActionKind::finish)};
}

inline Debrief debrief(const std::shared_ptr<const Exercise>& exercise, std::vector<Action> actions)
{
    ActionLog log;
    log.path = "run.jsonl";
    log.lesson = "lesson.toml";
    log.trainee = "T. \"Rain\" <ee>";
    log.version = "0.1.0";
    log.actions = std::move(actions);
    Diagnostics diagnostics;
    auto made = look_back(exercise, std::move(log), diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.list())
        FAIL_CHECK(to_string(diagnostic));
    REQUIRE(made);
    return std::move(*made);
}

}  // namespace incursion::sample

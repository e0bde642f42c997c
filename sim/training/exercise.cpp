#include "sim/training/exercise.h"

#include <algorithm>
#include <utility>

#include "sim/evidence/avoidance.h"
#include "sim/incident/fly_scenario.h"
#include "sim/incident/incident.h"
#include "sim/training/call_threshold.h"
#include "sim/training/check_lesson.h"
#include "sim/training/entries.h"
#include "sim/training/track_parts.h"

namespace incursion {

namespace {

bool is_in_account(const Aircraft& aircraft, const Lesson& lesson)
{
    return lesson.account.empty() || aircraft.account == lesson.account;
}

/// Over the lesson's span, without the aircraft. What a scenario tells of its incident is not told to a trainee.
Scenario world_around(const Lesson& lesson, const Scenario& scenario)
{
    Scenario world;
    world.path = lesson.path;
    world.title = lesson.title;
    world.span = lesson.span;
    world.seed = scenario.seed;
    world.airspace = scenario.airspace;
    world.legs = scenario.legs;
    world.max_gap = scenario.max_gap;
    world.record_interval = scenario.record_interval;
    world.wind = scenario.wind;
    world.radars = {lesson.radar};
    world.radars.front().account.clear();
    world.accuracy = scenario.accuracy;
    world.rules = lesson.rules;
    world.rules->account.clear();
    world.avoidance = scenario.avoidance;
    world.scope = scenario.scope;
    if (world.scope)
        world.scope->radar.clear();
    world.places = scenario.places;
    world.inputs = scenario.inputs;
    world.inputs.push_back(scenario.path);
    for (const std::string& input : lesson.inputs)
        if (std::find(world.inputs.begin(), world.inputs.end(), input) == world.inputs.end())
            world.inputs.push_back(input);
    return world;
}

Aircraft without_account(Aircraft aircraft)
{
    aircraft.account.clear();
    aircraft.same_as.clear();
    return aircraft;
}

Scenario world_of(const Lesson& lesson, const Scenario& scenario)
{
    Scenario world = world_around(lesson, scenario);
    for (const Aircraft& aircraft : scenario.aircraft)
        if (is_in_account(aircraft, lesson))
            world.aircraft.push_back(without_account(aircraft));
    for (const Aircraft& aircraft : lesson.aircraft)
        world.aircraft.push_back(without_account(aircraft));
    return world;
}

}  // namespace

Exercise::Exercise(Lesson lesson, Scenario world, Airspaces airspaces)
    : lesson_{std::move(lesson)}, world_{std::move(world)}, ground_{std::move(airspaces), crossing_options_of(world_)}
{
}

std::unique_ptr<Exercise> Exercise::make(Lesson lesson, Scenario scenario, Airspaces airspaces,
                                         Diagnostics& diagnostics)
{
    Scenario world = world_of(lesson, scenario);
    std::unique_ptr<Exercise> exercise{new Exercise{std::move(lesson), std::move(world), std::move(airspaces)}};
    const bool can_be_held = check_lesson(exercise->lesson_, exercise->world_, exercise->airspaces(), diagnostics);
    if (!exercise->fly(scenario, diagnostics) || !can_be_held)
        return nullptr;
    exercise->study_flights();
    return exercise;
}

bool Exercise::fly(const Scenario& scenario, Diagnostics& diagnostics)
{
    bool all_flown = true;
    const auto add = [&](const Scenario& flown_over, std::size_t i) {
        const auto flown = fly_aircraft(flown_over, i, ground(), diagnostics);
        all_flown = all_flown && flown;
        if (flown)
            undisturbed_.push_back(flown->track);
    };
    for (std::size_t i = 0; i < scenario.aircraft.size(); ++i)
        if (is_in_account(scenario.aircraft[i], lesson_))
            add(scenario, i);
    Scenario of_lesson = world_;
    of_lesson.aircraft = lesson_.aircraft;
    for (std::size_t i = 0; i < lesson_.aircraft.size(); ++i)
        add(of_lesson, i);
    if (!all_flown)
        return false;
    const std::size_t first_of_lesson = undisturbed_.size() - lesson_.aircraft.size();
    for (std::size_t i = 0; i < undisturbed_.size(); ++i) {
        if (i >= first_of_lesson)
            undisturbed_[i] = moved_track(undisturbed_[i], lesson_.span.from - undisturbed_[i].span().from,
                                          lesson_.span.to, ground().options);
        undisturbed_[i] = part_of_track(undisturbed_[i], world_.aircraft[i].id, lesson_.span, ground().options);
    }
    return true;
}

void Exercise::study_flights()
{
    for (std::size_t i = 0; i < undisturbed_.size(); ++i) {
        const Aircraft& aircraft = world_.aircraft[i];
        const Belonging belonging = belonging_of(aircraft);
        UndisturbedFlight flight;
        flight.report = analyse_track(undisturbed_[i], belonging, ground());
        flight.threshold = call_threshold(undisturbed_[i], belonging, lesson_.rules, ground());
        const std::vector<Visit> entries = true_entries(flight.report, lesson_.rules.airspace);
        if (!entries.empty())
            flight.entry = entries.front();
        const bool is_asked = std::any_of(lesson_.tasks.begin(), lesson_.tasks.end(), [&](const Task& task) {
            return task.kind == TaskKind::before_last_turn && task.aircraft == aircraft.id;
        });
        if (is_asked && flight.entry)
            for (const Avoidance& a :
                 find_avoidances(undisturbed_[i], flight.report, aircraft.type.value_or(AircraftType{}),
                                 aircraft.avoidance.value_or(world_.avoidance), ground()))
                if (a.airspace == flight.entry->airspace && a.entry == flight.entry->entry.time)
                    flight.last_turn = a;
        flights_.push_back(std::move(flight));
    }
}

}  // namespace incursion

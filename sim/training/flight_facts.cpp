#include "sim/training/flight_facts.h"

#include <algorithm>

#include <fmt/format.h>

#include "sim/training/call_threshold.h"
#include "sim/training/entries.h"
#include "sim/training/injected.h"

namespace incursion {

namespace {

/// When the aircraft begins to fly, and until when, in the time line of the undisturbed flights.
TimeSpan flying(const Exercise& exercise, const Course& course, std::size_t aircraft)
{
    const Lesson& lesson = exercise.lesson();
    for (const Injected& one : course.injected)
        if (const Inject& inject = lesson.injects[one.inject];
            inject.kind == InjectKind::aircraft && inject.aircraft == exercise.world().aircraft[aircraft].id)
            return one.span;
    return lesson.span;
}

void add_undisturbed(FlightFacts& facts, const UndisturbedFlight& flight, Time start, TimeSpan flies)
{
    const Duration later = flies.from - start;
    const auto moved = [&](std::optional<Time> t) {
        return t && *t + later <= flies.to ? std::optional{*t + later} : std::nullopt;
    };
    facts.threshold_undisturbed = moved(flight.threshold);
    facts.entry_undisturbed = moved(flight.entry ? std::optional{flight.entry->entry.time} : std::nullopt);
    if (!facts.entry_undisturbed || !flight.last_turn)
        return;
    facts.last_turn = flight.last_turn;
    facts.last_turn->entry += later;
    facts.last_turn->turn = moved(facts.last_turn->turn);
    facts.last_turn->call = moved(facts.last_turn->call);
}

std::string name_of_flight(const FlightFacts& facts)
{
    std::string numbers;
    for (const ShownTrack* shown : facts.shown)
        numbers += (numbers.empty() ? "" : ", ") + shown->number;
    return numbers.empty() ? facts.id : fmt::format("{} ({})", facts.id, numbers);
}

}  // namespace

std::optional<FlightFacts> flight_facts(const Exercise& exercise, const Course& course, const Report& report,
                                        const std::string& aircraft)
{
    const Scenario& world = exercise.world();
    const std::string& protects = exercise.lesson().rules.airspace;
    FlightFacts facts;
    facts.id = aircraft;
    while (facts.aircraft < world.aircraft.size() && world.aircraft[facts.aircraft].id != aircraft)
        ++facts.aircraft;
    const auto reported = std::find_if(report.tracks.begin(), report.tracks.end(),
                                       [&](const TrackReport& t) { return t.track == aircraft; });
    if (facts.aircraft == world.aircraft.size() || reported == report.tracks.end())
        return std::nullopt;
    facts.track = &course.tracks[facts.aircraft];
    facts.report = &*reported;
    facts.threshold = call_threshold(*facts.track, belonging_of(world.aircraft[facts.aircraft]),
                                     exercise.lesson().rules, exercise.ground());
    facts.entries = true_entries(*facts.report, protects);
    facts.exits = true_exits(*facts.report, protects);
    add_undisturbed(facts, exercise.undisturbed_flights()[facts.aircraft], world.span.from,
                    flying(exercise, course, facts.aircraft));
    for (const ShownTrack& shown : course.shown)
        if (shown.aircraft == facts.aircraft)
            facts.shown.push_back(&shown);
    for (const MadeCall& call : course.calls)
        if (call.aircraft == facts.aircraft && call.was_heard)
            facts.calls.push_back(&course.actions[call.action]);
        else if (call.aircraft == facts.aircraft)
            facts.was_called_in_vain = true;
    facts.failures = injected_spans(exercise.lesson(), course.injected, InjectKind::radio_failure, aircraft);
    facts.has_turned = std::any_of(course.turns.begin(), course.turns.end(),
                                   [&](const Turned& turn) { return turn.aircraft == facts.aircraft; });
    facts.name = name_of_flight(facts);
    return facts;
}

std::optional<Time> first_shown(const FlightFacts& facts, Time from)
{
    for (const ShownTrack* shown : facts.shown)
        for (const Fix& fix : shown->system.fixes())
            if (fix.time >= from)
                return fix.time;
    return std::nullopt;
}

std::optional<std::size_t> aircraft_of(const Course& course, const Action& action)
{
    const auto shown = shown_track(course, action.track, action.time);
    return shown ? std::optional{course.shown[*shown].aircraft} : std::nullopt;
}

}  // namespace incursion

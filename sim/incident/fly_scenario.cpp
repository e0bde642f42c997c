#include "sim/incident/fly_scenario.h"

#include <chrono>
#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "sim/flight/flight.h"

namespace incursion {

namespace {

/// How long an anchored plan may fly before its event: an hour more than the scenario lasts.
constexpr std::chrono::hours longest_lead{1};

class ScenarioFlight {
public:
    ScenarioFlight(const Scenario& scenario, std::size_t number, const AnalysisGround& ground, Diagnostics& diagnostics)
        : scenario_{scenario}, aircraft_{scenario.aircraft[number]}, path_{fmt::format("aircraft[{}]", number)},
          ground_{ground}, diagnostics_{diagnostics}
    {
    }

    std::optional<FlownAircraft> fly_plan(const FlightPlan& plan)
    {
        if (!aircraft_.anchor)
            return fly_from(plan, scenario_.span.from, scenario_.span);
        const TimeSpan reach{scenario_.span.from, scenario_.span.to + longest_lead};
        auto whole = fly_from(plan, reach.from, reach);
        Duration shift{};
        // A recorded track meets the border between two fixes; where these fall after the shift changes the
        // crossing by micrometres, so the shift is taken again from the track as recorded.
        for (int round = 0; round < 4; ++round) {
            if (!whole)
                return std::nullopt;
            const auto event = time_of_event(whole->track);
            if (!event)
                return no_event(round > 0);
            const Duration off = aircraft_.anchor->at - *event;
            shift += off;
            if (round > 0 && std::abs(off.count()) <= 100)
                return whole;
            whole = fly_from(plan, reach.from + shift, scenario_.span);
        }
        return whole;
    }

    std::optional<FlownAircraft> take(const Track& track)
    {
        if (track.fixes().empty())
            return fail("", "its track has no fixes");
        return checked({track, {}});
    }

private:
    /// Flies from the start state at `begin`, recording what lies within `recorded`.
    std::optional<FlownAircraft> fly_from(const FlightPlan& plan, Time begin, TimeSpan recorded)
    {
        if (begin >= recorded.to)
            return fail(".anchor", "the flight would begin only after the scenario ends; let it start nearer to the "
                                   "event or lengthen the scenario");
        FlightOptions options;
        options.id = aircraft_.id;
        options.span = {begin, recorded.to};
        options.record_interval = scenario_.record_interval;
        options.record_from = recorded.from;
        const AircraftType unlimited{};
        auto flight = fly(plan, aircraft_.type ? *aircraft_.type : unlimited, scenario_.wind, options);
        if (!flight)
            return fail("", flight.problem());
        FlownAircraft flown{flight->track, flight->limits};
        for (LimitReached& limit : flown.limits)
            if (limit.path == "start")
                limit.path = path_ + ".start";
        return checked(std::move(flown));
    }

    std::optional<FlownAircraft> checked(FlownAircraft flown)
    {
        if (const auto problem = limits_problem(flown.track, ground_.airspaces, ground_.index, ground_.options))
            return fail("", problem->message);
        return flown;
    }

    std::optional<Time> time_of_event(const Track& track) const
    {
        const Anchor& anchor = *aircraft_.anchor;
        for (const Crossing& c : find_crossings(track, ground_.airspaces, ground_.index, ground_.options)) {
            const bool real = c.by != CrossedBy::start && c.by != CrossedBy::end;
            if (real && (c.way == Way::in) == anchor.entry && ground_.airspaces[c.airspace].key == anchor.airspace)
                return c.time;
        }
        return std::nullopt;
    }

    std::optional<FlownAircraft> no_event(bool after_shift)
    {
        const Anchor& anchor = *aircraft_.anchor;
        return fail(".anchor",
                    fmt::format("the flight {} {}{}; check the plan, or anchor it to something that happens",
                                anchor.entry ? "does not enter" : "does not leave", anchor.airspace,
                                after_shift ? " within the scenario's span once moved to the anchor's instant"
                                            : " within an hour of the scenario's length"));
    }

    std::nullopt_t fail(const std::string& below, const std::string& message)
    {
        diagnostics_.error(scenario_.path, std::nullopt, path_ + below,
                           fmt::format("{} cannot be flown: {}", aircraft_.id, message));
        return std::nullopt;
    }

    const Scenario& scenario_;
    const Aircraft& aircraft_;
    std::string path_;
    const AnalysisGround& ground_;
    Diagnostics& diagnostics_;
};

}  // namespace

std::optional<FlownAircraft> fly_aircraft(const Scenario& scenario, std::size_t aircraft, const AnalysisGround& ground,
                                          Diagnostics& diagnostics)
{
    ScenarioFlight flight{scenario, aircraft, ground, diagnostics};
    const auto& motion = scenario.aircraft[aircraft].motion;
    if (const FlightPlan* plan = std::get_if<FlightPlan>(&motion))
        return flight.fly_plan(*plan);
    return flight.take(std::get<Track>(motion));
}

}  // namespace incursion

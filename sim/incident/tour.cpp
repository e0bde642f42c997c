#include "sim/incident/tour.h"

#include <algorithm>
#include <limits>
#include <string>

#include <fmt/format.h>

#include "sim/analysis/nearest_approach.h"

namespace incursion {

namespace {

constexpr double characters_per_second = 17, least_reading_s = 4;

std::vector<Time> entries_of(const TrackReport& track)
{
    std::vector<Time> times;
    for (const Visit& visit : track.visits)
        if (visit.foreign && visit.entry.by != CrossedBy::start)
            times.push_back(visit.entry.time);
    std::sort(times.begin(), times.end());
    return times;
}

std::vector<Time> exits_of(const TrackReport& track)
{
    std::vector<Time> times;
    for (const Visit& visit : track.visits)
        if (visit.foreign && visit.exit.by != CrossedBy::end)
            times.push_back(visit.exit.time);
    std::sort(times.begin(), times.end());
    return times;
}

std::vector<Time> calls_of(const Report& report)
{
    std::vector<Time> times;
    for (const CallReport& call : report.calls.list)
        times.push_back(call.call.time);
    return times;
}

std::vector<Time> events_of(const Report& report)
{
    std::vector<Time> times;
    for (const Event& event : report.events)
        times.push_back(event.time);
    std::sort(times.begin(), times.end());
    return times;
}

std::vector<Time> closest_of(const TrackReport& track)
{
    const ClosestApproach* nearest = nearest_approach(track);
    return nearest == nullptr ? std::vector<Time>{} : std::vector{nearest->time};
}

std::string_view name_of(StepEvent event)
{
    switch (event) {
    case StepEvent::entry: return "entry";
    case StepEvent::exit: return "exit";
    case StepEvent::closest: return "closest approach";
    case StepEvent::call: return "call";
    case StepEvent::event: return "event";
    case StepEvent::start:
    case StepEvent::end: break;
    }
    return "instant";
}

/// Finds the instants of steps and tells of those that have none.
class Resolving {
public:
    Resolving(const Scenario& scenario, const Report& report, Diagnostics& diagnostics)
        : scenario_{scenario}, report_{report}, diagnostics_{diagnostics}
    {
    }

    std::optional<std::size_t> aircraft_of(const Step& step) const
    {
        for (std::size_t i = 0; i < report_.tracks.size(); ++i)
            if (report_.tracks[i].track == step.aircraft)
                return i;
        return first_of_interest(report_);
    }

    std::optional<Time> time_of(const Step& step, const std::optional<std::size_t>& aircraft) const
    {
        const std::optional<Time> time = unbounded_time_of(step, aircraft);
        if (!time || (*time >= scenario_.span.from && *time <= scenario_.span.to))
            return time;
        warn(step, fmt::format("its instant, {}, lies outside the scenario's start and end", format_time(*time)));
        return std::nullopt;
    }

    void warn(const Step& step, const std::string& what) const
    {
        diagnostics_.warning(scenario_.path, std::nullopt, step.path, what + "; the step is left out");
    }

private:
    std::optional<Time> unbounded_time_of(const Step& step, const std::optional<std::size_t>& aircraft) const
    {
        const StepInstant& at = step.at;
        if (at.time)
            return at.time;
        if (at.event == StepEvent::start || at.event == StepEvent::end)
            return (at.event == StepEvent::start ? scenario_.span.from : scenario_.span.to) + at.later;
        const std::vector<Time> times = times_of(at.event, aircraft);
        if (at.number <= times.size())
            return times[at.number - 1] + at.later;
        warn(step,
             fmt::format("there is no {} {}: {}", name_of(at.event), at.number, count_of(at.event, times, aircraft)));
        return std::nullopt;
    }

    std::vector<Time> times_of(StepEvent event, const std::optional<std::size_t>& aircraft) const
    {
        if (event == StepEvent::call)
            return calls_of(report_);
        if (event == StepEvent::event)
            return events_of(report_);
        if (!aircraft)
            return {};
        const TrackReport& track = report_.tracks[*aircraft];
        return event == StepEvent::entry  ? entries_of(track)
               : event == StepEvent::exit ? exits_of(track)
                                          : closest_of(track);
    }

    std::string count_of(StepEvent event, const std::vector<Time>& times,
                         const std::optional<std::size_t>& aircraft) const
    {
        if (event == StepEvent::call || event == StepEvent::event)
            return fmt::format("the scenario has {}", times.size());
        return aircraft ? fmt::format("'{}' has {}", report_.tracks[*aircraft].track, times.size())
                        : std::string{"no aircraft flies"};
    }

    const Scenario& scenario_;
    const Report& report_;
    Diagnostics& diagnostics_;
};

void check_border(const Scenario& scenario, const Step& step, const Airspaces& airspaces, Diagnostics& diagnostics)
{
    const auto* border = std::get_if<PointAtBorder>(&step.point_at);
    if (border == nullptr)
        return;
    const bool known = std::any_of(airspaces.list.begin(), airspaces.list.end(),
                                   [&](const Airspace& airspace) { return airspace.key == border->airspace; });
    if (!known)
        diagnostics.warning(scenario.path, std::nullopt, step.path + ".point_at.border",
                            fmt::format("no airspace has the key '{}'; nothing is pointed at", border->airspace));
}

std::size_t characters_of(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::optional<std::size_t> first_of_interest(const Report& report)
{
    std::optional<std::size_t> nearest;
    double least_m = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < report.tracks.size(); ++i) {
        const TrackReport& track = report.tracks[i];
        if (std::any_of(track.visits.begin(), track.visits.end(), [](const Visit& v) { return v.foreign; }))
            return i;
        for (const ClosestApproach& approach : track.closest_approach)
            if (approach.distance_m < least_m) {
                least_m = approach.distance_m;
                nearest = i;
            }
    }
    if (!nearest && !report.tracks.empty())
        nearest = 0;
    return nearest;
}

std::vector<TourStop> tour_of(const Scenario& scenario, const Report& report, const Airspaces& airspaces,
                              Diagnostics& diagnostics)
{
    const Resolving resolving{scenario, report, diagnostics};
    std::vector<TourStop> stops;
    for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
        const Step& step = scenario.steps[i];
        const std::optional<std::size_t> aircraft = resolving.aircraft_of(step);
        if (const std::optional<Time> time = resolving.time_of(step, aircraft)) {
            check_border(scenario, step, airspaces, diagnostics);
            stops.push_back({*time, i, aircraft});
        }
    }
    std::stable_sort(stops.begin(), stops.end(), [](const TourStop& a, const TourStop& b) { return a.time < b.time; });
    return stops;
}

double reading_time_s(std::string_view title, std::string_view text)
{
    const auto characters = static_cast<double>(characters_of(title) + characters_of(text));
    return std::max(characters / characters_per_second, least_reading_s);
}

}  // namespace incursion

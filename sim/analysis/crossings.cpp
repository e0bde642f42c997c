#include "sim/analysis/crossings.h"

#include <fmt/format.h>

#include "sim/analysis/crossing_finder.h"
#include "sim/analysis/vertical_range.h"

namespace incursion {

std::vector<Crossing> find_crossings(const Track& track, const Airspaces& airspaces, const BorderIndex& index,
                                     const CrossingOptions& options)
{
    return CrossingFinder{airspaces, index, options}.find(track);
}

std::vector<TimeSpan> observed_spans(const Track& track, std::optional<Duration> max_gap)
{
    std::vector<TimeSpan> spans;
    const auto fixes = track.fixes();
    for (std::size_t i = 0; i + 1 < fixes.size(); ++i) {
        if (max_gap && fixes[i + 1].time - fixes[i].time > *max_gap)
            continue;
        if (!spans.empty() && spans.back().to == fixes[i].time)
            spans.back().to = fixes[i + 1].time;
        else
            spans.push_back({fixes[i].time, fixes[i + 1].time});
    }
    return spans;
}

std::optional<Problem> limits_problem(const Track& track, const Airspaces& airspaces)
{
    for (const Airspace& a : airspaces.list) {
        for (const VerticalLimit* limit : {&a.floor, &a.ceiling})
            if (const Agl* height = std::get_if<Agl>(limit); height != nullptr && height->m > 0)
                return Problem{fmt::format("airspace {} has a limit of {}, and no terrain is given to count it from; "
                                           "state the limit above mean sea level",
                                           a.key, format_vertical_limit(*limit))};
        const bool limited = vertical_range(a).limited();
        if (limited && !track.has_altitudes())
            return Problem{fmt::format("airspace {} has a floor or a ceiling, and track {} has fixes without altitude; "
                                       "add altitudes or leave the limits out",
                                       a.key, track.id())};
        if (limited && track.datum() == AltitudeDatum::ellipsoid)
            return Problem{
                fmt::format("airspace {} has a floor or a ceiling, and the altitudes of track {} are heights "
                            "above the ellipsoid; convert them to mean sea level",
                            a.key, track.id())};
    }
    return std::nullopt;
}

}  // namespace incursion

#include "sim/analysis/crossings.h"

#include <algorithm>

#include <fmt/format.h>

#include "sim/analysis/crossing_finder.h"
#include "sim/analysis/vertical_range.h"

namespace incursion {

namespace {

std::optional<Problem> limit_problem(const Track& track, const Airspace& a, const VerticalRange& range,
                                     const HeightReading& heights)
{
    if (range.follows_ground() && !heights.terrain)
        return Problem{fmt::format("airspace {} has a limit of {}, and no terrain is given to count it from; name a "
                                   "raster of heights as terrain (--terrain), or state the limit above mean sea level",
                                   a.key, format_vertical_limit(range.floor_above_ground ? a.floor : a.ceiling))};
    if (!track.has_altitudes())
        return Problem{fmt::format("airspace {} has a floor or a ceiling, and track {} has fixes without altitude; "
                                   "add altitudes or leave the limits out",
                                   a.key, track.id())};
    if (track.datum() == AltitudeDatum::ellipsoid && !geoid_height_m({}))
        return Problem{fmt::format("airspace {} has a floor or a ceiling, and the altitudes of track {} are heights "
                                   "above the ellipsoid; install PROJ's geoid egm96_15.gtx, or convert them to mean "
                                   "sea level",
                                   a.key, track.id())};
    return std::nullopt;
}

std::optional<Problem> ground_problem(const Track& track, const Airspaces& airspaces, const BorderIndex& index,
                                      const CrossingOptions& options)
{
    if (track.fixes().size() < 2)
        return std::nullopt;
    CrossingFinder finder{airspaces, index, options};
    finder.find(track);
    return finder.unknown_ground()
               ? std::optional{unknown_ground_problem(*finder.unknown_ground(), track, airspaces, options)}
               : std::nullopt;
}

}  // namespace

Problem unknown_ground_problem(const UnknownGround& unknown, const Track& track, const Airspaces& airspaces,
                               const CrossingOptions& options)
{
    return Problem{fmt::format("track {} is in airspace {}, which has a limit above ground, and {} does not know the "
                               "ground below it all the way from {} on ({:.4f}, {:.4f}): it ends there, or has no data; "
                               "give terrain that reaches as far as the track does within the airspace",
                               track.id(), airspaces[unknown.airspace].key, options.heights.terrain_path,
                               format_time(unknown.time), unknown.place.lat_deg, wrapped_lon(unknown.place.lon_deg))};
}

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

std::optional<Problem> datums_problem(const Track& track, const Airspaces& airspaces, const HeightReading& heights)
{
    for (const Airspace& a : airspaces.list) {
        const VerticalRange range = vertical_range(a);
        if (auto problem = range.limited() ? limit_problem(track, a, range, heights) : std::nullopt)
            return problem;
    }
    return std::nullopt;
}

std::optional<Problem> limits_problem(const Track& track, const Airspaces& airspaces, const BorderIndex& index,
                                      const CrossingOptions& options)
{
    if (auto problem = datums_problem(track, airspaces, options.heights))
        return problem;
    const bool follows_ground = std::any_of(airspaces.list.begin(), airspaces.list.end(), [](const Airspace& a) {
        return vertical_range(a).follows_ground();
    });
    return follows_ground ? ground_problem(track, airspaces, index, options) : std::nullopt;
}

}  // namespace incursion

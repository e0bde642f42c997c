#include "sim/analysis/track_outlook.h"

#include <algorithm>
#include <chrono>

#include "sim/analysis/held_course.h"
#include "sim/analysis/span_sum.h"

namespace incursion {

namespace {

constexpr std::chrono::hours look_ahead{1};

LonLat wrapped(LonLat place)
{
    return {wrapped_lon(place.lon_deg), place.lat_deg};
}

}  // namespace

TrackOutlook::TrackOutlook(const Track& track, const Belonging& belonging, const AnalysisGround& ground)
    : track_{track},
      ground_{ground},
      observed_{observed_spans(track, ground.options.max_gap)},
      foreign_{foreign_airspaces(ground.airspaces, belonging)},
      foreign_border_{ground.distances.of(foreign_)}
{
    if (track.fixes().size() > 1)
        path_.emplace(track, ground.options.legs);
    for (const AirspaceId id : foreign_)
        ranges_.push_back(vertical_range(ground.airspaces[id], track.datum(), ground.options.heights));
}

bool TrackOutlook::flies_at(Time t) const
{
    const auto after =
        std::upper_bound(observed_.begin(), observed_.end(), t, [](Time x, const TimeSpan& s) { return x < s.from; });
    return after != observed_.begin() && t <= std::prev(after)->to;
}

std::optional<Motion> TrackOutlook::motion_at(Time t) const
{
    if (!flies_at(t))
        return std::nullopt;
    const TrackPath::Velocity v = path_->velocity_at(t);
    return Motion{path_->at(t), path_->altitude_at(t), v.track, v.speed_mps, v.climb_mps};
}

/// True if the airspace is foreign and its limits (where the altitude is known) and its hours hold the place.
bool TrackOutlook::holds(AirspaceId airspace, const PlaceInAir& at) const
{
    const auto found = std::lower_bound(foreign_.begin(), foreign_.end(), airspace);
    return found != foreign_.end() && *found == airspace &&
           is_held_at(ground_.airspaces[airspace], ranges_[static_cast<std::size_t>(found - foreign_.begin())],
                      ground_.options.heights, track_.datum(), at);
}

std::optional<ForeignBorder> TrackOutlook::border_at(Time t) const
{
    if (!flies_at(t))
        return std::nullopt;
    const LonLat place = path_->at(t);
    const PlaceInAir at{place, path_->altitude_at(t), t};
    for (const AirspaceId id : ground_.index.airspaces_at(place))
        if (holds(id, at))
            if (const auto nearest = ground_.distances.of({id}).nearest(place))
                return ForeignBorder{ground_.airspaces[id].key, true, -nearest->distance_m, wrapped(nearest->place)};
    const auto nearest = foreign_border_.nearest(place);
    if (!nearest)
        return std::nullopt;
    for (const AirspaceId owner : ground_.index.edges().owners(nearest->edge))
        if (std::binary_search(foreign_.begin(), foreign_.end(), owner))
            return ForeignBorder{ground_.airspaces[owner].key, false, nearest->distance_m, wrapped(nearest->place)};
    return std::nullopt;
}

std::optional<double> TrackOutlook::time_to_border_s(Time t) const
{
    const auto border = border_at(t);
    const auto course = border ? held_course(*path_, t, look_ahead) : std::nullopt;
    if (!course)
        return std::nullopt;
    const Way way = border->inside ? Way::out : Way::in;
    for (const Crossing& c : find_crossings(*course, ground_.airspaces, ground_.index,
                                           {LegReading::geodesic, {}, ground_.options.heights})) {
        const bool real = c.by != CrossedBy::start && c.by != CrossedBy::end;
        if (real && c.way == way && ground_.airspaces[c.airspace].key == border->airspace)
            return to_seconds(c.time - t);
    }
    return std::nullopt;
}

Duration foreign_dwell_until(const TrackReport& report, Time t)
{
    std::vector<TimeSpan> spans;
    for (const Visit& v : report.visits)
        if (v.foreign && v.entry.time < t)
            spans.push_back({v.entry.time, std::min(v.exit.time, t)});
    return covered_length(std::move(spans));
}

}  // namespace incursion

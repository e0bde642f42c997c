#include "sim/io/clean_track.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/base/time_text.h"
#include "sim/base/units.h"
#include "sim/io/clean_speeds.h"
#include "sim/io/clean_times.h"
#include "sim/io/reach.h"

namespace incursion {

namespace {

void sort_by_time(TrackPiece& track)
{
    const auto earlier = [](const Fix& a, const Fix& b) { return a.time < b.time; };
    if (std::is_sorted(track.fixes.begin(), track.fixes.end(), earlier))
        return;
    std::vector<std::size_t> order(track.fixes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return earlier(track.fixes[a], track.fixes[b]); });
    std::vector<Fix> fixes;
    std::vector<std::int64_t> lines;
    fixes.reserve(order.size());
    lines.reserve(order.size());
    for (const std::size_t i : order) {
        fixes.push_back(track.fixes[i]);
        lines.push_back(track.lines[i]);
    }
    track.fixes = std::move(fixes);
    track.lines = std::move(lines);
}

/// True if the altitude changes by the factor between feet and metres, within 1 % and faster than it should.
bool mixes_units(const Fix& a, const Fix& b)
{
    if (!a.altitude_m || !b.altitude_m)
        return false;
    // Airliners stay far below it; a fighter that does not seldom climbs by just that factor.
    constexpr double fast_climb_mps = 100;
    const double change_m = std::abs(*b.altitude_m - *a.altitude_m);
    if (change_m <= fast_climb_mps * static_cast<double>((b.time - a.time).count()) * 1e-9)
        return false;
    const double low_m = std::fmin(*a.altitude_m, *b.altitude_m), high_m = std::fmax(*a.altitude_m, *b.altitude_m);
    // Below, single altitudes are too coarse for a ratio to mean anything.
    constexpr double least_low_m = 100;
    return low_m >= least_low_m && std::abs(high_m * metres_per_foot / low_m - 1) < 0.01;
}

/// What one pass over a track sees; nothing of a good one.
struct Glance {
    bool times = false, speeds = false, units = false;
};

Glance glance_at(const std::vector<Fix>& fixes, std::optional<double> max_speed_mps)
{
    Glance seen;
    for (std::size_t i = 1; i < fixes.size(); ++i) {
        const Fix& a = fixes[i - 1];
        const Fix& b = fixes[i];
        if (b.time <= a.time) {
            seen.times = true;
            return seen;
        }
        seen.speeds = seen.speeds || (max_speed_mps && !reaches(a, b, *max_speed_mps));
        seen.units = seen.units || mixes_units(a, b);
    }
    return seen;
}

void tell_mixed_units(const TrackPiece& track, RowProblems& problems)
{
    for (std::size_t i = 1; i < track.fixes.size(); ++i) {
        const Fix& a = track.fixes[i - 1];
        const Fix& b = track.fixes[i];
        if (mixes_units(a, b))
            problems.add(
                "fixes with altitudes in mixed units", track.lines[i],
                fmt::format("the altitude of track '{}' goes from {:.0f} m to {:.0f} m in {}, by the factor between "
                            "feet and metres (is the unit the same in all rows?); fix kept",
                            track.id, *a.altitude_m, *b.altitude_m, duration_text(b.time - a.time)));
    }
}

}  // namespace

void clean_track(TrackPiece& track, const TrackReadOptions& options, RowProblems& problems)
{
    assert(track.fixes.size() == track.lines.size());
    if (options.dirty == DirtyFixes::repair)
        sort_by_time(track);
    Glance seen = glance_at(track.fixes, options.max_speed_mps);
    if (seen.times) {
        clean_times(track, problems);
        seen = glance_at(track.fixes, options.max_speed_mps);
    }
    if (seen.speeds) {
        clean_speeds(track, *options.max_speed_mps, problems);
        seen = glance_at(track.fixes, options.max_speed_mps);
    }
    if (seen.units)
        tell_mixed_units(track, problems);
}

}  // namespace incursion

#include "sim/io/clean_speeds.h"

#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "sim/base/time_text.h"
#include "sim/io/clean_times.h"
#include "sim/io/reach.h"
#include "sim/io/reachable_fixes.h"

namespace incursion {

namespace {

/// The fixes that stay beside one that goes.
struct Neighbours {
    const Fix* before = nullptr;
    const Fix* behind = nullptr;
};

bool fits(const Fix& fix, Neighbours beside, double max_speed_mps)
{
    return (beside.before == nullptr || reaches(*beside.before, fix, max_speed_mps)) &&
           (beside.behind == nullptr || reaches(fix, *beside.behind, max_speed_mps));
}

/// With longitude and latitude exchanged; nothing where that is no place.
std::optional<Fix> exchanged(Fix fix)
{
    fix.place = {fix.place.lat_deg, fix.place.lon_deg};
    return is_valid(fix.place) ? std::optional{fix} : std::nullopt;
}

void tell_jump(const TrackPiece& track, std::size_t i, Neighbours beside, double max_speed_mps, RowProblems& problems)
{
    const Fix& fix = track.fixes[i];
    if (const auto turned = exchanged(fix); turned && fits(*turned, beside, max_speed_mps)) {
        problems.add(
            "fixes with longitude and latitude swapped", track.lines[i],
            fmt::format("track '{}' would jump to longitude {}, latitude {}, but not to the two exchanged (are the "
                        "two columns swapped?); fix dropped",
                        track.id, fix.place.lon_deg, fix.place.lat_deg));
        return;
    }
    // Of the two it fits at most one; the jump that is told is one that it makes.
    const bool from_before =
        beside.behind == nullptr || (beside.before != nullptr && !reaches(*beside.before, fix, max_speed_mps));
    const Fix& other = from_before ? *beside.before : *beside.behind;
    const Duration time = from_before ? fix.time - other.time : other.time - fix.time;
    const double length_m = distance_m(fix.place, other.place);
    problems.add(
        "fixes too fast to reach", track.lines[i],
        fmt::format("{:.1f} km from the fix {} of track '{}' in {}, which takes {:.0f} m/s where {:.0f} m/s are "
                    "allowed; fix dropped",
                    length_m / 1000, from_before ? "before" : "behind", track.id, duration_text(time),
                    length_m / to_seconds(time), max_speed_mps));
}

}  // namespace

void clean_speeds(TrackPiece& track, double max_speed_mps, RowProblems& problems)
{
    const std::vector<char> stays = reachable_fixes(track.fixes, max_speed_mps);
    Neighbours beside;
    std::size_t behind = 0;
    for (std::size_t i = 0; i < stays.size(); ++i) {
        if (stays[i] != 0) {
            beside.before = &track.fixes[i];
            continue;
        }
        for (behind = behind < i ? i : behind; behind < stays.size() && stays[behind] == 0; ++behind) {
        }
        beside.behind = behind < stays.size() ? &track.fixes[behind] : nullptr;
        tell_jump(track, i, beside, max_speed_mps, problems);
    }
    keep_fixes(track, stays);
}

}  // namespace incursion

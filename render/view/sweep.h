#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "render/view/replay.h"
#include "render/view/view_state.h"

namespace incursion {

/// Whole turns of the beam since the radar's first north passage, and the instant a turn begins.
std::int64_t turn_at(const ScopeRadar& radar, Time t);
Time turn_start(const ScopeRadar& radar, std::int64_t turn);
/// Where the beam points, clockwise from true north, in [0, 1).
double beam_turns(const ScopeRadar& radar, Time t);

/// What the radar learns of one aircraft when its beam passes it.
struct Paint {
    std::size_t track = 0;
    Time time{};  ///< the beam's azimuth is the aircraft's, to 1e-6 of a turn; with errors of the radar, its true one
    double azimuth_turns = 0;
    double range_m = 0;
    PlanePoint at;  ///< on the plane about the radar
    Motion motion;  ///< of the track then; its place is that of the paint
    friend bool operator==(const Paint& a, const Paint& b)
    {
        return a.track == b.track && a.time == b.time && a.at == b.at;
    }
};

/// What one turn of the beam learns of a track; none where it does not meet it. At most one paint a turn: the first.
/// By a radar of the scenario these are its plots: noise, misses and limits of range are in them.
std::optional<Paint> paint_in_turn(const Replay& replay, std::size_t track, std::int64_t turn);
/// Every paint of one turn, in the order of tracks.
std::vector<Paint> paints_of_turn(const Replay& replay, std::int64_t turn);

/// False only where a track is surely farther from the radar than that during the minute before an instant: a quick
/// look at one fix. Nothing is taken to fly faster than 2 km/s.
bool may_be_within(const Replay& replay, std::size_t track, Time t, double reach_m);

/// Points in a row on the plane about the radar.
using PlaneLine = std::vector<PlanePoint>;

/// Keeps paints that were asked for, and the borders of paints, so that they are worked out once. What it answers
/// depends on nothing but the replay and the question.
class SweepMemory {
public:
    explicit SweepMemory(const Replay& replay) : replay_{&replay} {}

    /// See paint_in_turn.
    std::optional<Paint> paint_of(std::size_t track, std::int64_t turn);
    /// The last paint of a track at or before an instant, no older than two turns; without the sweep (`live`) the
    /// motion at the instant itself.
    std::optional<Paint> last_paint(std::size_t track, Time t, bool live);
    /// The foreign border as it concerns the aircraft at a paint. REQUIRES: the reference is used before the next
    /// border is asked for.
    const std::optional<ForeignBorder>& border_of(const Paint& paint);
    /// See lit_border(), on the plane; of a visit in the track's report. REQUIRES: likewise.
    const std::vector<PlaneLine>& lit_border(std::size_t track, std::size_t visit);

private:
    struct Slot {
        bool is_known = false;
        std::optional<Paint> paint;
    };

    const Replay* replay_;
    std::map<std::int64_t, std::vector<Slot>> turns_;  ///< by turn and track
    std::map<std::pair<std::size_t, Time>, std::optional<ForeignBorder>> borders_;
    std::map<std::pair<std::size_t, std::size_t>, std::vector<PlaneLine>> lit_;
};

}  // namespace incursion

#pragma once

#include <vector>

#include "render/view/build_scene.h"
#include "render/view/projection.h"

namespace incursion {

/// An aircraft as the scope shows it at an instant.
struct SeenTrack {
    std::size_t track = 0;
    Paint paint;
    Point at;
    bool is_inside = false;  ///< at the paint: on a visit to foreign airspace; never told in an exercise
};

/// What making a scene needs, worked out once.
struct SceneMaker {
    SceneMaker(const Replay& replay, const ViewState& view, const FrameSize& frame, const TextSizes& sizes,
               SweepMemory& memory);

    bool is_live() const { return !is_on(view, Switch::sweep); }

    const Replay& replay;
    const ViewState& view;
    FrameSize frame;
    const TextSizes& sizes;
    SweepMemory& memory;
    Layout layout;
    ScopeMapping mapping;
    std::vector<std::size_t> near;  ///< shown tracks that may have been on the glass within the last minute
    std::vector<SeenTrack> seen;    ///< shown, painted and on the glass, in the order of tracks
};

/// History, speed vector, symbol, brackets.
void add_track_strokes(const SceneMaker& maker, const SeenTrack& seen, std::vector<Stroke>& strokes);
/// The place one minute on, track and ground speed held.
Point vector_end(const SceneMaker& maker, const SeenTrack& seen);
/// Where the aircraft truly is, tied to the radar's symbol.
void add_ghosts(const SceneMaker& maker, std::vector<Stroke>& strokes);
/// The part of a border between entry and exit, for every visit that a seen aircraft is on.
void add_lit_borders(const SceneMaker& maker, std::vector<Stroke>& strokes);

}  // namespace incursion

#pragma once

#include <optional>
#include <vector>

#include "render/view/build_scene.h"
#include "render/view/layout.h"
#include "render/view/view_state.h"
#include "sim/incident/tour.h"

namespace incursion {

/// The view from a stop of a tour on: its instant, its aircraft selected, and what its step says of range, middle,
/// account, speed and page. All else stays as it was. An aircraft that the accounts shown hide is not selected; then
/// the first shown one is, where there is any. Pointing at charts or figures turns to their page.
ViewState view_from_stop(const Replay& replay, ViewState view, const TourStop& stop);

/// What a stop points at, as it stands in the frame.
struct PointedThing {
    Rect place;             ///< around it
    bool is_panel = false;  ///< it fills the rectangle; else it is a spot in the middle of it
};

/// Nothing where the step points at nothing, or at what the frame does not show: off the glass, hidden, a panel that
/// the layout lacks. Aircraft are where the scope shows them, else where they are. `memory` is of the same replay.
std::optional<PointedThing> pointed_thing(const Replay& replay, const ViewState& view, const TourStop& stop,
                                          const FrameSize& frame, SweepMemory& memory);

/// What a card had better not cover: aircraft on the glass, and what stands beside them.
std::vector<Rect> kept_free(const Replay& replay, const ViewState& view, const FrameSize& frame, const TextSizes& sizes,
                            const Scene& scene, SweepMemory& memory);

}  // namespace incursion

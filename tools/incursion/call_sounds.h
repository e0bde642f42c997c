#pragma once

#include <vector>

#include "render/sound/sound_track.h"
#include "render/view/view_state.h"

namespace incursion {

/// The calls of a replay as they are heard, in the order of Report::calls.list. What cannot be spoken is a warning.
std::vector<Transmission> spoken_calls(const Replay& replay, Diagnostics& diagnostics);

/// How they look, the loudest part of each as 1: for ReplayOptions::call_sounds.
std::vector<CallSound> call_sounds_of(const Replay& replay, const std::vector<Transmission>& transmissions);

/// Those of the accounts that are shown.
std::vector<Transmission> shown_transmissions(const Replay& replay, const ViewState& view,
                                              const std::vector<Transmission>& transmissions);

}  // namespace incursion

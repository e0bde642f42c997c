#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "render/view/view_state.h"

namespace incursion {

// What of a replay a view shows. Nothing of a hidden account is to be seen anywhere.

/// Of something that an account says. An empty id, or one that names no account, belongs to nobody and is shown.
bool is_account_shown(const Replay& replay, const ViewState& view, const std::string& account);
bool is_moment_shown(const Replay& replay, const ViewState& view, const Moment& moment);

/// Ascending.
std::vector<std::size_t> shown_tracks(const Replay& replay, const ViewState& view);
/// The selected track, where it is shown.
std::optional<std::size_t> shown_selection(const Replay& replay, const ViewState& view);

bool has_foreign_visit(const TrackReport& report);
/// The selected track if shown, then the others shown that have a foreign visit, in the order of the scenario.
std::vector<std::size_t> tracks_of_concern(const Replay& replay, const ViewState& view);

/// How long a call is taken to last, as far as pictures go: its sound, or 3 s where none is known.
Duration shown_length(const Replay& replay, std::size_t call);
/// The newest shown call that lasts at the view's instant.
std::optional<std::size_t> call_being_spoken(const Replay& replay, const ViewState& view);

}  // namespace incursion

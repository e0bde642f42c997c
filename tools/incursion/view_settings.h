#pragma once

#include <string>

#include "render/view/view_state.h"
#include "sim/io/settings_file.h"

namespace incursion {

/// Where the window keeps what it remembers: `$XDG_CONFIG_HOME/incursion/replay.toml`, else below `~/.config`; empty
/// where neither variable is set (https://specifications.freedesktop.org/basedir-spec, 0.8).
std::string settings_path();

/// What a person has chosen and wants to find again: palette, layout, units, north, page and switches; not the
/// instant, the range or what is selected, which belong to an incident.
void remember_view(Settings& settings, const ViewState& view);
void restore_view(const Settings& settings, ViewState& view);

}  // namespace incursion

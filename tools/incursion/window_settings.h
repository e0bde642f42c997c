#pragma once

#include <optional>

#include "render/window/window.h"
#include "sim/base/result.h"
#include "sim/io/settings_file.h"

namespace incursion {

/// Where the window stood last time; the usual place where the settings do not tell.
WindowPlace window_place_of(const Settings& settings);
void remember_window(Settings& settings, const Window& window);

/// Writes the settings to settings_path(), whose folder is made where it is missing.
std::optional<Problem> keep_settings(const Settings& settings);

}  // namespace incursion

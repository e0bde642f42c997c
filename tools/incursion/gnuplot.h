#pragma once

#include <string>
#include <string_view>

#include "sim/base/result.h"

namespace incursion {

enum class PlotFormat { svg, png };

/// The picture that a gnuplot script draws, as the bytes of a file, 900 by 640 pixels or points. The script sets neither
/// terminal nor output. A problem where gnuplot is missing or refuses the script.
Result<std::string> draw_with_gnuplot(const std::string& script, PlotFormat format);

/// A text as a string of gnuplot, shown as it is.
std::string gnuplot_text(std::string_view text);

}  // namespace incursion

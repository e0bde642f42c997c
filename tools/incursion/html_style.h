#pragma once

#include <string_view>

namespace incursion {

/// The style sheet of a debrief's page: light and dark, narrow and wide, and on A4 paper.
std::string_view html_style();

}  // namespace incursion

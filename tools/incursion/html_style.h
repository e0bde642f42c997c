#pragma once

#include <string_view>

namespace incursion {

/// The style sheet that pages share: light and dark, narrow and wide, and on A4 paper.
std::string_view html_style();

// What is added to it for a debrief's page, and for a report's.
std::string_view html_debrief_style();
std::string_view html_report_style();

}  // namespace incursion

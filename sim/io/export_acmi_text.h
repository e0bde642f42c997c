#pragma once

#include <string>
#include <string_view>

namespace incursion {

// Texts of ACMI 2.2 (tacview.net/documentation/acmi/en).

/// A property's text: commas and backslashes get a backslash, lines end in one.
std::string acmi_property(std::string_view text);

/// An event's text, likewise on one line; `|` would end it and becomes U+00A6.
std::string acmi_event(std::string_view text);

/// `1a`: the id of the object with that number. REQUIRES: at least 1.
std::string acmi_id(std::size_t number);

}  // namespace incursion

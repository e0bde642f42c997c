#pragma once

#include <string>

#include "sim/base/time.h"

namespace incursion {

/// An instant that somebody marked, and why.
struct Bookmark {
    Time time{};
    std::string note;  ///< UTF-8; may be empty and may have several lines
    friend bool operator==(const Bookmark&, const Bookmark&) = default;
};

}  // namespace incursion

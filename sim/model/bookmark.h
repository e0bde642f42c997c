#pragma once

#include <string>

#include "sim/base/time.h"

namespace incursion {

/// An instant that somebody wants to find again, and why.
struct Bookmark {
    Time time{};
    std::string note;
    friend bool operator==(const Bookmark&, const Bookmark&) = default;
};

}  // namespace incursion

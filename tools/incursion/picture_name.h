#pragma once

#include <string>

#include "sim/base/time.h"

namespace incursion {

/// For a picture of a file at an instant, in the current folder: `lesson-07-20-05-3.png`, counted on where one of that
/// name is there.
std::string free_picture_name(const std::string& file, Time time);

}  // namespace incursion

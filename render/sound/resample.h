#pragma once

#include <vector>

#include "render/sound/sound.h"

namespace incursion {

/// The same sound at sound_rate_hz. Band-limited interpolation (Smith and Gossett 1984) with a sinc of 64 zero
/// crossings under a Kaiser window: flat to 82 % of the lower of the two half rates, and what lies above it is
/// at least 80 dB down. The result may overshoot [-1, 1] where the input comes near it.
/// REQUIRES: rate_hz > 0.
std::vector<float> resampled(const std::vector<float>& samples, int rate_hz);

}  // namespace incursion

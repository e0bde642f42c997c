#pragma once

#include <cstdint>

#include "render/sound/sound.h"

namespace incursion {

/// How long a transmission lasts before the first and after the last word.
inline constexpr double radio_lead_s = 0.06, radio_tail_s = 0.09;

/// Makes speech a radio transmission: only 300 to 3400 Hz pass, the level is evened, peaks are clipped, noise lies
/// under it, the key clicks at the start and the squelch closes at the end.
/// PROMISES: radio_lead_s and radio_tail_s longer than `speech`, which begins after the lead; within 0.95, without a
/// constant part; the same samples for the same speech and seed. Speech that is silent stays noise.
Sound through_radio(const Sound& speech, std::uint64_t seed);

}  // namespace incursion

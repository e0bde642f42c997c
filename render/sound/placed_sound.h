#pragma once

#include <cstdint>
#include <span>

#include "render/sound/sound.h"

namespace incursion {

/// A sound at a place of a film's sound, in samples.
struct PlacedSound {
    const Sound* sound = nullptr;
    std::int64_t start = 0;
    std::int64_t end = 0;  ///< nothing of it is heard from here on; it may be over earlier
    bool fades = false;    ///< over its last 5 ms, where `end` cuts it short
};

/// Adds what of it falls on the samples first, first + 1, ... of the film to `out`.
void add_placed(const PlacedSound& placed, std::int64_t first, std::span<float> out);

}  // namespace incursion

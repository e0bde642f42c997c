#include "render/sound/placed_sound.h"

#include <algorithm>
#include <cstddef>

namespace incursion {

namespace {

constexpr double fade_s = 0.005;

}  // namespace

void add_placed(const PlacedSound& placed, std::int64_t first, std::span<float> out)
{
    const auto length = static_cast<std::int64_t>(placed.sound->samples.size());
    const std::int64_t begin = std::max(first, placed.start);
    const std::int64_t stop =
        std::min({placed.start + length, placed.end, first + static_cast<std::int64_t>(out.size())});
    const auto fade = static_cast<std::int64_t>(samples_in(fade_s));
    const bool is_cut = placed.fades && placed.end < placed.start + length;
    for (std::int64_t i = begin; i < stop; ++i) {
        float sample = placed.sound->samples[static_cast<std::size_t>(i - placed.start)];
        if (is_cut && placed.end - i < fade)
            sample *= static_cast<float>(placed.end - i) / static_cast<float>(fade);
        out[static_cast<std::size_t>(i - first)] += sample;
    }
}

}  // namespace incursion

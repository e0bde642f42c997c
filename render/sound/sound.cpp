#include "render/sound/sound.h"

#include <cmath>

namespace incursion {

std::size_t samples_in(double s)
{
    return static_cast<std::size_t>(std::llround(s * sound_rate_hz));
}

std::vector<float> envelope_of(const Sound& sound, std::size_t bars)
{
    const std::size_t count = sound.samples.size();
    std::vector<float> envelope(bars, 0.0F);
    for (std::size_t bar = 0; bar < bars; ++bar) {
        const std::size_t first = bar * count / bars, end = (bar + 1) * count / bars;
        double squares = 0;
        for (std::size_t i = first; i < end; ++i)
            squares += static_cast<double>(sound.samples[i]) * static_cast<double>(sound.samples[i]);
        if (first < end)
            envelope[bar] = static_cast<float>(std::sqrt(squares / static_cast<double>(end - first)));
    }
    return envelope;
}

}  // namespace incursion

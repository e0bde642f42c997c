#include "render/sound/sound_track.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "render/sound/placed_sound.h"

namespace incursion {

namespace {

constexpr double level_step_s = 0.02;
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max() / 4;

/// The number of the film's sample at which an instant is shown, the nearest.
std::int64_t sample_of(Time instant, Time from, double speed)
{
    const double place = to_seconds(instant - from) * sound_rate_hz / speed;
    // Slower than anybody can watch: as good as never.
    return std::abs(place) < static_cast<double>(never) ? std::llround(place) : (place < 0 ? -never : never);
}

std::vector<float> levels_of(const Sound& sound)
{
    return envelope_of(sound, static_cast<std::size_t>(std::ceil(sound.length_s() / level_step_s)));
}

}  // namespace

SoundTrack::SoundTrack(std::vector<Transmission> transmissions) : transmissions_{std::move(transmissions)}
{
    std::stable_sort(transmissions_.begin(), transmissions_.end(),
                     [](const Transmission& a, const Transmission& b) { return a.start < b.start; });
    for (const Transmission& transmission : transmissions_)
        levels_.push_back(levels_of(transmission.sound));
}

void SoundTrack::mix(Time from, double speed, std::int64_t first_sample, std::span<float> out) const
{
    std::fill(out.begin(), out.end(), 0.0F);
    if (!(speed > 0 && speed <= fastest_speech))
        return;
    const std::int64_t stop = first_sample + static_cast<std::int64_t>(out.size());
    for (std::size_t i = 0; i < transmissions_.size(); ++i) {
        const std::int64_t start = sample_of(transmissions_[i].start, from, speed);
        if (start >= stop)
            break;
        std::int64_t end = never;
        if (speed != 1) {
            const auto later =
                std::find_if(transmissions_.begin() + static_cast<std::ptrdiff_t>(i), transmissions_.end(),
                             [&](const Transmission& t) { return t.start > transmissions_[i].start; });
            if (later != transmissions_.end())
                end = sample_of(later->start, from, speed);
        }
        add_placed({&transmissions_[i].sound, start, end, speed != 1}, first_sample, out);
    }
    for (float& sample : out)
        sample = std::clamp(sample, -1.0F, 1.0F);
}

std::optional<HeardCall> SoundTrack::heard_at(Time instant) const
{
    std::optional<HeardCall> loudest;
    for (std::size_t i = 0; i < transmissions_.size() && transmissions_[i].start <= instant; ++i) {
        const double part = to_seconds(instant - transmissions_[i].start) / transmissions_[i].sound.length_s();
        if (!(part < 1))
            continue;
        const std::vector<float>& levels = levels_[i];
        const auto step = static_cast<std::size_t>(part * static_cast<double>(levels.size()));
        if (!loudest || levels[step] > loudest->level)
            loudest = HeardCall{transmissions_[i].call, levels[step]};
    }
    return loudest;
}

}  // namespace incursion

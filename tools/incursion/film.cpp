#include "tools/incursion/film.h"

#include <algorithm>
#include <cmath>

namespace incursion {

Time Film::instant_of(std::int64_t frame) const
{
    // Frames by the second first: a product of thousands of seconds and a rounded 1/30 would drift.
    const std::int64_t whole_s = frame / frames_per_second;
    const double part_s = static_cast<double>(frame % frames_per_second) / frames_per_second;
    const auto at = [this](double s) { return Duration{std::llround(s * speed * 1e9)}; };
    return first_instant() + at(static_cast<double>(whole_s)) + at(part_s);
}

std::int64_t Film::frame_count() const
{
    const double frames = to_seconds(span.length()) * frames_per_second / std::abs(speed);
    // A span that is a whole number of frames up to rounding has exactly so many.
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(frames - 1e-6)));
}

std::int64_t Film::samples_before(std::int64_t frame, int samples_per_second) const
{
    return (frame * samples_per_second + frames_per_second / 2) / frames_per_second;
}

}  // namespace incursion

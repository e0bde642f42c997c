#include "render/picture/radar_video.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace incursion {
namespace {

/// A permutation of 32 bits in which every bit of the input moves every bit of the output: "lowbias32", Chris Wellons,
/// Prospecting for Hash Functions (2018), https://nullprogram.com/blog/2018/07/31/.
constexpr std::uint32_t mixed(std::uint32_t x)
{
    x ^= x >> 16U;
    x *= 0x7feb352dU;
    x ^= x >> 15U;
    x *= 0x846ca68bU;
    x ^= x >> 16U;
    return x;
}

std::uint32_t hash_of(std::int64_t turn, std::uint32_t row, std::uint32_t part)
{
    const auto bits = static_cast<std::uint64_t>(turn);
    return mixed(mixed(static_cast<std::uint32_t>(bits) ^ mixed(static_cast<std::uint32_t>(bits >> 32U) + row)) + part);
}

/// Noise in [0, 1] that is smooth over about 1 in x and y.
float smooth_noise(float x, float y, std::uint32_t layer)
{
    const float x0 = std::floor(x), y0 = std::floor(y);
    const auto corner = [&](int dx, int dy) {
        const auto cx = static_cast<std::uint32_t>(static_cast<int>(x0) + dx + 4096);
        const auto cy = static_cast<std::uint32_t>(static_cast<int>(y0) + dy + 4096);
        return static_cast<float>(mixed(cx ^ mixed(cy ^ mixed(layer))) >> 8U) * (1.0F / 16'777'216.0F);
    };
    const float u = x - x0, v = y - y0;
    const float fx = u * u * (3 - 2 * u), fy = v * v * (3 - 2 * v);
    const float south = corner(0, 0) + fx * (corner(1, 0) - corner(0, 0));
    const float north = corner(0, 1) + fx * (corner(1, 1) - corner(0, 1));
    return south + fy * (north - south);
}

/// Four layers of noise, each twice as fine and half as strong.
float rough_noise(float x, float y, std::uint32_t layer)
{
    float sum = 0, weight = 0.5F;
    for (std::uint32_t octave = 0; octave < 4; ++octave, weight *= 0.5F, x *= 2.03F, y *= 2.03F)
        sum += weight * smooth_noise(x, y, layer + octave);
    return sum * (1 / 0.9375F);
}

/// Strength in [0, 1] of the ground's return at a place, the farthest range being 1: strong close to the radar, where
/// the beam meets the ground, and here and there a faint patch.
float ground_return(float x, float y)
{
    const float range = std::hypot(x, y);
    const float grain = rough_noise(x * 26 + 31, y * 26 + 17, 11);
    const float near_by = std::exp(-range * range / (2 * 0.055F * 0.055F)) * grain * 0.85F;
    const float patch = std::clamp((rough_noise(x * 3.1F + 7, y * 3.1F + 3, 77) - 0.60F) * 4.5F, 0.0F, 1.0F);
    return std::clamp(near_by + patch * grain * grain * 0.5F * (1 - 0.6F * range), 0.0F, 1.0F);
}

/// The ground's returns by row and cell, read from a square grid, which is much quicker to fill.
std::vector<std::uint8_t> ground_returns()
{
    static constexpr int side = 384;
    std::vector<float> grid(static_cast<std::size_t>(side) * side);
    const auto at = [&](int i, int j) -> float& {
        return grid[static_cast<std::size_t>(j) * side + static_cast<std::size_t>(i)];
    };
    const float step = 2.0F / (side - 1);
    for (int j = 0; j < side; ++j)
        for (int i = 0; i < side; ++i)
            at(i, j) = ground_return(static_cast<float>(i) * step - 1, static_cast<float>(j) * step - 1);

    std::vector<std::uint8_t> returns;
    returns.reserve(static_cast<std::size_t>(RadarVideo::rows) * RadarVideo::cells);
    for (int row = 0; row < RadarVideo::rows; ++row) {
        const float angle = (static_cast<float>(row) + 0.5F) * 2 * std::numbers::pi_v<float> / RadarVideo::rows;
        const float east = std::sin(angle), north = std::cos(angle);
        for (int cell = 0; cell < RadarVideo::cells; ++cell) {
            const float range = (static_cast<float>(cell) + 0.5F) / RadarVideo::cells;
            const float x = (range * east + 1) / step, y = (range * north + 1) / step;
            const int i = std::clamp(static_cast<int>(x), 0, side - 2),
                      j = std::clamp(static_cast<int>(y), 0, side - 2);
            const float u = x - static_cast<float>(i), v = y - static_cast<float>(j);
            const float value =
                (1 - v) * ((1 - u) * at(i, j) + u * at(i + 1, j)) + v * ((1 - u) * at(i, j + 1) + u * at(i + 1, j + 1));
            returns.push_back(static_cast<std::uint8_t>(std::lround(value * 255)));
        }
    }
    return returns;
}

}  // namespace

RadarVideo::RadarVideo() : ground_{ground_returns()}, brightness_(ground_.size(), 0), turn_of_row_(rows, 0) {}

void RadarVideo::sweep_row(int row, std::int64_t turn)
{
    static constexpr unsigned kept = 148;        // of 256: what a turn leaves of the last one's brightness, 0.58
    static constexpr unsigned noise_from = 251;  // of 256: cells with more noise than this light up
    const std::size_t first = static_cast<std::size_t>(row) * cells;
    for (int part = 0; part < cells / 4; ++part) {
        std::uint32_t bits = hash_of(turn, static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(part));
        for (int i = 0; i < 4; ++i, bits >>= 8U) {
            const std::size_t place = first + static_cast<std::size_t>(part * 4 + i);
            const unsigned noise = bits & 0xffU;
            const unsigned ground = (ground_[place] * (110 + noise * 145 / 255)) >> 8U;
            const unsigned speckle = noise > noise_from ? 34 + (noise - noise_from) * 16 : 0;
            const unsigned old = (brightness_[place] * kept) >> 8U;
            brightness_[place] = static_cast<std::uint8_t>(std::max({ground, speckle, old}));
        }
    }
    turn_of_row_[static_cast<std::size_t>(row)] = turn;
}

std::pair<int, int> RadarVideo::update(std::int64_t turn, double azimuth_turns)
{
    int first = rows, last = 0;
    for (int row = 0; row < rows; ++row) {
        const std::int64_t wanted = (row + 0.5) / rows <= azimuth_turns ? turn : turn - 1;
        std::int64_t& have = turn_of_row_[static_cast<std::size_t>(row)];
        if (is_filled_ && have == wanted)
            continue;
        if (!is_filled_ || wanted < have || wanted - have > remembered_turns) {
            std::fill_n(brightness_.begin() + static_cast<std::ptrdiff_t>(row) * cells, cells, std::uint8_t{0});
            have = wanted - remembered_turns;
        }
        for (std::int64_t next = have + 1; next <= wanted; ++next)
            sweep_row(row, next);
        first = std::min(first, row);
        last = row + 1;
    }
    is_filled_ = true;
    return first < last ? std::pair{first, last} : std::pair{0, 0};
}

}  // namespace incursion

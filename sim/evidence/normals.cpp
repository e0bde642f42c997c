#include "sim/evidence/normals.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace incursion {

namespace {

constexpr std::size_t layers = 128;
// Marsaglia and Tsang, table for 128 layers: where the tail begins, and the area of each layer.
constexpr double tail_begin = 3.442619855899;
constexpr double layer_area = 9.91256303526217e-3;

struct Ziggurat {
    std::array<double, layers + 1> right{};  ///< end of each layer
    std::array<double, layers> sure{};       ///< share of a layer that lies under the curve whatever its height

    Ziggurat()
    {
        double f = std::exp(-tail_begin * tail_begin / 2);
        right[0] = layer_area / f;
        right[1] = tail_begin;
        for (std::size_t i = 2; i < layers; ++i) {
            right[i] = std::sqrt(-2 * std::log(layer_area / right[i - 1] + f));
            f = std::exp(-right[i] * right[i] / 2);
        }
        right[layers] = 0;
        for (std::size_t i = 0; i < layers; ++i)
            sure[i] = right[i + 1] / right[i];
    }
};

const Ziggurat ziggurat;

}  // namespace

double Normals::operator()()
{
    for (;;) {
        const std::uint64_t bits = stream_.bits();
        // The layer takes the 7 lowest bits, the place in it the 53 highest.
        const auto layer = static_cast<std::size_t>(bits % layers);
        const double u = static_cast<double>(bits >> 11) * 0x1.0p-52 - 1;
        if (std::abs(u) < ziggurat.sure[layer])
            return u * ziggurat.right[layer];
        if (layer == 0)
            return tail(u < 0);
        const double x = u * ziggurat.right[layer];
        const double low = std::exp(-(ziggurat.right[layer] * ziggurat.right[layer] - x * x) / 2);
        const double high = std::exp(-(ziggurat.right[layer + 1] * ziggurat.right[layer + 1] - x * x) / 2);
        if (high + stream_.uniform() * (low - high) < 1)
            return x;
    }
}

/// Marsaglia, 1964: exponential beyond the ziggurat, with rejection.
double Normals::tail(bool negative)
{
    double x = 0, y = 0;
    do {
        x = std::log(1 - stream_.uniform()) / tail_begin;
        y = std::log(1 - stream_.uniform());
    } while (-2 * y < x * x);
    return negative ? x - tail_begin : tail_begin - x;
}

}  // namespace incursion

#include "sim/base/random.h"

#include <cmath>
#include <numbers>

namespace incursion {

namespace {

/// FNV-1a, 64 bits (Fowler, Noll, Vo): spreads a name over the seed space.
std::uint64_t hash_of(std::string_view name)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : name) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    return hash;
}

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): seeds that differ in one bit end far apart.
std::uint64_t mixed(std::uint64_t z)
{
    z += 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

}  // namespace

RandomStream::RandomStream(std::uint64_t seed, std::string_view name) : engine_{mixed(seed ^ mixed(hash_of(name)))} {}

double RandomStream::uniform()
{
    return static_cast<double>(engine_() >> 11) * 0x1.0p-53;
}

double RandomStream::uniform(double low, double high)
{
    const double x = low + (high - low) * uniform();
    return x < high ? x : std::nextafter(high, low);  // the sum may be rounded up to the end
}

double RandomStream::normal()
{
    const double u = 1 - uniform();  // in (0, 1]: the logarithm is finite
    const double v = uniform();
    return std::sqrt(-2 * std::log(u)) * std::cos(2 * std::numbers::pi * v);
}

}  // namespace incursion

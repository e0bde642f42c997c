#pragma once

#include <cstdint>
#include <random>
#include <string_view>

namespace incursion {

/// One named stream of random numbers of a scenario's seed. Streams of different names do not
/// disturb each other: drawing more from one changes nothing in another. The same seed and name
/// give the same numbers on every machine, because std::mt19937_64 is fixed by the standard
/// ([rand.predef]) and the distributions, which it leaves open, are made here.
class RandomStream {
public:
    RandomStream(std::uint64_t seed, std::string_view name);

    /// All 64 bits.
    std::uint64_t bits() { return engine_(); }
    /// In [0, 1), a multiple of 2^-53.
    double uniform();
    /// In [low, high). REQUIRES: low < high.
    double uniform(double low, double high);
    /// Standard normal (Box and Muller 1958); its last bit is that of the C library's log and cos.
    double normal();

private:
    std::mt19937_64 engine_;
};

}  // namespace incursion

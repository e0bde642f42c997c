#pragma once

#include "sim/base/random.h"

namespace incursion {

/// Standard normal numbers from a stream, for those who need very many: the ziggurat with 128 layers (Marsaglia and
/// Tsang, Journal of Statistical Software 5(8), 2000, in the form of Doornik's ZIGNOR, 2005, which uses no bit of a
/// draw twice). Exactly normal but for rounding; one draw of the stream for 98 of 100 numbers. Keeps a reference.
class Normals {
public:
    explicit Normals(RandomStream& stream) : stream_{stream} {}

    double operator()();

private:
    double tail(bool negative);

    RandomStream& stream_;
};

}  // namespace incursion

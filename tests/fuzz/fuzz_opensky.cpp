// OpenSky state vectors, JSON and CSV: whatever the blocks of the file, the same fixes come out, and each is valid.
#include "sim/io/opensky_format.h"
#include "tests/fuzz/fuzz_format.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    return incursion::fuzz::check_format(incursion::read_opensky, data, size);
}

// OpenAir: whatever the blocks of the file, the same airspaces come out, with limits and times that can be read.
#include "sim/io/openair_format.h"
#include "tests/fuzz/fuzz_airspaces.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    return incursion::fuzz::check_airspaces(incursion::read_openair, {"DA", "DB", "DC"}, data, size);
}

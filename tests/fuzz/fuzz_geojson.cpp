// GeoJSON, as one text and as a sequence: whatever the blocks of the file, the same fixes come out, and each is valid.
#include "sim/io/geojson_format.h"
#include "tests/fuzz/fuzz_format.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace incursion;
    fuzz::check_format(read_geojson, data, size);
    return fuzz::check_format(read_geojson_sequence, data, size);
}

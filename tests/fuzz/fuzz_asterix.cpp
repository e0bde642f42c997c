// ASTERIX: whatever the blocks of the file, the same fixes come out, and each is valid. The day and the place of radars
// are given, or nothing would. The seeds are the published reports of tests/sim/io/test_read_asterix.cpp, wrapped in what
// they come in.
#include "sim/base/time.h"
#include "sim/io/asterix_format.h"
#include "tests/fuzz/fuzz_format.h"

namespace {

void read_placed(incursion::InputBytes& input, const incursion::TrackReadOptions&, incursion::TrackSink& sink,
                 incursion::Diagnostics& diagnostics)
{
    incursion::TrackReadOptions options;
    options.day = incursion::parse_time("2015-11-24T00:00:00Z").value();
    options.radar_sites[""] = {{13.6, 45.1}, 120};
    // What begins so is recognised whatever it is.
    if (const auto start = input.start())
        incursion::fits_asterix(".ast", *start);
    incursion::read_asterix(input, options, sink, diagnostics);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    return incursion::fuzz::check_format(read_placed, data, size);
}

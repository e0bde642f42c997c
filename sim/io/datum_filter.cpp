#include "sim/io/datum_filter.h"

#include <utility>

#include <fmt/format.h>

namespace incursion {

bool DatumFilter::take(TrackPiece piece)
{
    if (piece.datum != datum_) {
        for (Fix& fix : piece.fixes) {
            left_out_ += fix.altitude_m ? 1 : 0;
            fix.altitude_m.reset();
        }
        piece.datum = datum_;
    }
    return sink_->take(std::move(piece));
}

void DatumFilter::finish(const std::string& file, Diagnostics& diagnostics)
{
    sink_->problems().append(std::exchange(problems(), {}));
    if (left_out_ > 0)
        diagnostics.note(file, std::nullopt, "",
                         fmt::format("altitudes of another datum than '{}', which was asked for, are left out: {}",
                                     name_of(datum_), left_out_));
}

}  // namespace incursion

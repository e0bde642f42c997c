#pragma once

#include <string>

#include "sim/base/diagnostics.h"
#include "sim/geo/vertical.h"
#include "sim/io/track_piece.h"

namespace incursion {

/// Stands between a reader and a sink and leaves altitudes of another datum than the one asked for out.
class DatumFilter : public TrackSink {
public:
    /// The sink is used as long as this lives.
    DatumFilter(AltitudeDatum datum, TrackSink& sink) : datum_{datum}, sink_{&sink} {}

    bool take(TrackPiece piece) override;
    /// Hands on what the reader told of rows, and tells what was left out.
    void finish(const std::string& file, Diagnostics& diagnostics);

private:
    AltitudeDatum datum_;
    TrackSink* sink_;
    long left_out_ = 0;
};

}  // namespace incursion

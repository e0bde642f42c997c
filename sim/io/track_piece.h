#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/geo/vertical.h"
#include "sim/io/row_problems.h"
#include "sim/model/fix.h"

namespace incursion {

/// Neighbouring fixes of one track as a reader found them: each valid for itself (a real instant, a valid place,
/// finite numbers), but not yet compared with each other. A track may come in many pieces.
struct TrackPiece {
    std::string id;  ///< empty where the input names none: the input's own name then stands for it
    AltitudeDatum datum = AltitudeDatum::msl;
    std::vector<Fix> fixes;
    std::vector<std::int64_t> lines;  ///< where each fix stands, from 1: its line, or its number among the features
};

/// Takes what a reader of a track format finds, in the order of the input.
class TrackSink {
public:
    TrackSink() = default;
    virtual ~TrackSink() = default;
    TrackSink(const TrackSink&) = delete;
    TrackSink& operator=(const TrackSink&) = delete;

    /// False asks the reader to stop: nobody wants the rest.
    virtual bool take(TrackPiece piece) = 0;
    /// Where a reader tells what it had to drop.
    RowProblems& problems() { return problems_; }

private:
    RowProblems problems_;
};

}  // namespace incursion

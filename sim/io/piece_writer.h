#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "sim/geo/vertical.h"
#include "sim/io/track_piece.h"
#include "sim/model/fix.h"

namespace incursion {

/// Gathers the fixes of a reader into pieces and hands them to a sink: where the track changes, and every ten thousand
/// fixes, so that no file has to fit into memory.
class PieceWriter {
public:
    explicit PieceWriter(TrackSink& sink) : sink_{&sink} {}

    /// What follows belongs to this track. An empty id stands for the input's own.
    void begin(std::string id, AltitudeDatum datum);
    /// False once nobody wants the rest; then nothing more is handed on.
    bool add(const Fix& fix, std::int64_t line);
    /// Hands on what is left. As add().
    bool finish();

    bool is_wanted() const { return wanted_; }
    /// How many fixes add() was given.
    std::int64_t fixes() const { return fixes_; }
    RowProblems& problems() { return sink_->problems(); }

private:
    TrackSink* sink_;
    TrackPiece piece_;
    bool wanted_ = true;
    std::int64_t fixes_ = 0;
};

/// Gives the parts of interrupted recordings ids of their own, so that nobody takes the time between them for a leg:
/// `name`, `name (2)`, `name (3)`.
class PartNames {
public:
    /// `unnamed` is what stands for tracks without a name: the first of them stays without one.
    explicit PartNames(std::string unnamed) : unnamed_{std::move(unnamed)} {}
    std::string next(const std::string& name);

private:
    std::string unnamed_;
    std::map<std::string, std::int64_t> given_;
};

}  // namespace incursion

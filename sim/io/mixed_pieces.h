#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sim/io/track_piece.h"

namespace incursion {

/// Gathers the fixes of a reader whose tracks come mixed, a fix of each in turn, and hands them to a sink in pieces of
/// one track each: every ten thousand fixes, in the order in which the tracks first appeared among them.
class MixedPieces {
public:
    MixedPieces(TrackSink& sink, AltitudeDatum datum) : sink_{&sink}, datum_{datum} {}

    void add(std::string_view id, const Fix& fix, std::int64_t line);
    /// Hands on what is left.
    void finish();

    /// False once nobody wants the rest; then nothing more is handed on.
    bool is_wanted() const { return wanted_; }
    /// How many fixes add() was given.
    std::int64_t fixes() const { return fixes_; }
    RowProblems& problems() { return sink_->problems(); }

private:
    TrackSink* sink_;
    AltitudeDatum datum_;
    std::unordered_map<std::string, std::size_t> places_;  // looked up, never walked
    std::vector<TrackPiece> pieces_;
    std::size_t held_ = 0;
    std::int64_t fixes_ = 0;
    bool wanted_ = true;
};

}  // namespace incursion

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "sim/io/track_piece.h"

namespace incursion {

/// Puts the pieces of an input together into whole tracks, in one of two ways. `grouped` believes that all fixes of a
/// track stand together: a track is whole when another begins, and only one is kept at a time. `gathered` believes
/// nothing and keeps every fix until the end of the input. Either way tracks come in the order of their first pieces,
/// so that both give the same where both can.
class TrackGrouper {
public:
    enum class Mode { grouped, gathered };

    /// `default_id` is the track of pieces that name none.
    TrackGrouper(Mode mode, std::string default_id) : mode_{mode}, default_id_{std::move(default_id)} {}

    /// False, in grouped mode, where a track comes back after it had ended: the input is not grouped by track.
    bool add(TrackPiece&& piece);
    /// Tracks that follow and are known to be whole, by hash_of_id: they end what was open. False as for add().
    /// REQUIRES: grouped mode.
    bool pass(const std::vector<std::uint64_t>& whole_ids);
    /// The tracks that are whole by now; no fix of theirs is kept.
    std::vector<TrackPiece> take_whole();
    /// At the end of the input the last ones are whole as well.
    void finish();

private:
    bool add_grouped(TrackPiece&& piece);
    void end_open();

    Mode mode_;
    std::string default_id_;
    TrackPiece open_;
    bool has_open_ = false;
    std::unordered_set<std::uint64_t> ended_;                ///< hashes of ids: looked up, never walked
    std::vector<TrackPiece> tracks_;                         ///< whole ones; all, where gathered
    std::unordered_map<std::string, std::size_t> gathered_;  ///< places in tracks_: looked up, never walked
};

/// 64 bits of an id; two ids with one hash are taken as one only for the question whether a track came back, which
/// costs a second reading and no result.
std::uint64_t hash_of_id(std::string_view id);

/// Adds the fixes of a later piece of the same track.
void append(TrackPiece& track, TrackPiece&& later);

}  // namespace incursion

#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"
#include "sim/model/track.h"

namespace incursion {

/// Puts the pieces of tracks together, wherever in the input they stand.
class TrackGatherer : public TrackSink {
public:
    /// The track of pieces that name none, from now on.
    void set_default_id(std::string id) { default_id_ = std::move(id); }

    /// Takes all. Altitudes count from the zero of a track's first piece; those of another zero are told and left out.
    bool take(TrackPiece piece) override;

    /// Forgets where each fix stands: where several inputs were gathered, a line alone says nothing.
    void forget_lines();

    /// Cleans what was gathered (clean_track, into problems()) and makes tracks of it, in the order of their first
    /// pieces; none of those without a fix. Leaves nothing behind.
    std::vector<Track> tracks(const TrackReadOptions& options);

private:
    void drop_altitudes(TrackPiece& piece);

    std::string default_id_;
    std::unordered_map<std::string, std::size_t> places_;  // looked up, never walked
    std::vector<TrackPiece> tracks_;
};

}  // namespace incursion

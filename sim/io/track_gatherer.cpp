#include "sim/io/track_gatherer.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sim/io/clean_track.h"

namespace incursion {

bool TrackGatherer::take(TrackPiece piece)
{
    if (piece.id.empty())
        piece.id = default_id_;
    const auto [found, fresh] = places_.try_emplace(piece.id, tracks_.size());
    if (fresh) {
        tracks_.push_back(std::move(piece));
        return true;
    }
    TrackPiece& track = tracks_[found->second];
    if (piece.datum != track.datum)
        drop_altitudes(piece);
    track.fixes.insert(track.fixes.end(), piece.fixes.begin(), piece.fixes.end());
    track.lines.insert(track.lines.end(), piece.lines.begin(), piece.lines.end());
    return true;
}

void TrackGatherer::drop_altitudes(TrackPiece& piece)
{
    for (std::size_t i = 0; i < piece.fixes.size(); ++i) {
        if (!piece.fixes[i].altitude_m)
            continue;
        piece.fixes[i].altitude_m.reset();
        problems().add(
            "altitudes from another zero", piece.lines[i],
            fmt::format("the altitude of track '{}' counts from another zero ({}) than before; altitude left out",
                        piece.id, name_of(piece.datum)));
    }
}

void TrackGatherer::forget_lines()
{
    for (TrackPiece& track : tracks_)
        std::fill(track.lines.begin(), track.lines.end(), 0);
}

std::vector<Track> TrackGatherer::tracks(const TrackReadOptions& options)
{
    std::vector<Track> tracks;
    for (TrackPiece& piece : tracks_) {
        clean_track(piece, options, problems());
        piece.lines = {};
        if (piece.fixes.empty())
            continue;
        if (auto track = Track::make(std::move(piece.id), piece.datum, std::move(piece.fixes)))
            tracks.push_back(std::move(track).value());
    }
    tracks_.clear();
    places_.clear();
    return tracks;
}

}  // namespace incursion

#include "sim/batch/track_grouper.h"

#include <iterator>
#include <utility>

namespace incursion {

std::uint64_t hash_of_id(std::string_view id)
{
    // FNV-1a (Fowler, Noll, Vo; offset basis and prime of 64 bits), then the finaliser of splitmix64.
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : id)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 31U);
}

void append(TrackPiece& track, TrackPiece&& later)
{
    if (track.fixes.empty()) {
        track.fixes.swap(later.fixes);
        track.lines.swap(later.lines);
        return;
    }
    track.fixes.insert(track.fixes.end(), later.fixes.begin(), later.fixes.end());
    track.lines.insert(track.lines.end(), later.lines.begin(), later.lines.end());
}

bool TrackGrouper::add(TrackPiece&& piece)
{
    if (piece.id.empty())
        piece.id = default_id_;
    if (mode_ == Mode::grouped)
        return add_grouped(std::move(piece));
    const auto [found, fresh] = gathered_.try_emplace(piece.id, tracks_.size());
    if (fresh)
        tracks_.push_back(std::move(piece));
    else
        append(tracks_[found->second], std::move(piece));
    return true;
}

bool TrackGrouper::add_grouped(TrackPiece&& piece)
{
    if (has_open_ && open_.id == piece.id) {
        append(open_, std::move(piece));
        return true;
    }
    end_open();
    if (ended_.contains(hash_of_id(piece.id)))
        return false;
    open_ = std::move(piece);
    has_open_ = true;
    return true;
}

bool TrackGrouper::pass(const std::vector<std::uint64_t>& whole_ids)
{
    end_open();
    bool all_new = true;
    for (const std::uint64_t id : whole_ids)
        all_new = ended_.insert(id).second && all_new;
    return all_new;
}

void TrackGrouper::end_open()
{
    if (!has_open_)
        return;
    ended_.insert(hash_of_id(open_.id));
    tracks_.push_back(std::move(open_));
    open_ = {};
    has_open_ = false;
}

std::vector<TrackPiece> TrackGrouper::take_whole()
{
    return mode_ == Mode::grouped ? std::exchange(tracks_, {}) : std::vector<TrackPiece>{};
}

void TrackGrouper::finish()
{
    end_open();
    mode_ = Mode::grouped;  // everything is whole now
    gathered_.clear();
}

}  // namespace incursion

#include "sim/io/mixed_pieces.h"

#include <utility>

namespace incursion {

namespace {

constexpr std::size_t most_mixed_fixes = 10'000;

}  // namespace

void MixedPieces::add(std::string_view id, const Fix& fix, std::int64_t line)
{
    ++fixes_;
    if (!wanted_)
        return;
    const auto [found, fresh] = places_.try_emplace(std::string{id}, pieces_.size());
    if (fresh)
        pieces_.push_back({found->first, datum_, {}, {}});
    TrackPiece& piece = pieces_[found->second];
    piece.fixes.push_back(fix);
    piece.lines.push_back(line);
    if (++held_ == most_mixed_fixes)
        finish();
}

void MixedPieces::finish()
{
    for (TrackPiece& piece : pieces_)
        wanted_ = wanted_ && sink_->take(std::move(piece));
    pieces_.clear();
    places_.clear();
    held_ = 0;
}

}  // namespace incursion

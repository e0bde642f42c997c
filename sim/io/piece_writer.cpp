#include "sim/io/piece_writer.h"

#include <fmt/format.h>

namespace incursion {

namespace {

constexpr std::size_t most_fixes = 10'000;

}  // namespace

void PieceWriter::begin(std::string id, AltitudeDatum datum)
{
    if (id == piece_.id && datum == piece_.datum)
        return;
    finish();
    piece_.id = std::move(id);
    piece_.datum = datum;
}

bool PieceWriter::add(const Fix& fix, std::int64_t line)
{
    if (!wanted_)
        return false;
    piece_.fixes.push_back(fix);
    piece_.lines.push_back(line);
    ++fixes_;
    return piece_.fixes.size() < most_fixes || finish();
}

bool PieceWriter::finish()
{
    if (!wanted_ || piece_.fixes.empty())
        return wanted_;
    TrackPiece next{piece_.id, piece_.datum, {}, {}};
    std::swap(next, piece_);
    wanted_ = sink_->take(std::move(next));
    return wanted_;
}

std::string PartNames::next(const std::string& name)
{
    const std::string& called = name.empty() ? unnamed_ : name;
    std::int64_t& count = given_[called];
    if (++count == 1)
        return name;
    for (;; ++count) {
        std::string numbered = fmt::format("{} ({})", called, count);
        // A file may hold a track of that very name.
        if (given_.try_emplace(numbered, 1).second)
            return numbered;
    }
}

}  // namespace incursion

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/io/track_gatherer.h"
#include "sim/io/track_piece.h"
#include "tests/sim/io/memory_bytes.h"

namespace incursion::fuzz {

using ReadFormat = void (*)(InputBytes&, const TrackReadOptions&, TrackSink&, Diagnostics&);

/// What a reader found. Two are alike where nothing tells that the blocks of the input were others.
struct Found {
    std::vector<std::pair<std::string, Fix>> fixes;
    std::vector<std::int64_t> lines;
    std::int64_t dropped = 0;
    bool failed = false;
};

inline bool same(const Found& a, const Found& b)
{
    const auto alike = [](const auto& x, const auto& y) {
        return x.first == y.first && x.second.time == y.second.time && x.second.place == y.second.place &&
               x.second.altitude_m == y.second.altitude_m && x.second.accuracy_m == y.second.accuracy_m;
    };
    return std::equal(a.fixes.begin(), a.fixes.end(), b.fixes.begin(), b.fixes.end(), alike) && a.lines == b.lines &&
           a.dropped == b.dropped && a.failed == b.failed;
}

inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Keeps what it is given, and holds the reader to its promises.
class CheckingSink : public TrackSink {
public:
    explicit CheckingSink(Found& found) : found_{found} {}
    bool take(TrackPiece piece) override
    {
        require(piece.fixes.size() == piece.lines.size() && !piece.fixes.empty());
        for (const Fix& fix : piece.fixes) {
            // Valid for itself: a track can be made of each alone.
            require(Track::make("one", piece.datum, {fix}).has_value());
            found_.fixes.emplace_back(piece.id, fix);
        }
        found_.lines.insert(found_.lines.end(), piece.lines.begin(), piece.lines.end());
        return true;
    }

private:
    Found& found_;
};

inline Found read_blocks(ReadFormat read, std::string_view text, std::size_t block)
{
    Found found;
    CheckingSink sink{found};
    Diagnostics diagnostics;
    test::MemoryBytes input{"fuzz", text, block};
    read(input, {}, sink, diagnostics);
    found.dropped = sink.problems().count();
    found.failed = diagnostics.has_errors();
    return found;
}

/// The first byte chooses the size of blocks, the rest is the file: read in them and as a whole it is the same.
inline int check_format(ReadFormat read, const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view text{reinterpret_cast<const char*>(data) + 1, size - 1};
    require(
        same(read_blocks(read, text, static_cast<std::size_t>(-1)), read_blocks(read, text, std::size_t{*data} + 1)));
    return 0;
}

}  // namespace incursion::fuzz

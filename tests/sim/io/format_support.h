#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "sim/io/input_bytes.h"
#include "sim/io/track_format.h"
#include "tests/sim/io/read_support.h"

namespace incursion::test {

/// Keeps all pieces; stops the reader after `most` of them.
class KeepingSink : public TrackSink {
public:
    explicit KeepingSink(std::size_t most = static_cast<std::size_t>(-1)) : most_{most} {}
    bool take(TrackPiece piece) override
    {
        pieces.push_back(std::move(piece));
        return pieces.size() < most_;
    }
    std::vector<TrackPiece> pieces;

private:
    std::size_t most_;
};

/// What reading one input gave.
struct FormatRead {
    std::vector<TrackPiece> pieces;  ///< of all members
    RowProblems problems;
    Diagnostics diagnostics;
    std::string format;  ///< of the last member

    /// Pieces of one track joined.
    std::vector<Fix> fixes(const std::string& id) const
    {
        std::vector<Fix> all;
        for (const TrackPiece& piece : pieces)
            if (piece.id == id)
                all.insert(all.end(), piece.fixes.begin(), piece.fixes.end());
        return all;
    }
    /// In the order in which they first appear.
    std::vector<std::string> ids() const
    {
        std::vector<std::string> list;
        for (const TrackPiece& piece : pieces)
            if (std::find(list.begin(), list.end(), piece.id) == list.end())
                list.push_back(piece.id);
        return list;
    }
    std::int64_t dropped(std::string_view kind) const
    {
        for (const auto& each : problems.kinds())
            if (each.name == kind)
                return each.count;
        return 0;
    }
};

/// Reads every member of a file through the table of formats.
inline FormatRead read_file(const std::string& path, const TrackReadOptions& options = {})
{
    FormatRead read;
    KeepingSink sink;
    auto members = open_input(path);
    if (!members) {
        read.diagnostics.error(path, std::nullopt, "", members.problem());
        return read;
    }
    const auto inside = std::move(members).value();
    for (;;) {
        auto next = inside->next();
        if (!next)
            read.diagnostics.error(path, std::nullopt, "", next.problem());
        if (!next || *next == nullptr)
            break;
        const auto bytes = std::move(next).value();
        if (const TrackFormat* format = track_format_of(*bytes, options, read.diagnostics)) {
            read.format = format->name;
            format->read(*bytes, options, sink, read.diagnostics);
        }
    }
    read.pieces = std::move(sink.pieces);
    read.problems = sink.problems();
    return read;
}

/// Writes `text` to a file of that name and reads it.
inline FormatRead read_as(const std::string& name, std::string_view text, const TrackReadOptions& options = {})
{
    const TemporaryFolder folder;
    return read_file(folder.write(name, text), options);
}

inline std::string sample(const std::string& name)
{
    return INCURSION_SOURCE_DIR "/tests/sim/io/samples/" + name;
}

}  // namespace incursion::test

#include "sim/io/time_sorter.h"

#include <algorithm>
#include <utility>

namespace incursion {

void TimeSorter::add(const std::string& id, const Fix& fix, std::int64_t line)
{
    const auto [found, fresh] = places_.try_emplace(id, ids_.size());
    if (fresh) {
        ids_.push_back(id);
        tracks_.emplace_back();
    }
    tracks_[found->second].push_back({fix, line});
}

void TimeSorter::write(AltitudeDatum datum, PieceWriter& writer) &&
{
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        std::vector<Entry> track = std::move(tracks_[i]);
        std::stable_sort(track.begin(), track.end(),
                         [](const Entry& a, const Entry& b) { return a.fix.time < b.fix.time; });
        writer.begin(std::move(ids_[i]), datum);
        for (const Entry& entry : track)
            if (!writer.add(entry.fix, entry.line))
                return;
    }
}

}  // namespace incursion

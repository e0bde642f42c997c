#include "sim/io/clean_times.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "sim/io/ascending_fixes.h"

namespace incursion {

namespace {

/// The fixes beside one that stays, at its very instant but elsewhere.
struct Elsewhere {
    LonLat first;
    bool several = false;  ///< not all of them at one place
};

class TimeCleaner {
public:
    TimeCleaner(const TrackPiece& track, const std::vector<char>& stays)
        : fixes_{track.fixes}, track_{track}, stays_{stays}
    {
        for (std::size_t i = 0; i < stays.size(); ++i)
            if (stays[i] != 0)
                kept_.push_back(i);
        for (std::size_t i = 0; i < stays.size(); ++i)
            if (const auto same = stays[i] == 0 ? kept_at(fixes_[i].time) : std::nullopt;
                same && fixes_[*same].place != fixes_[i].place)
                note_elsewhere(*same, fixes_[i].place);
    }

    void tell(RowProblems& problems) const
    {
        std::optional<std::size_t> before;
        for (std::size_t i = 0; i < stays_.size(); ++i) {
            if (stays_[i] != 0)
                before = i;
            else if (const auto same = kept_at(fixes_[i].time))
                tell_same(i, *same, problems);
            else
                tell_order(i, before, problems);
        }
    }

private:
    std::optional<std::size_t> kept_at(Time time) const
    {
        const auto found =
            std::partition_point(kept_.begin(), kept_.end(), [&](std::size_t i) { return fixes_[i].time < time; });
        return found != kept_.end() && fixes_[*found].time == time ? std::optional{*found} : std::nullopt;
    }

    void note_elsewhere(std::size_t same, LonLat place)
    {
        const auto [found, fresh] = elsewhere_.try_emplace(same, Elsewhere{place, false});
        if (!fresh && found->second.first != place)
            found->second.several = true;
    }

    void tell_same(std::size_t i, std::size_t same, RowProblems& problems) const
    {
        if (fixes_[same].place == fixes_[i].place)
            problems.add_repeated(1);
        else if (elsewhere_.at(same).several)
            problems.add("fixes of a stopped clock", track_.lines[i],
                         fmt::format("track '{}' has several positions at {}, as if its clock had stopped; fix dropped",
                                     track_.id, format_time(fixes_[i].time)));
        else
            problems.add("fixes that repeat an instant", track_.lines[i],
                         fmt::format("a second position of track '{}' at {}; fix dropped", track_.id,
                                     format_time(fixes_[i].time)));
    }

    void tell_order(std::size_t i, std::optional<std::size_t> before, RowProblems& problems) const
    {
        const std::string time = format_time(fixes_[i].time);
        if (before && fixes_[i].time < fixes_[*before].time)
            problems.add("fixes that go back in time", track_.lines[i],
                         fmt::format("{} is before {}, the fix before of track '{}'; fix dropped", time,
                                     format_time(fixes_[*before].time), track_.id));
        else
            problems.add(
                "fixes ahead of their time", track_.lines[i],
                fmt::format("{} is later than the fixes behind it of track '{}'; fix dropped", time, track_.id));
    }

    const std::vector<Fix>& fixes_;
    const TrackPiece& track_;
    const std::vector<char>& stays_;
    std::vector<std::size_t> kept_;
    std::map<std::size_t, Elsewhere> elsewhere_;
};

}  // namespace

void clean_times(TrackPiece& track, RowProblems& problems)
{
    const std::vector<char> stays = ascending_fixes(track.fixes);
    TimeCleaner{track, stays}.tell(problems);
    keep_fixes(track, stays);
}

void keep_fixes(TrackPiece& track, const std::vector<char>& stays)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < stays.size(); ++i)
        if (stays[i] != 0) {
            track.fixes[kept] = track.fixes[i];
            track.lines[kept++] = track.lines[i];
        }
    track.fixes.resize(kept);
    track.lines.resize(kept);
}

}  // namespace incursion

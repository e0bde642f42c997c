#include "render/view/shown.h"

#include <algorithm>

namespace incursion {

bool is_account_shown(const Replay& replay, const ViewState& view, const std::string& account)
{
    const std::vector<Account>& accounts = replay.report().accounts;
    const auto found =
        std::find_if(accounts.begin(), accounts.end(), [&](const Account& a) { return a.id == account; });
    return found == accounts.end() || is_account_shown(view, static_cast<std::size_t>(found - accounts.begin()));
}

bool is_moment_shown(const Replay& replay, const ViewState& view, const Moment& moment)
{
    // A call is its account's, whoever it is made to.
    const bool is_of_track = moment.kind == MomentKind::entry || moment.kind == MomentKind::exit;
    if (is_of_track && moment.track)
        return is_track_shown(replay, view, *moment.track);
    return is_account_shown(replay, view, moment.account);
}

std::vector<std::size_t> shown_tracks(const Replay& replay, const ViewState& view)
{
    std::vector<std::size_t> tracks;
    for (std::size_t i = 0; i < replay.track_count(); ++i)
        if (is_track_shown(replay, view, i))
            tracks.push_back(i);
    return tracks;
}

std::optional<std::size_t> shown_selection(const Replay& replay, const ViewState& view)
{
    const bool is_shown =
        view.selected && *view.selected < replay.track_count() && is_track_shown(replay, view, *view.selected);
    return is_shown ? view.selected : std::nullopt;
}

bool has_foreign_visit(const TrackReport& report)
{
    return std::any_of(report.visits.begin(), report.visits.end(), [](const Visit& visit) { return visit.foreign; });
}

std::vector<std::size_t> tracks_of_concern(const Replay& replay, const ViewState& view)
{
    std::vector<std::size_t> tracks;
    const std::optional<std::size_t> selected = shown_selection(replay, view);
    if (selected)
        tracks.push_back(*selected);
    for (const std::size_t track : shown_tracks(replay, view))
        if (track != selected && has_foreign_visit(replay.track_report(track)))
            tracks.push_back(track);
    return tracks;
}

Duration shown_length(const Replay& replay, std::size_t call)
{
    constexpr Duration unknown = std::chrono::seconds{3};
    const CallSound* sound = replay.call_sound(call);
    return sound != nullptr && sound->length_s > 0 ? seconds(sound->length_s) : unknown;
}

std::optional<std::size_t> call_being_spoken(const Replay& replay, const ViewState& view)
{
    const std::vector<CallReport>& calls = replay.report().calls.list;
    std::optional<std::size_t> spoken;
    for (std::size_t i = 0; i < calls.size() && calls[i].call.time <= view.time; ++i)
        if (view.time < calls[i].call.time + shown_length(replay, i) &&
            is_account_shown(replay, view, calls[i].call.account))
            spoken = i;
    return spoken;
}

}  // namespace incursion
